import { tokensOf } from './analysis/analyse.js';
import type { Analysis } from './analysis/analysis.js';
import { keepsMarks } from './analysis/fold.js';
import type { Token } from './analysis/token.js';
import type { Engine, PlanTerm } from './engine.js';
import type { Expert } from './recover/index.js';

/** A query says what it wants in far fewer; the rest is left out, so that a pasted page costs no more than a long question. */
export const LONGEST_QUERY = 512;
/** The weight of a term that is only a single character of longer runs: it helps to find and is not shown as a hit. */
export const MINOR_WEIGHT = 0.1;
const SHORTEST_PREFIX = 2;
/** What a word counts that begins with the last word of the query and is hardly longer. */
const PREFIX_WEIGHT = 0.375;
/** Words that continue the last word: the most frequent ones. */
const MOST_CONTINUATIONS = 24;

/** A stretch of a query, in UTF-16 offsets. */
export interface Stretch {
  readonly start: number;
  readonly end: number;
}

/** What is asked of an engine, and what the answer is judged by. */
export interface QueryPlan {
  readonly terms: readonly PlanTerm[];
  /** The tokens of the query that count: all but the minor ones. */
  readonly tokens: readonly Token[];
  /** Of how many different terms the query is: at least one. */
  readonly asked: number;
  /** Terms that stand in for an unknown or unfinished stretch of the query. */
  readonly instead: ReadonlyMap<string, Stretch>;
  /** Some of the query is not known, or may mean something else: an expert may know more. */
  readonly weak: boolean;
  /** The query with its unknown words replaced by the likeliest known ones; empty where there was nothing to replace. */
  readonly didYouMean: string;
}

/**
 * Plans a query: any of its terms may match. The last word, if the text ends with it, is taken as a word still being typed. What
 * the index does not know (and what begins no known word, if it is the last) is replaced by what `expert` says.
 */
export function planQuery(
  text: string,
  locale: string,
  { engine, analysis }: { engine: Engine; analysis: Analysis },
  expert?: Expert,
): QueryPlan {
  // A Persian word is typed on after a joiner: it does not end the word.
  const asked = text.slice(0, LONGEST_QUERY).replace(/\p{Cf}+$/u, '');
  const tokens = tokensOf(asked, locale, expert?.simplify ? { ...analysis, simplify: expert.simplify } : analysis);
  const counting = tokens.filter(({ minor }) => !minor);
  const last = counting.filter(({ start, end }) => end === asked.length && end - start >= SHORTEST_PREFIX).at(-1);
  const begun = last?.word ?? last?.term ?? '';
  const longer = last ? engine.startingWith(begun, MOST_CONTINUATIONS) : [];
  const typing = longer.length ? last : undefined;
  const terms = new Map<string, PlanTerm>();
  const instead = new Map<string, Stretch>();
  const want = (term: string, word: string | undefined, weight: number): void => {
    const known = terms.get(term);
    if (!known || known.weight < weight) terms.set(term, { term, word, weight });
  };
  const standIn = (stretch: Stretch, word: string, weight: number): void => {
    const term = engine.termOf(word);
    if (term === undefined) return;
    if (!terms.has(term)) instead.set(term, stretch);
    want(term, word, weight);
  };
  for (const { term, word, minor } of tokens) want(term, word, minor ? MINOR_WEIGHT : 1);
  for (const word of longer) standIn(last!, word, prefixWeight(word.length, begun.length));
  const didYouMean = expert?.findStandIns(asked, tokens, typing, standIn) ?? '';
  return {
    terms: [...terms.values()],
    tokens: counting,
    asked: Math.max(1, new Set(counting.map(({ term }) => term)).size),
    instead,
    weak: isWeak(counting, typing, engine) || (keepsMarks(locale) && !/[^\0-\x7f]/.test(asked)),
    didYouMean,
  };
}

/** True where a word is not known, or words of a single Chinese character meet: they may be a misspelt one. */
function isWeak(tokens: readonly Token[], typing: Token | undefined, engine: Engine): boolean {
  return tokens.some((token, i) => {
    const next = tokens[i + 1];
    if (isChinese(token) && next && isChinese(next) && next.start === token.end) return true;
    return token !== typing && !engine.frequency(token);
  });
}

const isChinese = ({ term }: Token): boolean => /^[\u3400-\u9fff]$/.test(term);

/** The longer a word is than what was typed of it, the less it counts. */
function prefixWeight(longer: number, typed: number): number {
  return (PREFIX_WEIGHT * longer) / (longer + 0.3 * (longer - typed));
}
