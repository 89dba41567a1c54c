import type { ArticleSource } from '@helpkiosk/core';
import { leastShare } from '@helpkiosk/search';
import type { Finding } from './check-articles.js';
import type { VotesUsed } from './count-votes.js';

/** Votes on articles that are not there, and articles that surely help fewer than half of those who vote. */
export function findInVotes(articles: readonly ArticleSource[], used: VotesUsed | null): Finding[] {
  const unknown = (used?.unknown ?? []).map(({ path, article }): Finding => ({
    ...{ level: 'warning', kind: 'votes', path },
    message: `has votes on "${article}", and there is no such article`,
  }));
  const voted = new Map(articles.flatMap(({ id, votes }) => (votes ? [[id, votes] as const] : [])));
  const poor = [...voted].flatMap(([path, { yes, no }]): Finding[] => {
    if (leastShare(no, yes) <= 0.5) return [];
    const message = `did not help, say ${no} of ${yes + no} votes: what is missing in it?`;
    return [{ level: 'hint', kind: 'votes', path, message }];
  });
  return [...unknown, ...poor];
}
