// MiniSearch behind the Engine interface, for sets that come at run time: our analysis, and no bonus for the number of matched terms.
import MiniSearch from 'minisearch';
import { analyse } from '../analysis/analyse.js';
import type { Engine, EngineDoc, Hit, PlanTerm } from '../engine.js';
import { FIELDS } from './field-names.js';
import { BM25, BOOSTS, PREFIX_SHARE } from './fields.js';
import { headingRecords } from './headings.js';

/** An engine over documents that are not saved; numbers them as they come. */
export function createLiveEngine(locale: string, docs: readonly EngineDoc[]): Engine {
  const { records, owners } = headingRecords(docs);
  return { ...createIndex(locale, docs), headings: createIndex(locale, records), owners };
}

function createIndex(locale: string, docs: readonly EngineDoc[]): Engine {
  const frequencies = new Map<string, number>();
  const mini = new MiniSearch({
    fields: [...FIELDS],
    tokenize: (text) => analyse(text, locale).map(({ term }) => term),
    processTerm: (term) => term,
    autoVacuum: false,
  });
  docs.forEach((doc, id) => {
    mini.add({ ...doc, id });
    const text = FIELDS.map((name) => doc[name]).join('\n');
    for (const term of new Set(analyse(text, locale).map((token) => token.term)))
      frequencies.set(term, (frequencies.get(term) ?? 0) + 1);
  });
  return {
    docCount: docs.length,
    frequency: (term) => frequencies.get(term) ?? 0,
    terms: () => frequencies.keys(),
    search: (plan) => search(mini, plan),
  };
}

function search(mini: MiniSearch, plan: readonly PlanTerm[]): Hit[] {
  const found = mini.search('', {
    tokenize: () => plan.map(({ term }) => term),
    prefix: (_, place) => plan[place]!.prefix,
    boostTerm: (_, place) => plan[place]!.weight,
    boost: Object.fromEntries(FIELDS.map((name, field) => [name, BOOSTS[field]!])),
    weights: { prefix: PREFIX_SHARE, fuzzy: 0 },
    bm25: BM25,
  });
  return found.map(({ id, score, terms, queryTerms }) => ({
    doc: id as number,
    score: score / (queryTerms.length || 1),
    words: new Set(terms),
    terms: new Set(queryTerms),
  }));
}
