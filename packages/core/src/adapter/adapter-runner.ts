// The one door to an adapter: which methods there are, how long they may take, and what their failures are called.
import type { CallOptions, Env, HelpAdapter } from '../contracts.js';
import { HelpError } from '../errors.js';
import { own } from '../status/read-figures.js';
import { mapFailure } from './map-failure.js';

/** A host that has not answered by then is taken for gone. */
export const CALL_TIMEOUT_MS = 20_000;

export type AdapterMethod = keyof HelpAdapter;
type Method = (input: unknown, options: CallOptions) => unknown;

export interface AdapterRunner {
  /** Whether the adapter has the method, and the host serves it as far as it has said so. */
  has(method: AdapterMethod): boolean;
  /** What the last status said is served; anything that is no object says nothing, and then presence alone is capability. */
  setSupports(supports: unknown): void;
  /**
   * Calls a method; its answer is outside data. Rejects with HelpError: `adapter-missing-method`, `timeout` after 20 s (or `timeoutMs`), or what the
   * failure maps to; with the signal's reason once that has aborted, at once and whatever the adapter does.
   */
  call(method: AdapterMethod, input: unknown, options: CallOptions & { timeoutMs?: number }): Promise<unknown>;
  /** The same for a stream: no time-out, and nothing that is emitted after it has ended or `signal` has aborted gets through. */
  watch(
    method: AdapterMethod,
    input: Readonly<Record<string, unknown>>,
    options: CallOptions & { emit: (value: unknown) => void },
  ): Promise<void>;
}

/** Runs the calls of one adapter; none at all has no method. Methods are called on the adapter, so that it may be an instance of a class. */
export function createAdapterRunner(
  adapter: HelpAdapter | undefined,
  env: Pick<Env, 'setTimer' | 'online'>,
): AdapterRunner {
  let supports: unknown = null;
  const methodOf = (method: AdapterMethod): Method | null => {
    const found: unknown = Object(adapter)[method];
    return typeof found === 'function' ? (found as Method) : null;
  };
  const run = async (
    method: AdapterMethod,
    input: unknown,
    { signal, timeoutMs = Infinity }: CallOptions & { timeoutMs?: number },
  ): Promise<unknown> => {
    signal.throwIfAborted();
    const found = methodOf(method);
    if (!found) throw new HelpError('adapter-missing-method', { method });
    const limit = startLimit(env, signal, method, timeoutMs);
    try {
      const answer = await Promise.race([
        limit.reached,
        (async () => found.call(adapter, input, { signal: limit.signal }))(),
      ]);
      signal.throwIfAborted();
      return answer;
    } catch (thrown) {
      signal.throwIfAborted();
      throw mapFailure(thrown, method, env.online.get());
    } finally {
      limit.end();
    }
  };
  return {
    has: (method) =>
      methodOf(method) !== null &&
      (method === 'getServiceStatus' || Object(supports) !== supports || own(supports, method) === true),
    setSupports: (said) => void (supports = said),
    call: (method, input, options) => run(method, input, { timeoutMs: CALL_TIMEOUT_MS, ...options }),
    async watch(method, input, { signal, emit }) {
      let open = true;
      const emitWhileOpen = (value: unknown): void => {
        if (open && !signal.aborted) emit(value);
      };
      try {
        await run(method, { ...input, emit: emitWhileOpen }, { signal });
      } finally {
        open = false;
      }
    },
  };
}

/** A signal that follows `outer` and aborts when the time is up, and a promise that rejects then. */
function startLimit(env: Pick<Env, 'setTimer'>, outer: AbortSignal, method: string, timeoutMs: number) {
  const inner = new AbortController();
  let reject!: (reason: unknown) => void;
  const reached = new Promise<never>((_, refuse) => (reject = refuse));
  reached.catch(() => {}); // nobody may wait for it any more
  const give = (reason: unknown): void => {
    reject(reason);
    inner.abort(reason);
  };
  const abort = (): void => give(outer.reason);
  outer.addEventListener('abort', abort, { once: true });
  const stopTimer = Number.isFinite(timeoutMs)
    ? env.setTimer(() => give(new HelpError('timeout', { method, timeoutMs })), timeoutMs)
    : () => {};
  return {
    signal: inner.signal,
    reached,
    end(): void {
      stopTimer();
      outer.removeEventListener('abort', abort);
    },
  };
}
