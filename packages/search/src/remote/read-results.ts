import { HelpError, safeHref } from '@helpkiosk/core';
import type { ResultKind, SearchResult, TextPart } from '@helpkiosk/core';

const KINDS: readonly string[] = ['article', 'video', 'thread', 'action', 'ticket'] satisfies ResultKind[];
/** Results that are read of one answer, good or bad. */
const MOST_READ = 100;
const MOST_PARTS = 100;
const LONGEST_TEXT = 1000;
const LONGEST_NAME = 300;
/** A day: no video that a help centre shows is longer. */
const LONGEST_MS = 86_400_000;

export interface ReadResultsOptions {
  /** Results at the most. */
  limit: number;
  /** Kinds that were asked for; default: all. */
  kinds?: readonly ResultKind[];
  /** The language of results that name none. */
  locale: string;
}

/**
 * Reads what an adapter's `search` has answered, own property by own property, into fresh results. A result without an id, a known kind or a title is left
 * out, as is one of a kind that was not asked for, and an address that is not safe to follow; texts are cut, and `score` is 0 where it is no number. Throws HelpError
 * `adapter-bad-answer` for what is no list, and for a list that has entries but no result.
 */
export function readResults(answer: unknown, { limit, kinds, locale }: ReadResultsOptions): SearchResult[] {
  if (!Array.isArray(answer)) throw new HelpError('adapter-bad-answer', { method: 'search', reason: 'no list' });
  const entries: unknown[] = answer.slice(0, MOST_READ);
  const read = entries.flatMap((entry) => {
    try {
      return readResult(entry, locale) ?? [];
    } catch {
      return []; // a getter of its own may throw
    }
  });
  if (entries.length && !read.length)
    throw new HelpError('adapter-bad-answer', { method: 'search', reason: 'no result' });
  return read.filter(({ kind }) => !kinds || kinds.includes(kind)).slice(0, Math.max(0, limit));
}

function readResult(entry: unknown, locale: string): SearchResult | null {
  const own = (name: string): unknown =>
    typeof entry === 'object' && entry !== null && Object.hasOwn(entry, name)
      ? (entry as Record<string, unknown>)[name]
      : undefined;
  const text = (name: string): string | undefined => {
    const value = own(name);
    return typeof value === 'string' && value && value.length <= LONGEST_NAME ? value : undefined;
  };
  const kind = text('kind') ?? 'article';
  const articleId = text('articleId');
  const title = readParts(own('title'));
  if (!articleId || !KINDS.includes(kind) || !title.some((part) => part.text.trim())) return null;
  const [category, sectionId] = [text('category'), text('sectionId')];
  const url = safeHref(own('url'));
  const [atMs, score] = [own('atMs'), own('score')];
  return {
    kind: kind as ResultKind,
    articleId,
    locale: text('locale') ?? locale,
    score: typeof score === 'number' && Number.isFinite(score) ? score : 0,
    title,
    excerpt: readParts(own('excerpt')),
    ...(category && { category }),
    ...(sectionId && { sectionId }),
    ...(typeof atMs === 'number' && atMs >= 0 && atMs < LONGEST_MS && { atMs }),
    ...(url && { url }),
  };
}

/** Parts of a text, cut at the longest that is shown; a plain text is one part without a mark. */
function readParts(value: unknown): TextPart[] {
  if (typeof value === 'string') return value ? [{ text: value.slice(0, LONGEST_TEXT), hit: false }] : [];
  if (!Array.isArray(value)) return [];
  let room = LONGEST_TEXT;
  const parts: TextPart[] = [];
  for (const part of (value as unknown[]).slice(0, MOST_PARTS)) {
    const { text, hit } = (part ?? {}) as Partial<Record<string, unknown>>;
    if (typeof text !== 'string' || !text) continue;
    parts.push({ text: text.slice(0, room), hit: hit === true });
    room -= text.length;
    if (room <= 0) break;
  }
  return parts;
}
