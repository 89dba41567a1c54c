import { rarity, type Engine, type Term } from './engine.js';
import type { QueryPlan } from './query-plan.js';

/**
 * True when the best hit is a guess: less than half of the query is found in it, or nothing but words that stand in for unknown ones.
 * The query is measured character by character, each weighed by the rarity of the rarest matched term over it, or, where
 * none matched, of the rarest term over it: pairs of characters across two words, which no text holds, then do not count against a hit.
 * `holds` tells whether the hit has a term.
 */
export function isGuess({ tokens, instead, terms }: QueryPlan, holds: (term: string) => boolean, engine: Engine): boolean {
  const found = new Map<number, number>();
  const missed = new Map<number, number>();
  const count = (into: Map<number, number>, { start, end }: { start: number; end: number }, term: Term): void => {
    const weight = rarity(engine, term);
    for (let at = start; at < end; at++) into.set(at, Math.max(weight, into.get(at) ?? 0));
  };
  for (const token of tokens) count(holds(token.term) ? found : missed, token, token);
  if (!found.size) return true;
  for (const term of terms) {
    const stretch = instead.get(term.term);
    if (stretch && holds(term.term)) count(found, stretch, term);
  }
  const foundWeight = sum(found);
  for (const at of found.keys()) missed.delete(at);
  return foundWeight < sum(missed);
}

function sum(weights: ReadonlyMap<number, number>): number {
  let total = 0;
  for (const weight of weights.values()) total += weight;
  return total;
}
