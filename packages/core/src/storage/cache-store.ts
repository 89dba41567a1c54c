import type { KeyValueStore } from '../contracts.js';

const FOLDER = '/helpkiosk-copy/';

/**
 * Small values as JSON in the cache `name` of the Cache API: a store that browsers keep apart from IndexedDB, for a second copy (`withMirror`). Nothing is ever asked of its
 * addresses. Where there are no caches (no secure context, a sandbox), or where they fail, it is empty, and writing does nothing: no call rejects. `durable` is false, since nobody is told.
 *
 * A value is written under a new address before the old one is deleted: a browser that ends between leaves one of the two. `update` is not atomic, neither over tabs nor in one.
 */
export function createCacheStore(name: string): KeyValueStore {
  const urlOf = (key: string): string => globalThis.origin + FOLDER + encodeURIComponent(key);
  const use = async <T>(run: (cache: Cache) => Promise<T>, otherwise: T, isWriting = false): Promise<T> => {
    try {
      if (isWriting || (await caches.has(name))) return await run(await caches.open(name));
    } catch {} // no caches here, or none that works
    return otherwise;
  };
  /** All that lies there of a key, newest first, and the newest that is whole. */
  const look = async (cache: Cache, key: string): Promise<{ requests: Request[]; value: unknown }> => {
    const requests = [...(await cache.keys(urlOf(key), { ignoreSearch: true }))];
    requests.sort((a, b) => numberOf(b) - numberOf(a));
    let value: unknown;
    for (const request of requests) {
      const text = cache.match(request).then((response) => response?.json());
      value ??= await text.catch(() => {}); // cut off: the one before is whole
    }
    return { requests, value };
  };
  return {
    durable: false,
    get: (key) => use(async (cache) => (await look(cache, key)).value, undefined),
    keys: () =>
      use(async (cache) => {
        const keys = (await cache.keys()).map(({ url }) => new URL(url).pathname.slice(FOLDER.length));
        return [...new Set(keys.map(decodeURIComponent))].sort();
      }, []),
    update: (key, change) =>
      use<void>(
        async (cache) => {
          const { requests, value: old } = await look(cache, key);
          const value = change(old);
          if (value !== undefined) {
            await cache.put(`${urlOf(key)}?${numberOf(requests[0]) + 1}`, new Response(JSON.stringify(value)));
          }
          for (const request of requests) await cache.delete(request);
        },
        undefined,
        true,
      ),
  };
}

const numberOf = (request?: Request): number => Number(request?.url.split('?')[1] ?? 0);
