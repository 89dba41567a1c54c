// A tiny host that knows keys, and that loses requests and answers; it tells of each step, so that the browser can be killed right there.
import { createServer } from 'node:http';

/**
 * @param {{page: string, random: () => number}} options `page`: the script of the page.
 * @returns {Promise<{url: string, ledger: Ledger, heal(): void, onStep: (step: string) => void, close(): Promise<void>}>}
 *
 * @typedef {{taken: {item: string, conversation: string | null}[], saved: Set<string>, shown: Set<string>, volatile: number, stores: Set<string>, requests: number}} Ledger
 */
export async function startHost({ page, random }) {
  const ledger = { taken: [], saved: new Set(), shown: new Set(), volatile: 0, stores: new Set(), requests: 0 };
  const known = new Set();
  let faults = 0.35;
  const host = { ledger, onStep: () => {}, heal: () => void (faults = 0) };
  const take = async (request, response, words) => {
    ledger.requests++;
    host.onStep('arrived');
    const fault = random() < faults ? ['cut-before', 'cut-after', 'busy', 'silent'][Math.floor(random() * 4)] : 'none';
    await readAll(request);
    if (fault === 'cut-before') return request.socket.destroy();
    if (fault === 'busy') return response.writeHead(503).end();
    const key = words.get('key');
    if (!known.has(key)) {
      known.add(key);
      ledger.taken.push({ item: words.get('item'), conversation: words.get('conversation') });
    }
    host.onStep('taken');
    await new Promise((resolve) => setTimeout(resolve, random() * 40));
    if (fault === 'cut-after') return request.socket.destroy();
    if (fault === 'silent') return;
    response.writeHead(200).end('{}');
    host.onStep('answered');
  };
  const server = createServer(async (request, response) => {
    const { pathname, searchParams } = new URL(request.url, 'http://localhost');
    if (pathname === '/take') return take(request, response, searchParams).catch(() => request.socket.destroy());
    if (pathname === '/page.js') return response.writeHead(200, { 'content-type': 'text/javascript' }).end(page);
    if (pathname === '/')
      return response
        .writeHead(200, { 'content-type': 'text/html' })
        .end('<!doctype html><title>kills</title><body><script type="module" src="/page.js"></script>');
    if (pathname === '/saved') ledger.saved.add(searchParams.get('item'));
    if (pathname === '/shown') ledger.shown.add(searchParams.get('item'));
    if (pathname === '/volatile') ledger.volatile++;
    if (pathname === '/store') ledger.stores.add(searchParams.get('begun'));
    response.writeHead(200).end();
    if (pathname === '/saved' || pathname === '/empty') host.onStep(pathname.slice(1));
  });
  await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));
  return Object.assign(host, {
    url: `http://localhost:${server.address().port}`,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  });
}

/** Rejects when the one who sends it ends meanwhile: then nothing has arrived. */
async function readAll(request) {
  for await (const chunk of request) void chunk;
}

/** What the ledger says against what was saved: items by the fault that befell them. What the customer was shown as not sent, its files being gone, is not lost without a word. */
export function judge({ taken, saved, shown }) {
  const items = taken.map(({ item }) => item);
  const isLate = ({ item, conversation }, place) =>
    conversation !== null &&
    taken.slice(0, place).some((each) => each.conversation === conversation && rankOf(each.item) > rankOf(item));
  return {
    lost: [...saved].filter((item) => !items.includes(item) && !shown.has(item)),
    shown: [...shown].filter((item) => !items.includes(item)),
    doubled: items.filter((item, place) => items.indexOf(item) !== place),
    misordered: taken.filter(isLate).map(({ item }) => item),
  };
}

/** Items are `run-frame-number`; within a conversation the frame is the same. */
function rankOf(item) {
  const [run, , number] = item.split('-');
  return 1000 * Number(run) + Number(number);
}
