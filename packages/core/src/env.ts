import type { Env, Store } from './contracts.js';
import { createStore } from './store.js';

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

/** A store over global events; it listens on the window only while somebody listens to it. */
function watchGlobal(events: readonly string[], read: () => boolean): Store<boolean> {
  const value = createStore(read());
  let listenerCount = 0;
  const refresh = (): void => value.set(read());
  return {
    get: read,
    subscribe(listener) {
      if (typeof globalThis.addEventListener !== 'function') return () => {};
      if (listenerCount++ === 0) {
        refresh();
        for (const event of events) globalThis.addEventListener(event, refresh, true);
      }
      const stop = value.subscribe(listener);
      let stopped = false;
      return () => {
        if (stopped) return;
        stopped = true;
        stop();
        if (--listenerCount === 0) for (const event of events) globalThis.removeEventListener(event, refresh, true);
      };
    },
  };
}

/** `crypto.randomUUID` exists only in secure contexts; `getRandomValues` everywhere. */
function randomUuid(): string {
  if (typeof crypto.randomUUID === 'function') return crypto.randomUUID();
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  bytes[6] = (bytes[6]! & 0x0f) | 0x40;
  bytes[8] = (bytes[8]! & 0x3f) | 0x80;
  const hex = Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`;
}
