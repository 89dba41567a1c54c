// MiniSearch behind the Engine interface, for sets that come at run time: our analysis, and no bonus for the number of matched terms.
import MiniSearch, { type SearchResult } from 'minisearch';
import { analyse } from '../analysis/analyse.js';
import type { Analysis } from '../analysis/analysis.js';
import { eachTerm } from '../analysis/each-term.js';
import { withPlurals } from '../analysis/with-plurals.js';
import { compare } from '../compare.js';
import type { Engine, EngineDoc, PlanTerm } from '../engine.js';
import { firstOf } from '../first-of.js';
import { BM25, BOOSTS, FIELDS, rarityOf } from './fields.js';
import { linesOf } from './lines.js';

/** An engine over documents that are not saved; numbers them as they come. */
export function createLiveEngine(locale: string, docs: readonly EngineDoc[], given: Analysis = {}): Engine {
  const analysis = withPlurals(locale, given);
  const termsOf = (text: string): string[] => analyse(text, locale, analysis).map(({ term }) => term);
  const lines = docs.flatMap((doc, owner) =>
    linesOf(doc).map((line) => ({ ...line, owner, length: new Set(termsOf(line.text)).size })),
  );
  const { terms, frequencies } = countWords(locale, docs, analysis);
  const frequency = ({ term }: Pick<PlanTerm, 'term'>): number => frequencies.get(term) ?? 0;
  const boosts = FIELDS.map((name, field) => [name, BOOSTS[field]!] as const);
  const searchDocs = createIndex(docs, boosts, termsOf, frequency);
  const searchLines = createIndex(lines, [['text', BOOSTS[FIELDS.length]!]], termsOf);
  return {
    docCount: docs.length,
    frequency,
    words: () => terms.keys(),
    startingWith(start, most = Infinity) {
      const words = [...terms.keys()].filter((word) => word !== start && word.startsWith(start));
      const often = (word: string): number => frequencies.get(terms.get(word)!)!;
      return firstOf(words, most, (a, b) => often(b) - often(a) || compare(a, b));
    },
    termOf: (word) => terms.get(word),
    search(plan) {
      const scores = new Float64Array(docs.length);
      const held = docs.map(() => new Set<string>());
      for (const { id, score, queryTerms } of searchDocs(plan)) {
        scores[id as number]! += score;
        for (const term of queryTerms) held[id as number]!.add(term);
      }
      return {
        scores,
        eachLine(visit) {
          for (const { id, score, queryTerms } of searchLines(plan)) {
            const { owner, kind, length } = lines[id as number]!;
            visit(owner, score, kind, queryTerms.length, length);
          }
        },
        holds: (doc, place) => held[doc]!.has(plan[place]!.term),
      };
    },
  };
}

/**
 * Gives what each field holds of a plan, field by field, times its boost. A term is as rare as `frequency` says, in whichever field; without it
 * as it is in the field.
 */
function createIndex<Field extends string>(
  docs: readonly { readonly [field in Field]: string }[],
  boosts: readonly (readonly [Field, number])[],
  termsOf: (text: string) => string[],
  frequency?: (term: PlanTerm) => number,
): (plan: readonly PlanTerm[]) => SearchResult[] {
  const fields = boosts.map(([field]) => field);
  const holding = new Map(fields.map((field): [string, Map<string, number>] => [field, new Map()]));
  const tokenize = (text: string, field = ''): string[] => {
    const terms = termsOf(text);
    const counts = holding.get(field)!;
    for (const term of new Set(terms)) counts.set(term, (counts.get(term) ?? 0) + 1);
    return terms;
  };
  const mini = new MiniSearch({ fields, tokenize, processTerm: (term) => term, autoVacuum: false });
  docs.forEach((doc, id) => mini.add({ ...doc, id }));
  const rarity = (count = 0): number => rarityOf(count, docs.length);
  return (plan) =>
    boosts.flatMap(([field, boost]) => {
      const factor = (term: PlanTerm): number =>
        frequency ? rarity(frequency(term)) / rarity(holding.get(field)!.get(term.term)) : 1;
      return mini
        .search('', {
          fields: [field],
          tokenize: () => plan.map(({ term }) => term),
          boostTerm: (_, place) => boost * plan[place]!.weight * factor(plan[place]!),
          bm25: BM25,
        })
        .map((hit) => ({ ...hit, score: hit.score / (hit.queryTerms.length || 1) }));
    });
}

/** Every word with its term, and in how many documents a term occurs. */
function countWords(
  locale: string,
  docs: readonly EngineDoc[],
  analysis: Analysis,
): { terms: Map<string, string>; frequencies: Map<string, number> } {
  const terms = new Map<string, string>();
  const frequencies = new Map<string, number>();
  for (const { title, keywords, heading, body } of docs) {
    const found = new Set<string>();
    eachTerm([title, keywords, heading, body].join('\n'), locale, analysis, (term, word = term) => {
      terms.set(word, term);
      found.add(term);
    });
    for (const term of found) frequencies.set(term, (frequencies.get(term) ?? 0) + 1);
  }
  return { terms, frequencies };
}
