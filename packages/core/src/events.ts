import { tellSafely } from './store.js';

/** Tells listeners by name what has happened. `Events` maps each name to what its listeners get. */
export interface Emitter<Events extends object> {
  /** Listens until the returned function is called, `signal` aborts, or, with `once`, the first event has come. */
  on<K extends keyof Events>(
    name: K,
    listener: (event: Events[K]) => void,
    options?: { signal?: AbortSignal; once?: boolean },
  ): () => void;
  /** Removes every listener of one name. */
  off(name: keyof Events): void;
  /** Calls the listeners in the order in which they came. What one throws is left to the page's error handling. */
  emit<K extends keyof Events>(name: K, event: Events[K]): void;
  /** Removes every listener. */
  clear(): void;
}

interface Registration {
  name: PropertyKey;
  tell: (event: never) => void;
  stop: () => void;
}

/**
 * Makes an emitter. A listener registered twice is called twice; one added while an event is told waits for the
 * next, one removed meanwhile is not called any more. A signal that has already aborted registers nothing.
 */
export function createEmitter<Events extends object>(): Emitter<Events> {
  const registrations = new Set<Registration>();
  const clear = (name?: keyof Events): void => {
    for (const each of registrations) if (name === undefined || each.name === name) each.stop();
  };
  return {
    on(name, listener, { signal, once } = {}) {
      const stop = (): void => {
        registrations.delete(registration);
        signal?.removeEventListener('abort', stop);
      };
      const registration: Registration = {
        name,
        tell: (event) => {
          if (once) stop();
          listener(event);
        },
        stop,
      };
      if (signal?.aborted) return stop;
      registrations.add(registration);
      signal?.addEventListener('abort', stop);
      return stop;
    },
    off: clear,
    emit(name, event) {
      for (const each of [...registrations]) {
        if (each.name === name && registrations.has(each)) tellSafely(() => each.tell(event as never));
      }
    },
    clear: () => clear(),
  };
}
