import { rarity, type Engine, type Hit } from './engine.js';
import type { QueryPlan } from './query-plan.js';

/**
 * True when the best hit is a guess: less than half of the query is found in it, or nothing but words that stand in for unknown ones.
 * The query is measured character by character, each weighed by the rarity of the rarest matched term over it, or, where
 * none matched, of the rarest term over it: pairs of characters across two words, which no text holds, then do not count against a hit.
 */
export function isGuess(plan: QueryPlan, hit: Hit, engine: Engine): boolean {
  const found = new Map<number, number>();
  const missed = new Map<number, number>();
  for (const token of plan.tokens) {
    const weights = hit.terms.has(token.term) ? found : missed;
    const weight = rarity(engine, token.term);
    for (let at = token.start; at < token.end; at++) weights.set(at, Math.max(weight, weights.get(at) ?? 0));
  }
  if (!found.size) return true;
  for (const [term, token] of plan.recovered) {
    if (hit.terms.has(term)) for (let at = token.start; at < token.end; at++) found.set(at, rarity(engine, term));
  }
  const foundWeight = sum(found);
  for (const at of found.keys()) missed.delete(at);
  return foundWeight < sum(missed);
}

function sum(weights: ReadonlyMap<number, number>): number {
  return [...weights.values()].reduce((total, weight) => total + weight, 0);
}
