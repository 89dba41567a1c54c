import type { Env, Store } from './contracts.js';

/**
 * The world as the browser gives it. Works in Node too, where it is always visible and on line.
 * Timers longer than 2^31 - 1 ms (24.8 days) are cut to that, since `setTimeout` would fire them at once.
 */
export function createBrowserEnv(): Env {
  return {
    now: () => Date.now(),
    monotonic: () => performance.now(),
    setTimer(run, afterMs) {
      const id = setTimeout(run, Math.min(Math.max(afterMs, 0), 0x7fffffff));
      return () => clearTimeout(id);
    },
    online: watchGlobal(['online', 'offline'], () => globalThis.navigator?.onLine !== false),
    visible: watchGlobal(
      ['visibilitychange', 'pageshow', 'pagehide'],
      () => globalThis.document?.visibilityState !== 'hidden',
    ),
    random: () => Math.random(),
    randomId: () => randomUuid(),
  };
}

/** A store over global events; each of its listeners listens on the window for as long as it is subscribed. */
function watchGlobal(events: readonly string[], read: () => boolean): Store<boolean> {
  return {
    get: read,
    subscribe(listener) {
      let last = read();
      const refresh = (): void => {
        if (read() !== last) listener((last = !last));
      };
      for (const event of events) globalThis.addEventListener?.(event, refresh, true);
      return () => {
        for (const event of events) globalThis.removeEventListener?.(event, refresh, true);
      };
    },
  };
}

/**
 * A UUID of version 4 (RFC 9562), of whose 17th digit only the fixed half is set: 120 random bits. `crypto.randomUUID` exists
 * only in secure contexts, `getRandomValues` everywhere.
 */
function randomUuid(): string {
  const digit = (): string => (crypto.getRandomValues(new Uint8Array(1))[0]! & 15).toString(16);
  return 'xxxxxxxx-xxxx-4xxx-8xxx-xxxxxxxxxxxx'.replace(/x/g, digit);
}
