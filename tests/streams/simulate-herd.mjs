// Customers who lose a host in the same moment: how many requests a second does it get, until all are back? On a clock of its own, from a seed.

const STREAM = { 'content-type': 'text/event-stream' };
const HEARTBEAT = new TextEncoder().encode(':\n\n');
const HEARTBEAT_MS = 15_000;
/** A long poll is held for so long. */
const HOLD_MS = 25_000;
/** The customers come within so long, and have been there for so long at least when the host goes. */
const COMING_MS = 60_000;
const STAYING_MS = 120_000;
/** So long after its return all must be back. */
const PATIENCE_MS = 120_000;
/** The clock's grain: what falls due within one is done together. */
const TICK_MS = 20;

/**
 * Runs `clients` adapters, each watching a conversation, through an outage of `outageMs`. `drains`: before it goes the host ends its streams in good order, and says
 * within how many ms they may be opened again; else they break. While it is gone every request fails at once.
 *
 * @type {typeof import('./simulate-herd.mjs').simulateHerd}
 */
export async function simulateHerd({ createHostAdapter, clients = 1000, outageMs = 60_000, seed = 1, drains = 0 }) {
  const clock = createClock();
  const random = createRandom(seed);
  const open = new Map();
  const requests = [];
  let isUp = true;

  const openStream = (customer) => {
    const start = (controller) => {
      open.set(customer, controller);
      controller.enqueue(HEARTBEAT);
    };
    return new Response(new ReadableStream({ start, cancel: () => void open.delete(customer) }), { headers: STREAM });
  };
  const hold = async (customer) => {
    open.set(customer, null);
    await new Promise((resolve) => clock.setTimer(resolve, HOLD_MS));
    return new Response('{"events":[],"cursor":""}', { headers: { 'content-type': 'application/json' } });
  };
  const fetch = async (url) => {
    requests.push(clock.now());
    if (!isUp) throw new TypeError('fetch failed');
    const [, customer, isPoll] = /conversations\/(\w+)\/events(\?wait)?/.exec(url) ?? [];
    if (customer) return isPoll ? hold(customer) : openStream(customer);
    return new Response('{"token":"t","expiresAt":4e12,"customerId":"c","claim":null}');
  };
  const env = {
    ...{ now: clock.now, monotonic: clock.now, setTimer: clock.setTimer, random, randomId: () => String(random()) },
    online: { get: () => true, subscribe: () => () => {} },
    visible: { get: () => true, subscribe: () => () => {} },
  };
  const lives = Array.from({ length: clients }, () => new AbortController());
  const beat = () => {
    for (const stream of open.values()) stream?.enqueue(HEARTBEAT);
    clock.setTimer(beat, HEARTBEAT_MS);
  };
  clock.setTimer(beat, HEARTBEAT_MS);
  lives.forEach((life, index) => {
    const adapter = createHostAdapter({ url: 'https://host.example', env, fetch });
    const watch = () => adapter.watchConversation({ conversationId: `c${index}`, emit() {} }, life).catch(() => {});
    clock.setTimer(() => void watch(), random() * COMING_MS);
  });
  const nobody = { conversationId: 'c', emit() {} };
  const load = createHostAdapter({ url: 'https://host.example', env, fetch }).watchConversation(nobody, {
    signal: AbortSignal.abort(),
  });
  await load.catch(() => {}); // what is loaded with the first call takes time of its own
  await clock.advance(COMING_MS + STAYING_MS);
  if (open.size !== clients) throw new Error(`${open.size} of ${clients} streams are open`);

  requests.length = 0;
  const goneAt = clock.now();
  isUp = false;
  for (const stream of open.values()) {
    if (drains) stream.enqueue(new TextEncoder().encode(`retry: ${drains}\n\n`));
    if (drains) stream.close();
    else stream.error(new TypeError('terminated'));
  }
  open.clear();
  await clock.advance(outageMs);
  isUp = true;
  const backAt = clock.now();
  while (open.size < clients && clock.now() < backAt + PATIENCE_MS) await clock.advance(100);
  if (open.size !== clients) throw new Error(`${open.size} of ${clients} are back`);
  const endedAt = clock.now();
  for (const life of lives) life.abort();
  return {
    allBackAfterMs: endedAt - backAt,
    whole: perSecond(requests, goneAt, endedAt),
    afterReturn: perSecond(requests, backAt, endedAt),
  };
}

/** Requests from one instant to another: the mean by second, and the most in any second that begins with a request. */
function perSecond(requests, from, to) {
  const within = requests.filter((at) => at >= from && at <= to);
  let [peak, first] = [0, 0];
  within.forEach((at, index) => {
    while (within[first] <= at - 1000) first++;
    peak = Math.max(peak, index - first + 1);
  });
  const mean = (within.length * 1000) / Math.max(to - from, 1000);
  return { requests: within.length, mean, peak, ratio: peak / mean };
}

function createClock() {
  const timers = new Set();
  let now = 1_800_000_000_000;
  const settle = () => new Promise((resolve) => setImmediate(resolve));
  return {
    now: () => now,
    setTimer(run, afterMs) {
      const timer = { at: Math.ceil((now + Math.max(afterMs, 0)) / TICK_MS) * TICK_MS, run };
      timers.add(timer);
      return () => void timers.delete(timer);
    },
    async advance(ms) {
      const until = now + ms;
      for (;;) {
        let next = Infinity;
        for (const { at } of timers) if (at < next) next = at;
        if (next > until) break;
        now = next;
        for (const timer of timers) {
          if (timer.at > now) continue;
          timers.delete(timer);
          timer.run();
        }
        await settle();
      }
      now = until;
      await settle();
    },
  };
}

/** mulberry32. */
function createRandom(seed) {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}
