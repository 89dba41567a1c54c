import type { Env, KeyValueStore } from '@helpkiosk/core';
import type { FileCache } from './pack-files.js';

/** After this the network is asked; a cache that answers later is not waited for. */
const CACHE_PATIENCE_MS = 300;

/** Keeps a pack's files in a store of its own. `env` sets the timer for a store that is slow or hangs. */
export function createFileCache(store: KeyValueStore, env: Pick<Env, 'setTimer'>): FileCache {
  const change = async (key: string, value: Uint8Array | undefined): Promise<void> => store.update(key, () => value);
  const quietly = (work: Promise<unknown>): void => void work.catch(() => {});
  const get = async (key: string): Promise<unknown> => store.get(key);
  return {
    async take(key, parse) {
      const found = await new Promise((resolve) => {
        const stop = env.setTimer(() => resolve(undefined), CACHE_PATIENCE_MS);
        get(key)
          .catch(() => undefined)
          .then(resolve)
          .finally(stop);
      });
      if (found === undefined) return undefined;
      try {
        return parse(found as Uint8Array);
      } catch {
        quietly(change(key, undefined));
        return undefined;
      }
    },
    put: (key, bytes) => quietly(change(key, bytes)),
    keepOnly(keys) {
      const sweep = async (): Promise<void> => {
        for (const key of await store.keys()) if (!keys.has(key)) await change(key, undefined);
      };
      quietly(sweep());
    },
  };
}
