import type { KeyValueStore } from '../contracts.js';
import { isHelpError } from '../errors.js';
import { createMemoryStore } from './memory-store.js';

/**
 * The store itself until a call rejects with `storage-unavailable`; from then on, and for that call too, an empty
 * memory store. `durable` says what is true now, so read it after the call whose fate matters. Other errors pass through:
 * a full disk is for the caller to judge. The `change` of an update that failed may run once more, on the memory's value.
 */
export function withMemoryFallback(store: KeyValueStore): KeyValueStore {
  let current = store;
  const call = async <T>(run: (on: KeyValueStore) => Promise<T>): Promise<T> => {
    const asked = current;
    try {
      return await run(asked);
    } catch (error) {
      if (asked !== store || !isHelpError(error) || error.code !== 'storage-unavailable') throw error;
      if (current === store) current = createMemoryStore();
      return run(current);
    }
  };
  return {
    get durable() {
      return current.durable;
    },
    get: (key) => call((on) => on.get(key)),
    keys: () => call((on) => on.keys()),
    update: (key, change) => call((on) => on.update(key, change)),
  };
}
