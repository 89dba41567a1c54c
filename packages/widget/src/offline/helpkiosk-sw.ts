// helpkiosk-sw.js: an optional service worker for owners whose pages should open without a network. Nothing of the widget depends on it.
// It is one classic script that imports nothing. The owner copies it to the root of the site and registers it with
//   navigator.serviceWorker.register('/helpkiosk-sw.js?base=/helpkiosk/1.2.3/&pack=/help/pack.json&pages')
// `base`: the folder of the release (default `/helpkiosk/`). `pack`: the address of pack.json (default none). `pages`: also the pages that are visited.

/** What is used of the world of a service worker; the widget's sources are typed for a page. */
interface Scope {
  readonly registration: { readonly scope: string };
  readonly clients: {
    claim(): Promise<void>;
    matchAll(options: { includeUncontrolled: boolean; type: 'window' }): Promise<readonly { url: string }[]>;
  };
  skipWaiting(): Promise<void>;
  addEventListener(type: 'install' | 'activate', listener: (event: Lasting) => void): void;
  addEventListener(type: 'fetch', listener: (event: Fetching) => void): void;
}
interface Lasting {
  waitUntil(work: Promise<unknown>): void;
}
interface Fetching extends Lasting {
  readonly request: Request;
  respondWith(response: Promise<Response>): void;
}

/** Goes up when what lies in the caches changes its meaning; older caches are deleted then. */
const CACHE_VERSION = 1;
const MAX_PAGES = 30;
const HASHED = /-[0-9a-f]{10,64}\.\w+$/;

const scope = self as unknown as Scope;
const address = new URL(location.href);
const option = (name: string): string | null => address.searchParams.get(name);
const base = new URL(option('base') ?? '/helpkiosk/', address).href;
const pack = option('pack') && new URL(option('pack')!, address).href;
const packFolder = pack && new URL('.', pack).href;
const keepsPages = option('pages') !== null;
const family = `helpkiosk-sw ${scope.registration.scope} `;
const filesName = `${family}${CACHE_VERSION}${address.search}`;
const pagesName = `${filesName} pages`;

scope.addEventListener('install', (event) => event.waitUntil(scope.skipWaiting()));
scope.addEventListener('activate', (event) =>
  event.waitUntil(Promise.all([removeOld(), scope.clients.claim(), keepOpenPages()])),
);
scope.addEventListener('fetch', (event) => {
  const answer = answerTo(event.request);
  if (answer) event.respondWith(answer);
});

/** The answer to what is ours; null leaves a request to the browser. */
function answerTo(request: Request): Promise<Response> | null {
  if (request.method !== 'GET' || request.headers.has('range')) return null;
  const { url } = request;
  if (url === pack) return fromNetwork(request, filesName, dropOldShards);
  if (packFolder && url.startsWith(packFolder) && HASHED.test(url)) return fromCache(request);
  if (url.startsWith(base))
    return /\/v?\d+\.\d+\.\d+[^/]*\//.test(url) ? fromCache(request) : fromNetwork(request, filesName);
  const isPage = keepsPages && request.mode === 'navigate' && new URL(url).origin === address.origin;
  return isPage ? fromNetwork(request, pagesName, dropOldPages) : null;
}

/** For what never changes under its address. */
async function fromCache(request: Request): Promise<Response> {
  const cache = await caches.open(filesName);
  return (await cache.match(request.url)) ?? fromNetwork(request, filesName);
}

/** The network's answer, kept if it may be; what is kept where there is no network. `after` tidies up. */
async function fromNetwork(
  request: Request,
  name: string,
  after?: (cache: Cache) => Promise<unknown>,
): Promise<Response> {
  const cache = await caches.open(name);
  let response: Response;
  try {
    response = await ask(request);
  } catch (error) {
    const kept = await cache.match(request.url);
    if (kept) return kept;
    throw error;
  }
  if (mayKeep(response)) await keep(cache, request.url, response.clone(), after);
  return response;
}

/** Of another origin a script is asked for with CORS: what cannot be looked into cannot be known to be whole. */
function ask(request: Request): Promise<Response> {
  const isOwn = new URL(request.url).origin === address.origin;
  return fetch(isOwn ? request : new Request(request.url, { mode: 'cors', credentials: 'omit', cache: request.cache }));
}

const mayKeep = (response: Response): boolean =>
  response.status === 200 &&
  !response.redirected &&
  response.type !== 'opaque' &&
  !/no-store|private/.test(response.headers.get('cache-control') ?? '');

/** A full disk is no reason to keep an answer from the page. */
async function keep(
  cache: Cache,
  url: string,
  response: Response,
  after?: (cache: Cache) => Promise<unknown>,
): Promise<void> {
  try {
    // Read to its end first: where it breaks off, what was kept before stays.
    const body = await response.arrayBuffer();
    const { status, statusText, headers } = response;
    await cache.put(url, new Response(body, { status, statusText, headers }));
    await after?.(cache);
  } catch {
    // not kept, or not anew
  }
}

/** Removes the files that the newest pack.json does not name. */
async function dropOldShards(cache: Cache): Promise<void> {
  const manifest = await (await cache.match(pack!))!.text();
  for (const { url } of await cache.keys())
    if (
      url.startsWith(packFolder!) &&
      /\/(index|articles)-[^/]*$/.test(url) &&
      !manifest.includes(url.split('/').at(-1)!)
    )
      await cache.delete(url);
}

/** The first kept go first. */
async function dropOldPages(cache: Cache): Promise<void> {
  const all = await cache.keys();
  for (const page of all.slice(0, Math.max(0, all.length - MAX_PAGES))) await cache.delete(page);
}

/** Removes the caches of earlier versions and of earlier options of this registration; no others. */
async function removeOld(): Promise<void> {
  for (const name of await caches.keys())
    if (name.startsWith(family) && name !== filesName && name !== pagesName) await caches.delete(name);
}

/** The page that has registered it was loaded before there was anybody to keep it. */
async function keepOpenPages(): Promise<void> {
  if (!keepsPages) return;
  for (const { url } of await scope.clients.matchAll({ includeUncontrolled: true, type: 'window' })) {
    const page = url.split('#')[0]!;
    if (page.startsWith(scope.registration.scope))
      await fromNetwork(new Request(page), pagesName, dropOldPages).catch(() => {}); // it will be visited again
  }
}
