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
    visible: watchGlobal(['visibilitychange', 'pageshow', 'pagehide'], () => visibilityOf(globalThis) !== 'hidden'),
    random: () => Math.random(),
    randomId: () => randomUuid(),
  };
}

const visibilityOf = (world: { document?: { visibilityState?: string } }): string | undefined =>
  world.document?.visibilityState;

/** A store over global events; each of its listeners listens on the window for as long as it is subscribed. */
function watchGlobal(events: readonly string[], read: () => boolean): Store<boolean> {
  return {
    get: read,
    subscribe(listener) {
      if (typeof globalThis.addEventListener !== 'function') return () => {};
      let last = read();
      const refresh = (): void => {
        const now = read();
        if (now !== last) listener((last = now));
      };
      for (const event of events) globalThis.addEventListener(event, refresh, true);
      return () => {
        for (const event of events) globalThis.removeEventListener(event, refresh, true);
      };
    },
  };
}

/** `crypto.randomUUID` exists only in secure contexts; `getRandomValues` everywhere (RFC 9562, version 4). */
function randomUuid(): string {
  if (typeof crypto.randomUUID === 'function') return crypto.randomUUID();
  return 'xxxxxxxx-xxxx-4xxx-yxxx-xxxxxxxxxxxx'.replace(/[xy]/g, (letter) => {
    const [byte] = crypto.getRandomValues(new Uint8Array(1)) as unknown as [number];
    return (letter === 'x' ? byte & 15 : (byte & 3) | 8).toString(16);
  });
}
