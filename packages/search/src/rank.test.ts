import { describe, expect, it } from 'vitest';
import type { Engine, EngineDoc, PlanTerm } from './engine.js';
import { createLiveEngine } from './engines/live.js';
import { loadIndex } from './engines/load-index.js';
import { saveIndex } from './engines/save-index.js';
import { atOnce } from './in-steps.js';
import { rank } from './rank.js';

const aDoc = (fields: Partial<EngineDoc>): EngineDoc => ({ title: '', keywords: '', heading: '', body: '', ...fields });
const terms = (text: string): PlanTerm[] => text.split(' ').map((term) => ({ term, weight: 1 }));
const order = (engine: Engine, text: string): number[] => inOrder(rank(engine, terms(text), terms(text).length).scores);
const inOrder = (scores: Float64Array): number[] =>
  [...scores.keys()].filter((doc) => scores[doc]).sort((a, b) => scores[b]! - scores[a]! || a - b);

describe.each([
  ['the pack engine', (docs: readonly EngineDoc[]) => atOnce(loadIndex(saveIndex('en', docs)))],
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

  it('counts the summary as a heading', () => {
    const words = { title: 'plan', heading: 'other', body: 'change the owner' };
    const docs = [aDoc(words), aDoc({ ...words, summary: 'change the owner' })];
    expect(order(create(docs), 'change owner')).toEqual([1, 0]);
  });

  it('prefers the title that is all in the query to one of many words more', () => {
    const docs = [
      aDoc({ title: 'refund policy of the shop abroad' }),
      aDoc({ title: 'refund' }),
      aDoc({ title: 'other' }),
    ];
    expect(order(create(docs), 'a refund please')[0]).toBe(1);
  });

  it('tells which document holds which term', () => {
    const engine = create([aDoc({ title: 'refund', keywords: 'money' }), aDoc({ heading: 'parcel', body: 'refund' })]);
    const { holds } = rank(engine, terms('refund money parcel'), 3);
    expect([0, 1].map((doc) => [0, 1, 2].map((place) => holds(doc, place)))).toEqual([
      [true, true, false],
      [true, false, true],
    ]);
  });
});
