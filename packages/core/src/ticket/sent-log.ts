import type { Env, HelpAdapter, KeyValueStore, Store } from '../contracts.js';
import { createStore } from '../store.js';
import { instant, own } from '../status/read-figures.js';

const KEY = 'sent';
const MOST = 100;
const LONGEST = 300;

/** One thing that left the device, or was on its way. */
export interface SentEntry {
  readonly at: number;
  /** By which method of the adapter it went. */
  readonly method: string;
  /** The key under which it went; the same sent again is one entry. */
  readonly key: string;
  /** The customer's own words or the name of a file, cut at 300 characters. */
  readonly text: string;
  /** What went along, as text: address, phone, page, searches, articles, facts. */
  readonly along: readonly string[];
}

const COUNTS = 'report';

/** What is listed; all other methods only ask. `report` carries counts and names of events and no words. */
const NAMES: readonly (keyof HelpAdapter)[] = [
  ...(['startConversation', 'sendMessage', 'submitTicket', 'replyToTicket', 'requestCallback', 'sendRating'] as const),
  ...(['upload', 'runAction', 'search', 'ask', 'report'] as const),
];

export interface SentLog {
  /** The newest first, a hundred at the most. */
  readonly entries: Store<readonly SentEntry[]>;
  /** Hears of a call to the host; `at`: when, default now. Methods that only ask are not listed. Of `report`, which goes out all the time, the last one is. */
  note(method: string, input: unknown, at?: number): void;
  /** Reads the device. Never rejects. */
  read(): Promise<void>;
  /** Empties the list; the device is not touched. */
  forget(): void;
}

/** Keeps the list in the store; where nothing can be kept it lives as long as the page. */
export function createSentLog(store: KeyValueStore, env: Pick<Env, 'now'>): SentLog {
  const entries = createStore<readonly SentEntry[]>([]);
  const merge = (kept: readonly SentEntry[], fresh: readonly SentEntry[]): readonly SentEntry[] =>
    [...fresh, ...kept.filter((old) => !fresh.some((each) => isSame(each, old)))]
      .sort((a, b) => b.at - a.at)
      .slice(0, MOST);
  return {
    entries,
    note(method, input, at = env.now()) {
      if (!NAMES.includes(method as never)) return;
      const entry = entryOf(method, input, at);
      if (method !== COUNTS && entries.get().some((each) => isSame(each, entry))) return;
      entries.update((now) => merge(now, [entry]));
      store.update(KEY, (kept) => merge(readEntries(kept), [entry])).catch(() => {}); // the list of this page stands
    },
    async read() {
      const kept = await store.get(KEY).catch(() => null);
      entries.update((now) => merge(readEntries(kept), now));
    },
    forget: () => entries.set([]),
  };
}

/** Sent again as it was. */
const isSame = (a: SentEntry, b: SentEntry): boolean =>
  a.key === b.key && a.method === b.method && a.text === b.text && a.along.join() === b.along.join();

function entryOf(method: string, input: unknown, at: number): SentEntry {
  const word = (name: string): string => {
    const value = own(input, name);
    return typeof value === 'string' ? value : '';
  };
  const context = own(input, 'context');
  const customer = own(input, 'customer');
  const lists = ['searches', 'articles'].flatMap((name) => listOf(own(context, name)));
  const facts = Object.values(Object(own(context, 'facts')) as object);
  const fields = Object.values(Object(own(input, 'fields')) as object);
  const along = [...['name', 'email', 'phone'].map((name) => own(customer, name)), own(input, 'phone')];
  const texts = [...along, ...fields, own(context, 'pageUrl'), ...lists, ...facts];
  const score = own(input, 'score');
  const more = word('subject') && word('text') !== word('subject') ? word('text').slice(0, LONGEST) : '';
  const said = [more, typeof score === 'number' ? String(score) : '', ...texts];
  return {
    ...{ at, method },
    key: word('key') || (method === COUNTS ? method : `${method} ${at}`),
    text: (word('subject') || word('text') || word('question') || word('name') || word('actionId')).slice(0, LONGEST),
    along: [...new Set(said.filter((each): each is string => typeof each === 'string' && each !== ''))],
  };
}

const listOf = (value: unknown): readonly unknown[] => (Array.isArray(value) ? (value as unknown[]) : []);

function readEntries(given: unknown): readonly SentEntry[] {
  return listOf(given).flatMap((entry): SentEntry[] => {
    const at = instant(own(entry, 'at'));
    const [method, key, text] = ['method', 'key', 'text'].map((name) => own(entry, name));
    if (at === null || typeof method !== 'string' || typeof key !== 'string' || typeof text !== 'string') return [];
    const along = listOf(own(entry, 'along')).filter((each): each is string => typeof each === 'string');
    return [{ at, method, key, text, along }];
  });
}
