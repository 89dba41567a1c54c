import { describe, expect, it } from 'vitest';
import type { Engine, EngineDoc, PlanTerm } from './engine.js';
import { createLiveEngine } from './engines/live.js';
import { loadEngine, saveEngine } from './engines/pack-engine.js';
import { rank } from './rank.js';

const aDoc = (fields: Partial<EngineDoc>): EngineDoc => ({ title: '', keywords: '', heading: '', body: '', ...fields });
const terms = (text: string): PlanTerm[] => text.split(' ').map((term) => ({ term, weight: 1, prefix: false }));
const order = (engine: Engine, text: string): number[] =>
  rank(engine, terms(text))
    .sort((a, b) => b.score - a.score || a.doc - b.doc)
    .map(({ doc }) => doc);

describe.each([
  ['the pack engine', (docs: readonly EngineDoc[]) => loadEngine(JSON.parse(JSON.stringify(saveEngine('en', docs))))],
  ['the live engine', (docs: readonly EngineDoc[]) => createLiveEngine('en', docs)],
])('rank with %s', (_, create) => {
  it('counts a word that nearly every document holds for little, even in a title', () => {
    const docs = [
      aDoc({ title: 'to from', body: 'words' }),
      aDoc({ title: 'parcel', body: 'refund to' }),
      ...Array.from({ length: 10 }, () => aDoc({ title: 'account', body: 'to' })),
    ];
    expect(order(create(docs), 'to refund')[0]).toBe(1);
  });

  it('still finds the documents when all of them hold the word', () => {
    const docs = [aDoc({ title: 'parcel' }), aDoc({ title: 'parcel' })];
    expect(order(create(docs), 'parcel')).toEqual([0, 1]);
  });

  it('prefers the document with the question as one heading to one whose headings share it out', () => {
    const docs = [
      aDoc({ title: 'plan', heading: 'change address\nowner\nbilling' }),
      aDoc({ title: 'plan', heading: 'change owner\nbilling address' }),
      aDoc({ title: 'other' }),
    ];
    expect(order(create(docs), 'change address')[0]).toBe(0);
    expect(order(create([...docs].reverse()), 'change address')[0]).toBe(2);
  });

  it('counts the summary as one more heading', () => {
    const words = { title: 'plan', heading: 'other', body: 'change the owner' };
    const docs = [aDoc(words), aDoc({ ...words, summary: 'change the owner' })];
    expect(order(create(docs), 'change owner')).toEqual([1, 0]);
  });
});

describe('rank', () => {
  it('ranks an index without headings by its fields alone', () => {
    const {
      headings: _,
      owners: __,
      ...older
    } = saveEngine('en', [aDoc({ body: 'refund' }), aDoc({ title: 'refund' })]);
    expect(order(loadEngine(older), 'refund')).toEqual([1, 0]);
  });
});
