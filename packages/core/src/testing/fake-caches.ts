/** The part of `CacheStorage` that a `createCacheStore` uses, in memory, and a look at what lies in it. */
export interface FakeCaches {
  caches: Pick<CacheStorage, 'has' | 'open'>;
  /** What a cache holds, by path and search; as it lies there. */
  texts(name: string): Record<string, string>;
  /** Writes an entry as a browser that was ended may leave one; with the text `unreadable`, `match` rejects. */
  put(name: string, url: string, text: string): void;
}

/** No caches at first. */
export function createFakeCaches(): FakeCaches {
  const all = new Map<string, Map<string, string>>();
  const openMap = (name: string): Map<string, string> => {
    const entries = all.get(name) ?? new Map<string, string>();
    all.set(name, entries);
    return entries;
  };
  return {
    caches: {
      has: async (name) => all.has(name),
      open: async (name) => createCache(openMap(name)) as unknown as Cache,
    },
    texts: (name) =>
      Object.fromEntries(
        [...(all.get(name) ?? [])].map(([url, text]) => [new URL(url).pathname + new URL(url).search, text]),
      ),
    put: (name, url, text) => void openMap(name).set(url, text),
  };
}

const urlOf = (request: RequestInfo | URL): string => (request instanceof Request ? request.url : String(request));
const withoutSearch = (url: string): string => url.split('?')[0]!;

function createCache(entries: Map<string, string>): Pick<Cache, 'keys' | 'match' | 'put' | 'delete'> {
  return {
    async keys(request, { ignoreSearch = false } = {}) {
      const wanted = request && urlOf(request);
      const fits = (url: string): boolean =>
        wanted === undefined || url === wanted || (ignoreSearch && withoutSearch(url) === withoutSearch(wanted));
      return [...entries.keys()].filter(fits).map((url) => new Request(url));
    },
    async match(request) {
      const text = entries.get(urlOf(request));
      if (text === 'unreadable') throw new DOMException('', 'UnknownError');
      return text === undefined ? undefined : new Response(text);
    },
    async put(request, response) {
      entries.set(urlOf(request), await response.text());
    },
    delete: async (request) => entries.delete(urlOf(request)),
  };
}
