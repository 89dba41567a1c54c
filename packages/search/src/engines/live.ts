// MiniSearch behind the Engine interface, for sets that come at run time: our analysis, and no bonus for the number of matched terms.
import MiniSearch, { type SearchResult } from 'minisearch';
import { analyse } from '../analysis/analyse.js';
import type { Analysis } from '../analysis/analysis.js';
import { eachTerm } from '../analysis/each-term.js';
import { withPlurals } from '../analysis/with-plurals.js';
import { compare } from '../compare.js';
import type { Engine, EngineDoc, PlanTerm } from '../engine.js';
import { firstOf } from '../first-of.js';
import { BM25, BOOSTS, FIELDS } from './fields.js';
import { LINE_KINDS, linesOf } from './lines.js';

/** An engine over documents that are not saved; numbers them as they come. */
export function createLiveEngine(locale: string, docs: readonly EngineDoc[], given: Analysis = {}): Engine {
  const analysis = withPlurals(locale, given);
  const termsOf = (text: string): string[] => analyse(text, locale, analysis).map(({ term }) => term);
  const lines = docs.flatMap((doc, owner) =>
    linesOf(doc).map((line) => ({ ...line, owner, length: new Set(termsOf(line.text)).size })),
  );
  const searchDocs = createIndex(
    docs.map(({ title, keywords, heading, body }) => ({ title, keywords, heading, body })),
    termsOf,
  );
  const searchLines = createIndex(
    lines.map(({ text }) => ({ title: text, keywords: '', heading: '', body: '' })),
    termsOf,
  );
  const { terms, frequencies } = countWords(locale, docs, analysis);
  return {
    docCount: docs.length,
    frequency: ({ term }) => frequencies.get(term) ?? 0,
    words: () => terms.keys(),
    startingWith(start, most = Infinity) {
      const words = [...terms.keys()].filter((word) => word !== start && word.startsWith(start));
      const often = (word: string): number => frequencies.get(terms.get(word)!)!;
      return firstOf(words, most, (a, b) => often(b) - often(a) || compare(a, b));
    },
    termOf: (word) => terms.get(word),
    search(plan) {
      const found = new Map(searchDocs(plan).map((hit) => [hit.id as number, hit]));
      return {
        scores: Float64Array.from(docs, (_, doc) => found.get(doc)?.score ?? 0),
        eachLine(visit) {
          for (const { id, score, queryTerms } of searchLines(plan)) {
            const { owner, kind, length } = lines[id as number]!;
            visit(owner, score, LINE_KINDS.indexOf(kind), queryTerms.length, length);
          }
        },
        holds: (doc, place) => !!found.get(doc)?.queryTerms.includes(plan[place]!.term),
      };
    },
  };
}

type Fields = Pick<EngineDoc, (typeof FIELDS)[number]>;
type SearchIndex = (plan: readonly PlanTerm[]) => SearchResult[];

function createIndex(docs: readonly Fields[], tokenize: (text: string) => string[]): SearchIndex {
  const mini = new MiniSearch({ fields: [...FIELDS], tokenize, processTerm: (term) => term, autoVacuum: false });
  docs.forEach((doc, id) => mini.add({ ...doc, id }));
  return (plan) =>
    mini
      .search('', {
        tokenize: () => plan.map(({ term }) => term),
        boostTerm: (_, place) => plan[place]!.weight,
        boost: Object.fromEntries(FIELDS.map((name, field) => [name, BOOSTS[field + 1]!])),
        bm25: BM25,
      })
      .map((hit) => ({ ...hit, score: hit.score / (hit.queryTerms.length || 1) }));
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
