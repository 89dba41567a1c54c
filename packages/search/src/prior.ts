// What speaks for an article before anything is asked: how new it is, and whether it has helped. Found where an index is built, for packs and live
// sets alike. No clock is read: ages are counted from the newest article of the set.
import type { SearchableArticle } from './pack-format.js';

/** How much the newest article gains, and a very old one loses, in thousandths of its score. */
const MOST_BY_AGE = 10;
/** The same for an article that surely helps more, or less, than the others. */
const MOST_BY_VOTES = 10;
/** An article that is so much older than the newest neither gains nor loses: a year. */
const MIDDLE_AGE_MS = 365 * 86_400_000;
/** Standard deviations of a normal distribution within which 95 % of it lie. */
const DEVIATIONS = 1.96;

type Judged = Pick<SearchableArticle, 'updatedAt' | 'votes'>;
type Votes = NonNullable<Judged['votes']>;

/**
 * By how many thousandths the score of each article of a set is to be higher or lower: whole numbers from -20 to 20, so that they decide between
 * results that are nearly equal and no others. What is not known counts for nothing: 0 where an article has neither date nor votes.
 */
export function priorsOf(articles: readonly Judged[]): number[] {
  const newest = articles.reduce((latest, { updatedAt }) => Math.max(latest, updatedAt || -Infinity), -Infinity);
  const all = articles.reduce((sum, { votes }) => (votes ? add(sum, votes) : sum), { yes: 0, no: 0 });
  return articles.map(
    ({ updatedAt, votes }) =>
      Math.round(
        (updatedAt ? MOST_BY_AGE * freshness(newest - updatedAt) : 0) +
          (votes ? MOST_BY_VOTES * helpfulness(votes, all) : 0),
      ) || 0, // not -0
  );
}

/** 1 for the newest, 0 a year before it, towards -1 the older it is. */
const freshness = (ageMs: number): number => (MIDDLE_AGE_MS - ageMs) / (MIDDLE_AGE_MS + ageMs);

const add = (sum: Votes, { yes, no }: Votes): Votes => ({ yes: sum.yes + yes, no: sum.no + no });

/**
 * From -1 to 1: how far the share of those whom an article helped lies above, or below, that of all articles together, as far as its votes make
 * sure of it. Few votes make sure of nothing, so they count 0.
 */
function helpfulness({ yes, no }: Votes, all: Votes): number {
  const usual = all.yes / (all.yes + all.no);
  const above = leastShare(yes, no) - usual;
  const below = leastShare(no, yes) - (1 - usual);
  if (above > 0) return above / (1 - usual);
  return below > 0 ? -below / usual : 0;
}

/**
 * The least share of those who are for something that votes make likely: the lower end of the 95 % score interval; 0 without votes.
 * Wilson, "Probable Inference, the Law of Succession, and Statistical Inference", Journal of the American Statistical Association 22, 1927.
 */
export function leastShare(votesFor: number, votesAgainst: number): number {
  const count = votesFor + votesAgainst;
  if (!count) return 0;
  const square = DEVIATIONS * DEVIATIONS;
  const spread = DEVIATIONS * Math.sqrt((votesFor * votesAgainst) / count + square / 4);
  return (votesFor + square / 2 - spread) / (count + square);
}
