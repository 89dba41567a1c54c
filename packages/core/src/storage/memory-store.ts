import type { KeyValueStore } from '../contracts.js';
import { toStorageError } from './storage-error.js';

/**
 * A store that lives as long as the page. Values are copied in and out as IndexedDB does (structured clone), and keys come
 * sorted, so that code that works here works there. `update` rejects with what `change` throws, and with HelpError `internal`
 * for a value that cannot be cloned; either way nothing has changed.
 */
export function createMemoryStore(): KeyValueStore {
  const values = new Map<string, unknown>();
  const read = (key: string): unknown => structuredClone(values.get(key));
  return {
    durable: false,
    get: async (key) => read(key),
    keys: async () => [...values.keys()].sort(),
    async update(key, change) {
      const value = change(read(key));
      if (value === undefined) values.delete(key);
      else values.set(key, copyOf(value));
    },
  };
}

function copyOf(value: unknown): unknown {
  try {
    return structuredClone(value);
  } catch (error) {
    throw toStorageError(error);
  }
}
