// All that was ever done to a simulated desk, as plain data: seed, start and calls make the same desk again, on the next page and in another tab.
import type { Priority } from '@helpkiosk/core';
import type { DeskLoad } from './desk-plan.js';

/** What is done to a desk, by its page or by a customer of the page. */
export type DeskCall =
  | { call: 'load'; load: DeskLoad }
  | { call: 'time'; hour: number }
  | { call: 'outage'; on: boolean }
  | { call: 'urgent' }
  | { call: 'next' }
  | { call: 'queue'; length: number }
  | { call: 'speed'; speed: number }
  | { call: 'join'; key: string; priority: Priority; announcedMs: number | null }
  | { call: 'leave'; conversationId: string };

/** A call and when it was made: epoch ms on the clock of the page. */
export type DeskEntry = DeskCall & { at: number };

/** A desk's life so far. */
export interface DeskLog {
  version: 1;
  seed: number;
  /** When it began on the clock of the page, and what time it was at the desk then; epoch ms. */
  startedAt: number;
  deskAt: number;
  entries: readonly DeskEntry[];
}

/** Where pages of one browser keep the desk that they share; a text that no desk has written counts as none. */
export interface DeskRecord {
  read(): string | null;
  write(text: string): void;
  /** Hears that another page has written, until the returned function is called. */
  listen(heard: () => void): () => void;
}

/** A log is not taken up again after so long: the desk would have to live through all of it. */
const OLDEST_MS = 2 * 3_600_000;
const MOST_ENTRIES = 1000;

const LOADS: readonly DeskLoad[] = ['calm', 'peak', 'outage', 'shift-change', 'night'];
const PRIORITIES: readonly Priority[] = ['p0', 'p1', 'normal'];
type Fields = Readonly<Record<string, unknown>>;
const isFigure = (value: unknown): boolean => Number.isFinite(value);
const isText = (value: unknown): boolean => typeof value === 'string' && value !== '';

const CHECKS: Readonly<Record<DeskCall['call'], (entry: Fields) => boolean>> = {
  load: ({ load }) => LOADS.includes(load as DeskLoad),
  time: ({ hour }) => isFigure(hour),
  outage: ({ on }) => typeof on === 'boolean',
  urgent: () => true,
  next: () => true,
  queue: ({ length }) => isFigure(length),
  speed: ({ speed }) => isFigure(speed),
  join: ({ key, priority, announcedMs }) =>
    isText(key) && PRIORITIES.includes(priority as Priority) && (announcedMs === null || isFigure(announcedMs)),
  leave: ({ conversationId }) => isText(conversationId),
};

/** The log of a text; null for one that is none, is from the future, or is older than two hours. Never throws. */
export function readDeskLog(text: string | null, now: number): DeskLog | null {
  const log = parse(text);
  const { seed, startedAt, deskAt, entries } = log;
  if (log['version'] !== 1 || !isFigure(seed) || !isFigure(startedAt) || !isFigure(deskAt)) return null;
  if (!((startedAt as number) <= now && now - (startedAt as number) < OLDEST_MS)) return null;
  if (!Array.isArray(entries) || entries.length > MOST_ENTRIES || !entries.every(isEntry)) return null;
  return log as unknown as DeskLog;
}

/** Whether two logs tell of the same desk, as far as the same point. */
export const isSameLog = (one: DeskLog, other: DeskLog): boolean =>
  one.startedAt === other.startedAt && one.seed === other.seed && one.entries.length === other.entries.length;

function isEntry(value: unknown): boolean {
  const entry = Object(value) as Fields;
  const { call } = entry;
  return isFigure(entry['at']) && Object.hasOwn(CHECKS, String(call)) && CHECKS[call as DeskCall['call']](entry);
}

function parse(text: string | null): Fields {
  try {
    return Object(JSON.parse(text ?? 'null')) as Fields;
  } catch {
    return {}; // somebody else's
  }
}
