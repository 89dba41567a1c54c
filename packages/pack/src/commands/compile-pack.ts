import { readFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import type { ArticleSource, Problem } from '@helpkiosk/core';
import { MANIFEST_NAME, parseManifest } from '@helpkiosk/search';
import { buildPack } from '../build-pack.js';
import { readSources } from '../sources/read-sources.js';
import { withVotes, type VotesUsed } from './count-votes.js';
import type { ReadingSettings } from './settings.js';
import { parseSynonyms } from './synonyms.js';
import { readVotes } from './votes.js';

/** What a pack is made of: paths as the file system takes them, and `locale` for sources that name no language. */
export interface PackRequest {
  content: string;
  locale?: string;
  synonyms?: string;
  votes?: string;
  onFile?: (done: number, total: number) => void;
  signal?: AbortSignal;
}

/** The settings with their paths as the file system takes them. */
export function toRequest({ content, locale, synonyms, votes }: ReadingSettings, cwd: string): PackRequest {
  return {
    content: resolve(cwd, content),
    ...(locale === undefined ? {} : { locale }),
    ...(synonyms === undefined ? {} : { synonyms: resolve(cwd, synonyms) }),
    ...(votes === undefined ? {} : { votes: resolve(cwd, votes) }),
  };
}

/** `files` are the pack by name, images included; `locales` counts the articles in it; `articles` are those that were read. */
export interface CompiledPack {
  articles: readonly ArticleSource[];
  files: ReadonlyMap<string, Uint8Array>;
  locales: Readonly<Record<string, number>>;
  problems: readonly Problem[];
  /** Files that are no articles though nothing is wrong with them, see `SourcesReading`; and votes on articles that are not there. */
  leftOut: readonly { path: string; reason: string }[];
  /** Null where no file of votes was named. */
  votes: VotesUsed | null;
}

/**
 * Reads the content and makes a pack of it, in memory. What is wrong with one source is a problem and stops no other. Rejects with the error
 * of the file system where content, synonyms or votes cannot be read at all, and with HelpError `config-invalid` for wrong synonyms.
 */
export async function compilePack({ content, synonyms, votes: path, ...options }: PackRequest): Promise<CompiledPack> {
  const words = synonyms === undefined ? undefined : parseSynonyms(await readFile(synonyms, 'utf8'), synonyms);
  const voted = path === undefined ? null : await readVotes(path);
  const reading = await readSources(content, options);
  options.signal?.throwIfAborted();
  const { articles, used } = voted
    ? withVotes(reading.articles, voted.votes, path!)
    : { articles: reading.articles, used: null };
  const problems = [...reading.problems, ...(voted?.problems ?? [])];
  const pack = await buildPack(articles, {
    ...(words ? { synonyms: words } : {}),
    onProblem: (problem) => void problems.push(named(problem, articles)),
  });
  const { locales } = parseManifest(pack.get(MANIFEST_NAME));
  return {
    articles,
    files: new Map([...pack, ...reading.assets]),
    locales: Object.fromEntries(Object.entries(locales).map(([locale, { articleCount }]) => [locale, articleCount])),
    problems,
    leftOut: [
      ...reading.leftOut,
      ...(used?.unknown ?? []).map((each) => ({ path: each.path, reason: `there is no article "${each.article}"` })),
    ],
    votes: used,
  };
}

/** A pack names articles by their place in the list, which nobody has seen. */
function named(problem: Problem, articles: readonly ArticleSource[]): Problem {
  const [, place, rest = ''] = /^articles\[(\d+)\]\.?(.*)$/u.exec(problem.path) ?? [];
  const article = place === undefined ? undefined : articles[Number(place)];
  if (!article) return problem;
  return { path: articleName(article), message: `${rest === '' ? '' : `${rest}: `}${problem.message}` };
}

/** How an article is called in messages about no file: `billing/refund (en)`. */
export const articleName = ({ id, locale }: Pick<ArticleSource, 'id' | 'locale'>): string => `${id} (${locale})`;
