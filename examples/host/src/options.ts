import type { HostLimits } from './http/answer-request.js';
import type { IdentityOptions } from './identity/owners-tokens.js';
import type { Find } from './routes/search.js';
import { createDemoShop, type Shop } from './shop/shop.js';
import type { StaffOptions } from './staff/simulated-staff.js';
import type { DatabaseOptions } from './store/open-database.js';
import { createNodeWorld, type HostWorld } from './world.js';

/** How a host runs. Everything may be left out. */
export interface HostOptions {
  /** Default 0: any that is free. */
  port?: number;
  /** Address that it listens on (default `127.0.0.1`: this machine alone). */
  hostname?: string;
  /** File of the embedded database (default `:memory:`, which is gone when the host ends). */
  store?: string;
  /** Of a Postgres, in place of the embedded database: `postgres://…`. */
  databaseUrl?: string;
  /** Pages that may ask from another origin, such as `https://shop.example` (default none). */
  origins?: readonly string[];
  /** How the owner's tokens are checked (default: there are none, everybody is anonymous). */
  identity?: IdentityOptions;
  /** Signs the sessions (default: random, so that sessions end with the host, and pages ask for new ones). */
  tokenSecret?: string;
  /** How long a session's token holds, in ms (default 15 minutes). */
  tokenMs?: number;
  /** How often pages are to ask for the status, in ms (default 15,000). */
  pollMs?: number;
  /** Conversations that a customer may have at a time (default 20). */
  mostConversations?: number;
  limits?: Partial<HostLimits>;
  /** Proxies before the host, whose `X-Forwarded-For` is believed (default 0). */
  trustedProxies?: number;
  /** What the owner decides (default: the demo's shop, member by member). */
  shop?: Partial<Shop>;
  /** Finds articles for `GET /v1/search` (default: nothing does, and the status says so). */
  search?: Find;
  /** Agents that are simulated: true, or how (default none). */
  staff?: boolean | StaffOptions;
  /** Time in place of the real one. */
  clock?: Pick<HostWorld, 'now' | 'setTimer'>;
  /** Chance in place of the real one, for the simulated staff. */
  random?: () => number;
  /** Gets each line of the log (default: nobody). */
  log?: (line: string) => void;
}

/** The same with every default in its place. */
export interface ReadOptions {
  port: number;
  hostname: string;
  database: DatabaseOptions;
  origins: readonly string[];
  identity: IdentityOptions;
  tokenSecret: string | undefined;
  tokenMs: number;
  pollMs: number;
  mostConversations: number;
  limits: HostLimits;
  trustedProxies: number;
  shop: Shop;
  find: Find | null;
  staff: StaffOptions | null;
  world: HostWorld;
  writeLog: (line: string) => void;
}

const LIMITS: HostLimits = {
  address: { burst: 1000, perSecond: 100 },
  customer: { burst: 200, perSecond: 5 },
  session: { burst: 200, perSecond: 2 },
  upload: { burst: 60, perSecond: 0.5 },
  bodyBytes: 128 * 1024,
  uploadBytes: 10 * 1024 * 1024,
};

/** Puts defaults in place. */
export function readOptions(options: HostOptions): ReadOptions {
  const node = createNodeWorld();
  const { clock = node, random = node.random, staff = false, store: file = ':memory:', databaseUrl: url } = options;
  return {
    port: options.port ?? 0,
    hostname: options.hostname ?? '127.0.0.1',
    database: { file, ...(url === undefined ? {} : { url }) },
    origins: options.origins ?? [],
    identity: options.identity ?? {},
    tokenSecret: options.tokenSecret,
    tokenMs: options.tokenMs ?? 900_000,
    pollMs: options.pollMs ?? 15_000,
    mostConversations: options.mostConversations ?? 20,
    limits: { ...LIMITS, ...options.limits },
    trustedProxies: options.trustedProxies ?? 0,
    shop: { ...createDemoShop(), ...options.shop },
    find: options.search ?? null,
    staff: staff === true ? {} : staff || null,
    world: { now: () => clock.now(), setTimer: (run, afterMs) => clock.setTimer(run, afterMs), random },
    writeLog: options.log ?? (() => {}),
  };
}
