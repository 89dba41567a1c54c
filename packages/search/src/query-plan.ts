import { analyse } from './analysis/analyse.js';
import type { Token } from './analysis/token.js';
import type { Engine, PlanTerm } from './engine.js';
import { recoverWord } from './recover.js';

/** A query says what it wants in far fewer; the rest is left out, so that a pasted page costs no more than a long question. */
const LONGEST_QUERY = 512;
/**
 * The weight of a term that is only a single character of longer runs: it helps to find and is not shown as a hit. Measured on Chinese
 * and Japanese questions: more drowns the pairs, none loses a little.
 */
export const MINOR_WEIGHT = 0.1;
const RECOVERED_WEIGHT = 0.5;
const SHORTEST_PREFIX = 2;

/** What is asked of an engine, and what the answer is judged by. */
export interface QueryPlan {
  readonly terms: ReadonlyMap<string, PlanTerm>;
  /** The tokens of the query that count: all but the minor ones. */
  readonly tokens: readonly Token[];
  /** Terms that stand in for an unknown word, each with the word's token. */
  readonly recovered: ReadonlyMap<string, Token>;
  /** The query with its unknown words replaced by the likeliest known ones; empty where there was nothing to replace. */
  readonly didYouMean: string;
}

/**
 * Plans a query: any of its terms may match. The last word, if the text ends with it, is taken as a word still being typed. A word that the
 * index does not know (and that begins no known one, if it is the last) is replaced by the nearest that it knows.
 */
export function planQuery(text: string, locale: string, engine: Engine): QueryPlan {
  // A Persian word is typed on after a joiner: it does not end the word.
  const asked = text.slice(0, LONGEST_QUERY).replace(/\p{Cf}+$/u, '');
  const tokens = analyse(asked, locale);
  const typing = tokens.find((token) => token.word && token.end === asked.length);
  const terms = new Map<string, PlanTerm>();
  const recovered = new Map<string, Token>();
  let mended = '';
  let mendedTo = 0;
  const want = (term: string, weight: number, prefix = false): void => {
    const known = terms.get(term);
    terms.set(term, { term, weight: Math.max(weight, known?.weight ?? 0), prefix: prefix || !!known?.prefix });
  };
  for (const token of tokens) {
    const prefix = token === typing && token.term.length >= SHORTEST_PREFIX;
    want(token.term, token.minor ? MINOR_WEIGHT : 1, prefix);
    if (!token.word || engine.frequency(token.term) || (prefix && beginsKnown(token.term, engine))) continue;
    const candidates = recoverWord([token.word, token.term], engine);
    for (const candidate of candidates) {
      if (!terms.has(candidate)) recovered.set(candidate, token);
      want(candidate, RECOVERED_WEIGHT);
    }
    if (!candidates.length) continue;
    mended += asked.slice(mendedTo, token.start) + candidates[0]!;
    mendedTo = token.end;
  }
  return {
    terms,
    tokens: tokens.filter(({ minor }) => !minor),
    recovered,
    didYouMean: mended && mended + asked.slice(mendedTo),
  };
}

function beginsKnown(start: string, engine: Engine): boolean {
  for (const term of engine.terms()) if (term.startsWith(start)) return true;
  return false;
}
