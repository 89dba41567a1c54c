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
  tell: (event: never) => void;
  off: () => void;
}

/**
 * Makes an emitter. A listener registered twice is called twice; one added while an event is told waits for the
 * next, one removed meanwhile is not called any more. A signal that has already aborted registers nothing.
 */
export function createEmitter<Events extends object>(): Emitter<Events> {
  const registrations = new Map<keyof Events, Set<Registration>>();
  const off = (name: keyof Events): void => {
    for (const registration of [...(registrations.get(name) ?? [])]) registration.off();
  };
  return {
    on(name, listener, { signal, once } = {}) {
      if (signal?.aborted) return () => {};
      const listeners = registrations.get(name) ?? new Set();
      registrations.set(name, listeners);
      const stop = (): void => {
        listeners.delete(registration);
        signal?.removeEventListener('abort', stop);
      };
      const registration: Registration = {
        off: stop,
        tell: (event) => {
          if (once) stop();
          listener(event);
        },
      };
      listeners.add(registration);
      signal?.addEventListener('abort', stop);
      return stop;
    },
    off,
    emit(name, event) {
      const listeners = registrations.get(name) ?? new Set();
      for (const registration of [...listeners]) {
        if (listeners.has(registration)) tellSafely(() => registration.tell(event as never));
      }
    },
    clear() {
      for (const name of registrations.keys()) off(name);
    },
  };
}
