import { randomBytes } from 'node:crypto';
import type { ServiceStatus } from '@helpkiosk/core';
import { createShapeCheck } from './check/check-shape.js';
import { createBell } from './desk/bell.js';
import { openDesk, type Desk } from './desk/desk.js';
import { startPromises } from './desk/promises.js';
import { startQueueTeller } from './desk/queue-teller.js';
import { createStatus } from './desk/status.js';
import { createTicketDesk, type TicketDesk } from './desk/ticket-desk.js';
import { answerRequest, nameRoute } from './http/answer-request.js';
import { serveRoutes, type ServedRoute } from './http/match-route.js';
import { createOrigins } from './http/origins.js';
import { createRateLimiter } from './http/rate-limit.js';
import type { Services } from './http/route.js';
import { serve } from './http/serve.js';
import { createOwnersTokens, type CheckOwnersToken } from './identity/owners-tokens.js';
import { createTokens, type Tokens } from './identity/tokens.js';
import { createLog, type Log } from './log.js';
import { readOptions, type HostOptions, type ReadOptions } from './options.js';
import { actionServices } from './routes/actions.js';
import { conversationEventServices } from './routes/conversation-events.js';
import { conversationServices } from './routes/conversations.js';
import { searchServices } from './routes/search.js';
import { sessionServices } from './routes/session.js';
import { statusServices } from './routes/status.js';
import { ticketServices } from './routes/tickets.js';
import { uploadServices } from './routes/uploads.js';
import { wishServices } from './routes/wishes.js';
import { startHousekeeping } from './store/housekeeping.js';
import { openStore, type HostStore } from './store/store.js';
import { startSimulatedStaff, type SimulatedStaff } from './staff/simulated-staff.js';

/** A host that runs. */
export interface RunningHost {
  /** Without a slash at the end: `http://localhost:4180`. */
  readonly url: string;
  /** What agents do with conversations. */
  readonly desk: Desk;
  /** What agents do with tickets. */
  readonly ticketDesk: TicketDesk;
  readonly store: HostStore;
  /** Null where none was asked for. */
  readonly staff: SimulatedStaff | null;
  /** The routes that it serves. */
  readonly routes: readonly ServedRoute[];
  /** Ends it: streams get what is due in them, what is under way is waited for (10 s at most), nothing is left running. */
  close(): Promise<void>;
}

const GRACE_MS = 10_000;

/** Starts a host. Rejects for options that make no sense, a port that is taken, a store that cannot be opened. */
export async function startHost(given: HostOptions = {}): Promise<RunningHost> {
  const options = readOptions(given);
  const { world, trustedProxies, limits, port, hostname } = options;
  const log = createLog(options.writeLog, world.now);
  const origins = createOrigins(options.origins);
  const checkOwnersToken = createOwnersTokens(options.identity);
  const tokens = createTokens(options.tokenSecret ?? randomBytes(32));
  const store = await openStore(options.database);
  const rooms = await openRooms({ ...options, store, log });
  const routes = serveAll({ ...options, ...rooms, store, tokens, checkOwnersToken });
  const limiter = createRateLimiter(world.now);
  const answering = { routes, store, tokens, world, limiter, limits, checkShape: createShapeCheck(), trustedProxies };
  const stop = async (): Promise<void> => {
    await rooms.stop();
    await store.close();
  };
  const serving = await serve({
    ...{ port, hostname, origins, world, log, checkHealth: store.ping },
    answer: (request, signal) => answerRequest(request, signal, answering),
    nameRoute: (request) => nameRoute(routes, request),
  }).catch(async (error: unknown) => {
    await stop();
    throw error;
  });
  const { desk, ticketDesk, staff } = rooms;
  log('started', { routes: routes.length, staff: staff !== null });
  const close = async (): Promise<void> => {
    await serving.close(GRACE_MS);
    await stop();
    log('stopped');
  };
  let closing: Promise<void> | null = null;
  return { url: serving.url, desk, ticketDesk, store, staff, routes, close: () => (closing ??= close()) };
}

type Rooms = Awaited<ReturnType<typeof openRooms>>;
type RoomOptions = ReadOptions & { store: HostStore; log: Log };

/** What works behind the routes, and goes on working while nobody asks. */
async function openRooms({ store, world, log, shop, pollMs, staff: how }: RoomOptions) {
  const bell = createBell();
  const desk = await openDesk({ store, world, bell, log, tiers: shop.tiers });
  const promises = startPromises({ store, world, log, hours: shop.hours, policy: shop.replyPolicy });
  const ticketDesk = createTicketDesk({ store, world, promises, log });
  const teller = startQueueTeller({ store, desk, bell, world, pollMs });
  const housekeeping = startHousekeeping({ store, world, log });
  const staff = how && startSimulatedStaff({ desk, ticketDesk, store, world, shop, ...how });
  const stop = async (): Promise<void> => {
    await staff?.stop();
    for (const each of [teller, promises, housekeeping]) each.stop();
    await Promise.all([desk, teller, promises, housekeeping].map((each) => each.settled()));
  };
  return { bell, desk, ticketDesk, teller, staff, stop };
}

type ServiceOptions = ReadOptions & Rooms & { store: HostStore; tokens: Tokens; checkOwnersToken: CheckOwnersToken };

/** The routes with those who answer them. The status says which there are, so it comes last. */
function serveAll({ store, bell, desk, ticketDesk, teller, ...options }: ServiceOptions): readonly ServedRoute[] {
  const { world, shop, pollMs, tokens, checkOwnersToken, tokenMs, mostConversations } = options;
  const services: Services = {
    ...sessionServices({ tokens, checkOwnersToken, world, tokenMs }),
    ...conversationServices({ desk, world, shop, mostOpen: mostConversations }),
    ...conversationEventServices({ store, bell, teller, world }),
    ...ticketServices({ ticketDesk, shop }),
    ...uploadServices({ world }),
    ...wishServices({ world, shop }),
    ...actionServices({ shop }),
    ...searchServices({ find: options.find, world }),
  };
  const supports = supportsOf(serveRoutes(services));
  const status = createStatus({ store, desk, world, shop, pollMs, supports });
  return serveRoutes({ ...services, ...statusServices(status) });
}

/** What the routes serve, as the status says it. */
const supportsOf = (routes: readonly ServedRoute[]): ServiceStatus['supports'] => ({
  getServiceStatus: true,
  ...Object.fromEntries(routes.flatMap(({ supports }) => (supports === null ? [] : [[supports, true]]))),
});
