import type { Store } from './contracts.js';
import { isAbortError, toHelpError, type HelpError } from './errors.js';
import { createStore } from './store.js';

/** Something that is fetched when it is needed. A failed load keeps the value that was there before. */
export type Loaded<T> =
  | { state: 'idle' }
  | { state: 'loading'; value?: T }
  | { state: 'ready'; value: T }
  | { state: 'failed'; error: HelpError; value?: T };

/** A store of `Loaded<T>`: a new `load` aborts the one before, whose answer is then dropped even if it still comes. */
export interface Resource<T> extends Store<Loaded<T>> {
  /**
   * Runs `run`; fulfilled when it has settled, never rejected. `keep` shows the old value meanwhile; so does `show` with another one, until `run`
   * has settled.
   */
  load(run: (signal: AbortSignal, show: (value: T) => void) => Promise<T>, options?: { keep?: boolean }): Promise<void>;
  /** Aborts what runs and forgets the value. */
  clear(): void;
}

/** `onError` hears of every failure but aborts. */
export function createResource<T>(onError: (error: HelpError) => void): Resource<T> {
  const store = createStore<Loaded<T>>({ state: 'idle' });
  let running: AbortController | null = null;
  const stop = (): void => {
    running?.abort();
    running = null;
  };
  return {
    get: store.get,
    subscribe: store.subscribe,
    async load(run, { keep = false } = {}) {
      stop();
      const mine = (running = new AbortController());
      const before = store.get();
      const old = keep && 'value' in before && before.value !== undefined ? { value: before.value } : {};
      store.set({ state: 'loading', ...old });
      try {
        const value = await run(mine.signal, (value) => {
          if (running === mine && store.get().state === 'loading') store.set({ state: 'loading', value });
        });
        if (running === mine) store.set({ state: 'ready', value });
      } catch (thrown) {
        if (running !== mine || isAbortError(thrown)) return;
        const error = toHelpError(thrown);
        store.set({ state: 'failed', error, ...old });
        onError(error);
      }
    },
    clear() {
      stop();
      store.set({ state: 'idle' });
    },
  };
}
