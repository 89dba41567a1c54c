import { rarity, type Engine, type Term } from '../engine.js';
import { LONGEST_QUERY, type QueryPlan, type Stretch } from '../query-plan.js';

/**
 * True when the best hit is a guess: less than half of the query is found in it, or nothing but words that stand in for unknown ones.
 * The query is measured character by character, each weighed by the rarity of the rarest matched term over it, or, where
 * none matched, of the rarest term over it: pairs of characters across two words, which no text holds, then do not count against a hit.
 * `holds` tells whether the hit has a term.
 */
export function isGuess(
  { tokens, instead, terms }: QueryPlan,
  holds: (term: string) => boolean,
  engine: Engine,
): boolean {
  const found: number[] = [];
  const missed: number[] = [];
  const count = (into: number[], { start, end }: Stretch, term: Term): void => {
    const weight = rarity(engine, term);
    for (let at = start; at < end; at++) into[at] = Math.max(weight, into[at] ?? 0);
  };
  for (const token of tokens) count(holds(token.term) ? found : missed, token, token);
  if (!found.length) return true;
  for (const term of terms) {
    const stretch = instead.get(term.term);
    if (stretch && holds(term.term)) count(found, stretch, term);
  }
  let surplus = 0;
  for (let at = 0; at < LONGEST_QUERY; at++) surplus += found[at] ?? -(missed[at] ?? 0);
  return surplus < 0;
}
