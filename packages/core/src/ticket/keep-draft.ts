import type { Env, KeyValueStore } from '../contracts.js';
import { figure, own } from '../status/read-figures.js';
import { MOST_FILES } from './check-file.js';
import { EMPTY_DRAFT, type TicketDraft, type TicketFile } from './ticket-types.js';

/** After the last letter. */
const CALM_MS = 400;
/** Drafts older than this are not brought back. */
const LONGEST_MS = 30 * 86_400_000;
/** Files above this in sum are not kept with a draft: they would be written anew with every letter. */
const MOST_KEPT_BYTES = 10 * 1024 * 1024;

/** Where a draft outlives its page. */
export interface DraftKeeper {
  /** The draft of before; null: there is none, or nothing can be read. Never rejects. */
  read(): Promise<TicketDraft | null>;
  /** Keeps it a moment later; null takes it away at once. What goes wrong is left: the draft on the screen stands. */
  keep(draft: TicketDraft | null): void;
  /** Writes what still waits to be written. */
  stop(): void;
}

/** Keeps one draft under a key of the store. */
export function createDraftKeeper(
  store: KeyValueStore,
  env: Pick<Env, 'now' | 'setTimer'>,
  key = 'draft',
): DraftKeeper {
  let waiting: TicketDraft | null = null;
  let cancel = (): void => {};
  const write = (draft: TicketDraft | null): void => {
    cancel();
    waiting = null;
    const record = draft && { savedAt: env.now(), draft: withinCap(draft) };
    store.update(key, () => record ?? undefined).catch(() => {}); // the draft on the screen stands all the same
  };
  return {
    async read() {
      const record = await store.get(key).catch(() => null);
      const savedAt = figure(own(record, 'savedAt'));
      return savedAt === null || env.now() - savedAt > LONGEST_MS ? null : readDraft(own(record, 'draft'));
    },
    keep(draft) {
      if (!draft) return write(null);
      waiting = draft;
      cancel();
      cancel = env.setTimer(() => write(waiting), CALM_MS);
    },
    stop() {
      if (waiting) write(waiting);
    },
  };
}

/** A draft out of a store, where anybody may have written; null for what is none. Never throws. */
export function readDraft(given: unknown): TicketDraft | null {
  const subject = own(given, 'subject');
  if (typeof subject !== 'string') return null;
  const text = (name: string): string => {
    const value = own(given, name);
    return typeof value === 'string' ? value : '';
  };
  const fields = own(given, 'fields');
  const without = own(given, 'without');
  const files = own(given, 'files');
  return {
    ...EMPTY_DRAFT,
    formId: text('formId') || null,
    subject,
    text: text('text'),
    fields: Object.fromEntries(
      Object.entries(Object(fields) as object).filter(([, value]) => typeof value === 'string'),
    ) as TicketDraft['fields'],
    priority: (['p0', 'p1'] as const).find((each) => each === own(given, 'priority')) ?? 'normal',
    email: text('email'),
    remember: own(given, 'remember') === true,
    files: Array.isArray(files) ? (files as unknown[]).filter(isFile).slice(0, MOST_FILES) : [],
    without: Array.isArray(without) ? without.filter((part): part is string => typeof part === 'string') : [],
  };
}

const isFile = (file: unknown): file is TicketFile =>
  ['id', 'name', 'type'].every((name) => typeof own(file, name) === 'string') &&
  typeof Blob === 'function' &&
  own(file, 'data') instanceof Blob;

/** The first files that fit; the others have to be chosen anew after a reload. */
function withinCap(draft: TicketDraft): TicketDraft {
  let left = MOST_KEPT_BYTES;
  return { ...draft, files: draft.files.filter((file) => (left -= file.data.size) >= 0) };
}

/** Whether there is anything in it that somebody would miss. */
export const isWorthKeeping = ({ subject, text, fields, files }: TicketDraft): boolean =>
  !!(subject || text || files.length || Object.values(fields).some(Boolean));
