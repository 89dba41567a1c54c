// Articles given at run time are outside data: everything is checked before anything is indexed.
import { cleanArticleTree, HelpError, safeHref, treeFromPlainText } from '@helpkiosk/core';
import type { ArticleTree, Problem, TreeOptions } from '@helpkiosk/core';
import { listOf, own } from './own.js';
import type { SearchableArticle } from './pack-format.js';
import { cleanVideos, videoProblems } from './video-source.js';

/** The largest body, in bytes of UTF-8; for a tree, of its JSON. */
export const MAX_BODY_BYTES = 64 * 1024;

const KINDS: readonly unknown[] = ['article', 'video', 'thread', 'action', 'ticket'];

type Test = (value: unknown) => boolean;
type Rule = readonly [name: string, expected: string, test: Test];

const isText: Test = (value) => typeof value === 'string' && value.trim() !== '';
const isTexts: Test = (value) => Array.isArray(value) && value.every((item) => typeof item === 'string');
const isTree: Test = (value) => own(value, 'v') === 1 && Array.isArray(own(value, 'nodes'));
const isLocale: Test = (value) => typeof value === 'string' && canonicalLocale(value) !== null;

const REQUIRED: readonly Rule[] = [
  ['id', 'text', isText],
  ['locale', 'a language tag', isLocale],
  ['title', 'text', isText],
  ['body', 'text or an article tree', (value) => typeof value === 'string' || isTree(value)],
];
const OPTIONAL: readonly Rule[] = [
  ['kind', KINDS.join(' | '), (value) => KINDS.includes(value)],
  ['summary', 'text', (value) => typeof value === 'string'],
  ['keywords', 'a list of texts', isTexts],
  ['category', 'text', (value) => typeof value === 'string'],
  ['order', 'a number', Number.isFinite],
  ['url', 'an http(s), mailto, tel or relative URL', (value) => safeHref(value) !== null],
  ['updatedAt', 'epoch milliseconds', Number.isFinite],
];
const isCount: Test = (value) => Number.isSafeInteger(value) && (value as number) >= 0;
const VOTES = ['yes', 'no'] as const;

/**
 * Checked and cleaned articles: trees through the allow-list (images from `imageOrigins` or relative), text bodies as trees, locales
 * in canonical case. Throws one HelpError with every problem (`details.problems`, paths like `articles[3].title`):
 * `config-invalid`, or `content-too-big` where nothing else is wrong but bodies over 64 kB.
 */
export function parseArticleSources(input: unknown, options: TreeOptions = {}): SearchableArticle[] {
  const problems: Problem[] = [];
  const tooBig: Problem[] = [];
  const seen = new Set<string>();
  if (!Array.isArray(input)) problems.push({ path: 'articles', message: 'expected a list' });
  listOf(input).forEach((article, place) => {
    const path = `articles[${place}]`;
    const found = problemsOf(article, path);
    problems.push(...found);
    if (found.length) return;
    const key = JSON.stringify([canonicalLocale(own(article, 'locale') as string), own(article, 'id')]);
    if (seen.has(key)) problems.push({ path: `${path}.id`, message: 'used by an earlier article of this locale' });
    seen.add(key);
    if (bodyBytes(article) > MAX_BODY_BYTES) tooBig.push({ path: `${path}.body`, message: 'larger than 64 kB' });
  });
  if (problems.length) throw new HelpError('config-invalid', { problems: [...problems, ...tooBig] });
  if (tooBig.length) throw new HelpError('content-too-big', { problems: tooBig });
  return listOf(input).map((article) => toSearchable(article, options));
}

function problemsOf(article: unknown, path: string): Problem[] {
  if (typeof article !== 'object' || article === null) return [{ path, message: 'expected an object' }];
  const problems: Problem[] = [];
  const check = ([name, expected, test]: Rule, needed: boolean): void => {
    const value = own(article, name);
    if (value === undefined && !needed) return;
    if (!test(value)) problems.push({ path: `${path}.${name}`, message: `expected ${expected}` });
  };
  for (const rule of REQUIRED) check(rule, true);
  for (const rule of OPTIONAL) check(rule, false);
  const votes = own(article, 'votes');
  if (votes !== undefined && !VOTES.every((side) => isCount(own(votes, side))))
    problems.push({ path: `${path}.votes`, message: 'expected whole numbers yes and no, 0 or more' });
  const videos = own(article, 'videos');
  return videos === undefined ? problems : [...problems, ...videoProblems(videos, `${path}.videos`)];
}

function bodyBytes(article: unknown): number {
  const body = own(article, 'body');
  try {
    return new TextEncoder().encode(typeof body === 'string' ? body : JSON.stringify(body)).length;
  } catch {
    return Infinity;
  }
}

function canonicalLocale(locale: string): string | null {
  try {
    return Intl.getCanonicalLocales(locale)[0] ?? null;
  } catch {
    return null;
  }
}

function toSearchable(source: unknown, options: TreeOptions): SearchableArticle {
  const body = own(source, 'body');
  const tree: ArticleTree = typeof body === 'string' ? treeFromPlainText(body) : cleanArticleTree(body, options);
  const kept: Record<string, unknown> = {};
  for (const [name] of OPTIONAL) {
    const value = own(source, name);
    if (value !== undefined && value !== '') kept[name] = value;
  }
  const votes = own(source, 'votes');
  if (votes !== undefined) kept['votes'] = Object.fromEntries(VOTES.map((side) => [side, own(votes, side)]));
  return {
    ...kept,
    videos: cleanVideos(own(source, 'videos')),
    id: own(source, 'id') as string,
    locale: canonicalLocale(own(source, 'locale') as string)!,
    title: own(source, 'title') as string,
    tree,
    related: [],
  };
}
