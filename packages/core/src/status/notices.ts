import { instant, own } from './read-figures.js';

const LEVELS = ['outage', 'warning', 'info'] as const;

/** A notice of an incident, checked. */
export interface ReadNotice {
  readonly id: string;
  readonly level: 'info' | 'warning' | 'outage';
  /** By locale; at least one. */
  readonly text: Readonly<Record<string, string>>;
  readonly since: number | null;
  readonly nextNewsAt: number | null;
  /** The time of the next news has passed without any. */
  readonly newsOverdue: boolean;
}

/**
 * Notices from outside, the worst first, then the newest, then as given. One that lacks id, level or text is left out;
 * of several with one id the first counts; texts that are empty or no text are left out.
 */
export function readNotices(input: unknown, now: number): ReadNotice[] {
  const notices = new Map<string, ReadNotice>();
  for (const given of Array.isArray(input) ? (input as unknown[]) : []) {
    const notice = readNotice(given, now);
    if (notice && !notices.has(notice.id)) notices.set(notice.id, notice);
  }
  return [...notices.values()].sort(
    (a, b) => LEVELS.indexOf(a.level) - LEVELS.indexOf(b.level) || (b.since ?? -Infinity) - (a.since ?? -Infinity) || 0,
  );
}

function readNotice(given: unknown, now: number): ReadNotice | null {
  const id = own(given, 'id');
  const level = LEVELS.find((each) => each === own(given, 'level'));
  const texts = own(given, 'text');
  const text = Object.fromEntries(
    Object.entries(Object(texts) === texts ? (texts as object) : {}).filter(
      (entry): entry is [string, string] => typeof entry[1] === 'string' && entry[1] !== '',
    ),
  );
  if (typeof id !== 'string' || !id || !level || !Object.keys(text).length) return null;
  const nextNewsAt = instant(own(given, 'nextNewsAt'));
  return {
    id,
    level,
    text,
    since: instant(own(given, 'since')),
    nextNewsAt,
    newsOverdue: nextNewsAt !== null && nextNewsAt < now,
  };
}
