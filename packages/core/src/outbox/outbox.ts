// What the customer sends, kept until the host has taken it: once, in order, over reloads, tabs, crashes and weeks. docs/outbox.md tells what is promised.
import type { Env, KeyValueStore, Outbox, OutboxItem, OutboxSend } from '../contracts.js';
import type { LivePort } from '../conversation/live-port.js';
import { createBrowserEnv } from '../env.js';
import { HelpError } from '../errors.js';
import { own } from '../status/read-figures.js';
import { createStore } from '../store.js';
import { createDispatcher, type Dispatcher } from './dispatcher.js';
import { moveIn, removeItem, type OutboxBook } from './outbox-book.js';
import { isTooOld, itemOf, type OutboxEvent } from './outbox-item.js';
import { createShelf, type OutboxShelf } from './outbox-shelf.js';

/** Waking up is spread over so long. */
const WAKE_MS = 1000;

/** Other tabs with the same store. */
export type OutboxTabs = Pick<LivePort, 'post' | 'listen' | 'lead'>;

export interface OutboxPorts {
  /** Best one that flushes: `createIdbStore(name, { durability: 'strict' })`, without a fallback: a store that fails is asked again, and only what is put meanwhile goes to memory. */
  storage: KeyValueStore;
  send: OutboxSend;
  env?: Env;
  /** One of them sends, the others follow. Left out, each tab sends, and leases and keys alone keep them apart. */
  tabs?: OutboxTabs;
  /** How long an item is its sender's (default 30,000). More than `sendTimeoutMs`. */
  leaseMs?: number;
  /** How long an attempt may take without progress (default 15,000). */
  sendTimeoutMs?: number;
  /** The first window of waiting (default 1,000), and the longest (default 300,000; messages 60,000 at most). */
  retry?: { baseMs?: number; capMs?: number };
}

/**
 * Starts to send what lies in the store. `put` is fulfilled once the item is kept; with `durable: false` only this page has it. `items` are in order of `seq`,
 * follow what other tabs do, and show what a verb has done by the time it is fulfilled. HelpError `refused`: from `put` for a file that cannot be read, from `edit` for what is not `editable` or is gone, from `retry` for
 * what is older than 21 days. A book of a newer version is read only: verbs reject with `unavailable`, and what is put is kept in memory.
 * `destroy` aborts what is being sent; the next outbox on the store sends it again with the same key.
 */
export function createOutbox({
  storage,
  send,
  tabs,
  env = createBrowserEnv(),
  leaseMs = 30_000,
  sendTimeoutMs = 15_000,
  retry: { baseMs = 1000, capMs = 300_000 } = {},
}: OutboxPorts): Outbox {
  const shelf = createShelf(storage, env);
  const items = createItems(env);
  const lead = createLead(tabs, shelf, () => dispatcher.takeOver());
  const post = (): void => tabs?.post({ type: 'outbox' });
  const dispatcher: Dispatcher = createDispatcher({
    ...{ env, shelf, send, leaseMs, sendTimeoutMs, baseMs, capMs, owner: env.randomId() },
    leads: lead.has,
    onBook(book) {
      items.show(book);
      lead.want(book.items.some(({ state }) => state !== 'dead'));
    },
    onChange: post,
  });
  const { look } = dispatcher;
  const tell = (): Promise<void> => {
    post();
    return look();
  };
  const hasten = async (): Promise<void> => {
    const event: OutboxEvent = { type: 'hasten', waitMs: env.random() * 5 * baseMs, at: env.now() };
    const hurry = (book: OutboxBook): OutboxBook =>
      book.items.reduce((next, { key }) => moveIn(next, key, event, event.at), book);
    if (items.store.get().some(({ lastError }) => lastError)) await shelf.change(hurry).catch(() => {});
    await tell();
  };
  const stopWaking = wake(env, hasten, look);
  const stopListening = tabs?.listen((message) => void (own(message, 'type') === 'outbox' && look()));
  void look();
  return {
    items: items.store,
    ...createVerbs(shelf, env, dispatcher, tell),
    destroy() {
      stopWaking();
      stopListening?.();
      dispatcher.destroy();
      lead.want(false);
    },
  };
}

type Verbs = Pick<Outbox, 'put' | 'retry' | 'edit' | 'remove'>;

function createVerbs(shelf: OutboxShelf, env: Env, { abort }: Dispatcher, tell: () => Promise<void>): Verbs {
  let last: Promise<unknown> = shelf.sweep().catch(() => {}); // what is left over is swept another time
  /** One after the other, so that what is said first comes first; fulfilled when `items` show it. */
  const inTurn = <T>(run: () => Promise<T>): Promise<T> => {
    const result = last.then(run, run);
    last = result.catch(() => {});
    return result.finally(tell);
  };
  const move = (key: string, event: OutboxEvent, isAllowed: (item?: OutboxItem) => boolean): Promise<void> =>
    inTurn(async () => {
      await shelf.change((book) => {
        const record = book.items.find((each) => each.key === key);
        if (!isAllowed(record && itemOf(record, env.now()))) throw new HelpError('refused', { key });
        return moveIn(book, key, event, env.now());
      });
    });
  return {
    put: ({ kind, conversation = null, body, blobs = [], key = env.randomId() }) =>
      inTurn(async () => {
        await shelf.add({ key, kind, conversation, body }, blobs);
        return { key, durable: shelf.isDurable() };
      }),
    retry: (key) => move(key, { type: 'retry', at: env.now() }, (item) => !item || !isTooOld(item, env.now())),
    edit: (key, body) => move(key, { type: 'edit', body, at: env.now() }, (item) => item?.editable === true),
    remove: (key) =>
      inTurn(async () => {
        await shelf.change((book) => removeItem(book, key));
        abort(key);
        await shelf.dropBlobs(key);
      }),
  };
}

function createItems(env: Pick<Env, 'now'>) {
  const store = createStore<readonly OutboxItem[]>([]);
  let shown = '';
  return {
    store,
    show({ items, turn }: OutboxBook): void {
      const now = `${turn} ${items.map(({ key }) => key).join()}`;
      if (now === shown) return;
      shown = now;
      store.set(items.map((record) => itemOf(record, env.now())));
    },
  };
}

/** Stands in line for the lead only while there is something to send: a page that holds a lock cannot be kept by the browser for the way back. */
function createLead(tabs: OutboxTabs | undefined, shelf: OutboxShelf, onLead: () => void) {
  let leads = false;
  let stop: (() => void) | null = null;
  return {
    has: (): boolean => leads || !tabs || !shelf.isDurable(),
    want(isWanted: boolean): void {
      if (isWanted && shelf.isDurable()) {
        stop ??=
          tabs?.lead(
            () => {
              leads = true;
              onLead();
            },
            () => void (leads = false),
          ) ?? null;
      } else {
        stop?.();
        [stop, leads] = [null, false];
      }
    },
  };
}

/** Looks again, each time a little later than the others, when the network is back (`hasten` then) and when the page is seen again. */
function wake(env: Env, hasten: () => Promise<void>, look: () => Promise<void>): () => void {
  const follow = (source: Env['online'], run: () => Promise<void>): (() => void) => {
    let stopTimer = (): void => {};
    const stop = source.subscribe((isSo) => {
      stopTimer();
      if (isSo) stopTimer = env.setTimer(() => void run(), env.random() * WAKE_MS);
    });
    return () => {
      stopTimer();
      stop();
    };
  };
  const stops = [follow(env.online, hasten), follow(env.visible, look)];
  return () => stops.forEach((stop) => stop());
}
