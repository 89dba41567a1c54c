import type { ArticleSource, Problem } from '@helpkiosk/core';

/** A row of a file of votes, as it was written; what is not there is undefined. `helpful`: the row is one vote. */
export interface VoteRow {
  line: number;
  article: unknown;
  yes?: unknown;
  no?: unknown;
  helpful?: unknown;
}

/** The votes on one article, and the first line that names it. */
export interface CountedVotes {
  yes: number;
  no: number;
  line: number;
}

/** What a file of votes says, by article, and a problem for each row that says nothing. */
export interface VotesFile {
  votes: ReadonlyMap<string, CountedVotes>;
  problems: readonly Problem[];
}

/** Adds up the rows of each article. */
export function countVotes(rows: readonly VoteRow[], path: string): VotesFile {
  const votes = new Map<string, CountedVotes>();
  const problems: Problem[] = [];
  for (const row of rows) {
    const read = readRow(row);
    if (typeof read === 'string') problems.push({ path: `${path}:${row.line}`, message: read });
    else {
      const { yes, no, line } = votes.get(read.article) ?? { yes: 0, no: 0, line: row.line };
      votes.set(read.article, { yes: yes + read.yes, no: no + read.no, line });
    }
  }
  return { votes, problems };
}

/** The row, or in a sentence what is wrong with it. */
function readRow({ article, yes, no, helpful }: VoteRow): { article: string; yes: number; no: number } | string {
  const id = typeof article === 'number' ? String(article) : article;
  if (typeof id !== 'string' || !id.trim()) return 'names no article: put its id there, as the widget reports it';
  const given = { article: id.trim() };
  const isSaid = (value: unknown): boolean => value !== undefined && value !== null && value !== '';
  if (isSaid(helpful)) {
    const helped = HELPED.get(typeof helpful === 'string' ? helpful.toLowerCase() : helpful);
    if (helped === undefined) return `${written(helpful)} under helpful is neither true nor false`;
    return { ...given, yes: helped ? 1 : 0, no: helped ? 0 : 1 };
  }
  if (!isSaid(yes) && !isSaid(no)) return `${written(given.article)} has no votes: put numbers under yes and no`;
  const counts = { yes: isSaid(yes) ? countOf(yes) : 0, no: isSaid(no) ? countOf(no) : 0 };
  if (counts.yes === null) return refuseCount(yes, 'yes');
  if (counts.no === null) return refuseCount(no, 'no');
  return { ...given, yes: counts.yes, no: counts.no };
}

const HELPED: ReadonlyMap<unknown, boolean> = new Map<unknown, boolean>([
  ...([true, 'true', 'yes', '是'] as const).map((word) => [word, true] as const),
  ...([false, 'false', 'no', '否'] as const).map((word) => [word, false] as const),
]);

const refuseCount = (value: unknown, column: string): string =>
  `${written(value)} under ${column} is no number of votes: write a whole number, 0 or more`;

const written = (value: unknown): string => JSON.stringify(value).slice(0, 60);

/** Nobody has more votes; sums of many such stay exact. */
const MOST_VOTES = 1e9;

function countOf(value: unknown): number | null {
  const count = typeof value === 'string' && /^\d+$/u.test(value) ? Number(value) : value;
  return Number.isInteger(count) && (count as number) >= 0 && (count as number) <= MOST_VOTES
    ? (count as number)
    : null;
}

/** The votes that came to articles: how many articles, how many votes, and the lines that name no article that is there. */
export interface VotesUsed {
  articles: number;
  votes: number;
  unknown: readonly { path: string; article: string }[];
}

/** Articles with their votes; an id in several languages is one article. */
export function withVotes(
  articles: readonly ArticleSource[],
  votes: VotesFile['votes'],
  path: string,
): { articles: ArticleSource[]; used: VotesUsed } {
  const ids = new Set(articles.map(({ id }) => id));
  const known = [...votes].filter(([id]) => ids.has(id));
  return {
    articles: articles.map((article) => {
      const { yes, no } = votes.get(article.id) ?? {};
      return yes === undefined || no === undefined ? article : { ...article, votes: { yes, no } };
    }),
    used: {
      articles: known.length,
      votes: known.reduce((sum, [, { yes, no }]) => sum + yes + no, 0),
      unknown: [...votes]
        .filter(([id]) => !ids.has(id))
        .map(([article, { line }]) => ({ path: `${path}:${line}`, article })),
    },
  };
}
