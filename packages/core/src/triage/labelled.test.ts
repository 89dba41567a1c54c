// The labelled sentences of bench/triage, as a floor: the figures themselves are printed by bench/triage.mjs and stand in docs/triage.md.
import { describe, expect, it } from 'vitest';
import { readSentences } from '../../../../bench/triage/sentences.mjs';
import { explainTriage } from './explain-triage.js';
import { createTriage } from './create-triage.js';
import { englishTriage } from './words/en.js';
import { chineseTriage } from './words/zh.js';

const triage = createTriage([englishTriage, chineseTriage]);
const sentences = (await Promise.all([readSentences('en'), readSentences('zh')])).flat();
const judged = sentences.map((right) => ({ right, decided: triage({ text: right.text, locale: right.language }) }));
const heldOut = judged.filter(({ right }) => right.part === 'held-out');

describe('the labelled sentences', () => {
  it('are four hundred different ones, two hundred of a language, and a third of them is held out', () => {
    expect(new Set(sentences.map(({ text }) => text)).size).toBe(400);
    expect(sentences.filter(({ language }) => language === 'zh')).toHaveLength(200);
    expect(heldOut.length).toBeGreaterThan(120);
    expect(heldOut.length).toBeLessThan(150);
  });

  it('follow the rule that p0, p1 and upset go to people', () => {
    const hard = sentences.filter(({ priority, mood }) => priority !== 'normal' || mood === 'upset');
    expect(hard.filter(({ route }) => route !== 'people')).toEqual([]);
  });
});

describe('triage on the held-out third', () => {
  it('sends at least nine in ten of those that need people there', () => {
    const people = heldOut.filter(({ right }) => right.route === 'people');
    const reached = people.filter(({ decided }) => decided.route === 'people');
    expect(reached.length / people.length).toBeGreaterThanOrEqual(0.9);
  });

  it('is right about the route in more than four of five, and about the priority in nine of ten', () => {
    const share = (name: 'route' | 'priority') =>
      heldOut.filter(({ right, decided }) => right[name] === decided[name]).length / heldOut.length;
    expect(share('route')).toBeGreaterThan(0.8);
    expect(share('priority')).toBeGreaterThanOrEqual(0.9);
  });

  it('explains each that it sends to people', () => {
    const silent = judged.filter(({ decided }) => decided.route === 'people' && explainTriage(decided).length === 0);
    expect(silent).toEqual([]);
  });
});
