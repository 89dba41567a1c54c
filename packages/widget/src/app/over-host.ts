// Search and reports over a host, as far as its status says that it serves them. Nothing is asked of it before one of the two has something to say, and then
// the status alone, unless the panel has heard one by then.
import { HelpError, type Env, type HelpAdapter } from '@helpkiosk/core';

/** The client of the host, and the last status that was heard of it: undefined before, null where it has none. */
export interface HostBehind {
  readonly adapter: HelpAdapter | undefined;
  status(): unknown;
}

export interface OverHostPorts {
  /** Opens what the page keeps of its host; nothing is asked of that host by it. */
  open(): Promise<HostBehind>;
  env: Pick<Env, 'setTimer' | 'monotonic' | 'online'>;
  /** The language of the customer. */
  locale: string;
}

/** What is asked of a server beside the pack, and told to it. */
export type Server = Pick<HelpAdapter, 'search' | 'report'>;

/** A host that has not told its status by then serves neither. */
export const STATUS_LIMIT_MS = 8000;
/** How long after a failure these two do not ask for the status again. */
export const PAUSE_MS = 60_000;

/**
 * `search` finds nothing where the host does not serve it, and where its status cannot be had, of which the views of waiting tell; its own failures reject. `report`
 * drops what the host does not want to hear, and rejects where that is not known, so that it is told again. A status that could not be had is not asked for again
 * for a minute, unless there was no network; if the panel hears one meanwhile, that one counts. After `end` only a host that is known hears anything.
 */
export function overHost({ open, env, locale }: OverHostPorts): Required<Server> & { end(): void } {
  let last: HostBehind | null = null;
  let hasEnded = false;
  let asking: Promise<unknown> | null = null;
  let failed: { readonly atMs: number; readonly error: unknown } | null = null;
  const ask = async (adapter: HelpAdapter): Promise<void> => {
    if (failed && env.monotonic() - failed.atMs < PAUSE_MS) throw failed.error;
    failed = null;
    try {
      await askStatus(adapter, { env, locale });
    } catch (error) {
      if (env.online.get()) failed = { atMs: env.monotonic(), error };
      throw error;
    }
  };
  const serving = async (method: keyof Server): Promise<HelpAdapter | null> => {
    const host = hasEnded ? last : (last = await open());
    if (!host?.adapter) return null;
    if (host.status() === undefined && !hasEnded) await (asking ??= ask(host.adapter).finally(() => (asking = null)));
    return isServed(host.status(), method) ? host.adapter : null;
  };
  return {
    async search(input, options) {
      const adapter = await serving('search').catch(() => null);
      options.signal.throwIfAborted();
      return adapter ? adapter.search!(input, options) : [];
    },
    async report(events, options) {
      const adapter = await serving('report');
      options.signal.throwIfAborted();
      await adapter?.report!(events, options);
    },
    end: () => void (hasEnded = true),
  };
}

async function askStatus(adapter: HelpAdapter, { env, locale }: Pick<OverHostPorts, 'env' | 'locale'>): Promise<void> {
  const call = new AbortController();
  const { signal } = call;
  const given = new Promise<never>((_, reject) =>
    signal.addEventListener('abort', () => reject(signal.reason as Error)),
  );
  const stopTimer = env.setTimer(
    () => call.abort(new HelpError('timeout', { method: 'getServiceStatus' })),
    STATUS_LIMIT_MS,
  );
  try {
    await Promise.race([adapter.getServiceStatus!({ locale }, { signal }), given]);
  } finally {
    stopTimer();
  }
}

/** An answer is outside data, and pages of old libraries give all objects members. */
const isServed = (status: unknown, method: keyof Server): boolean => own(own(status, 'supports'), method) === true;

const own = (value: unknown, name: string): unknown =>
  Object(value) === value && Object.hasOwn(value as object, name)
    ? (value as Record<string, unknown>)[name]
    : undefined;
