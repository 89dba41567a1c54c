import type { Store } from './contracts.js';

/** A store that its owner can write to. */
export interface WritableStore<T> extends Store<T> {
  set(value: T): void;
  update(change: (value: T) => T): void;
}

/**
 * Holds one value and tells its listeners when it changes.
 * Listeners are not called on subscription and not for a value that is `Object.is`-equal to the last one.
 * A listener that throws does not keep the others from being told; its error is rethrown in a task of its own.
 */
export function createStore<T>(initial: T): WritableStore<T> {
  let value = initial;
  let round = 0;
  const listeners = new Set<{ tell: (value: T) => void }>();
  const set = (next: T): void => {
    if (Object.is(next, value)) return;
    value = next;
    const thisRound = ++round;
    for (const listener of [...listeners]) {
      // Once a listener has written again, the newer round has told everybody.
      if (thisRound === round && listeners.has(listener)) tellSafely(() => listener.tell(next));
    }
  };
  return {
    get: () => value,
    set,
    update: (change) => set(change(value)),
    subscribe(tell) {
      const listener = { tell };
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
  };
}

/**
 * A read-only store computed from others. It listens to its sources only while somebody listens to it;
 * without listeners, `get` computes afresh. `equal` (default `Object.is`) decides what counts as a change.
 */
export function derive<Sources extends readonly Store<unknown>[], T>(
  sources: Sources,
  compute: (...values: { [K in keyof Sources]: Sources[K] extends Store<infer V> ? V : never }) => T,
  equal: (a: T, b: T) => boolean = Object.is,
): Store<T> {
  const read = (): T => compute(...(sources.map((source) => source.get()) as never));
  let cached: WritableStore<T> | null = null;
  let release: (() => void)[] = [];
  let listenerCount = 0;
  const refresh = (): void => {
    if (!cached) return;
    const next = read();
    if (!equal(cached.get(), next)) cached.set(next);
  };
  return {
    get() {
      if (!cached) return read();
      refresh();
      return cached.get();
    },
    subscribe(listener) {
      if (listenerCount === 0) {
        cached = createStore(read());
        release = sources.map((source) => source.subscribe(refresh));
      }
      listenerCount++;
      const stop = cached!.subscribe(listener);
      let stopped = false;
      return () => {
        if (stopped) return;
        stopped = true;
        stop();
        if (--listenerCount === 0) {
          for (const leave of release) leave();
          release = [];
          cached = null;
        }
      };
    },
  };
}

/** Calls a listener; what it throws is reported by the page's own error handling and does not reach the caller. */
export function tellSafely(tell: () => void): void {
  try {
    tell();
  } catch (error) {
    queueMicrotask(() => {
      throw error;
    });
  }
}
