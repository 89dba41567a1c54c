import {
  createStore,
  createTranslator,
  type Catalogue,
  type Navigation,
  type ResultsState,
  type ShownResult,
  type View,
} from '@helpkiosk/core';
import { createFakeEnv } from '@helpkiosk/core/testing';
import { describe, expect, it } from 'vitest';
import english from '../../../core/src/i18n/messages/en/search.js';
import type { ViewTools } from './lazy-view.js';
import resultsView from './view-results.js';

const aResult = (articleId: string, kind: ShownResult['kind'] = 'article'): ShownResult => ({
  ...{ kind, articleId, locale: 'en', score: 1, title: [{ text: articleId, hit: true }], excerpt: [] },
});
const anAnswer = (results: ShownResult[], late = false): ResultsState => ({
  ...{ state: 'ready', text: 'q', answer: { results, total: results.length, guess: false }, late },
});

/** Home and results as the panel starts them, with what the live region says. */
function aScene() {
  const env = createFakeEnv();
  const atResults: View = { name: 'results', text: 'q' };
  const navigation = createStore<Navigation>({ open: true, trail: [{ name: 'home' }, atResults] });
  const results = createStore<ResultsState>({ state: 'idle' });
  const t = createTranslator<Catalogue>({ locale: 'en', messages: english as Catalogue });
  const session = { help: { stores: { navigation, results } }, t };
  const region = { textContent: '' };
  const tools = { session, env, region, load: () => {}, redraw: () => {} } as unknown as ViewTools;
  const started = resultsView.start(tools);
  return {
    results,
    press: (key: string) => started.field!(atResults).onKey!(key),
    active: () => started.field!(atResults).activeId,
    show: (view: View) => navigation.set({ open: true, trail: [{ name: 'home' }, atResults, view] }),
    back: () => navigation.set({ open: true, trail: [{ name: 'home' }, atResults] }),
    async heard(): Promise<string> {
      await env.advance(1000);
      return region.textContent;
    },
  };
}

describe('what is selected among the results', () => {
  const [action, first, second] = [aResult('do it', 'action'), aResult('a'), aResult('b')] as const;

  function aSelection(kept: number) {
    const scene = aScene();
    scene.results.set(anAnswer([action, first, second]));
    for (let place = 0; place <= kept; place++) scene.press('ArrowDown');
    return { ...scene, before: scene.active() };
  }

  it('stays when more is found behind it, or where it leads is learnt', () => {
    const { results, active, before } = aSelection(1);
    const led: ShownResult = { ...first, view: { name: 'article', articleId: 'a' } };
    results.set(anAnswer([action, led, second, aResult('c')], true));
    expect([before, active()]).toEqual([expect.any(String), before]);
  });

  it('is nothing any more once it is gone, though another stands in its place', () => {
    const { results, active } = aSelection(0);
    results.set(anAnswer([first, second], true));
    expect(active()).toBeUndefined();
  });

  it('moves with its result, so that Enter opens no neighbour', () => {
    const { results, active, press } = aSelection(1);
    press('ArrowUp');
    const atTop = active();
    press('ArrowDown');
    results.set(anAnswer([first, second], true));
    expect(active()).toBe(atTop);
  });

  it('follows a result from the brief answer to that with its texts', () => {
    const { results, active, press } = aScene();
    const brief = [first, second].map((each) => ({ ...each, title: [{ text: each.articleId, hit: false }] }));
    results.set({ state: 'searching', text: 'q', previous: null });
    results.set({ state: 'searching', text: 'q', previous: { results: brief, total: 2, guess: false } });
    press('ArrowDown');
    const atTop = active();
    press('ArrowDown');
    expect(active()).not.toBe(atTop);
    results.set(anAnswer([second, first]));
    expect(active()).toBe(atTop);
  });

  it('is told from a video of its article that has the same title', () => {
    const { results, active, press } = aScene();
    const video: ShownResult = { ...first, kind: 'video', url: 'https://example.com/a' };
    results.set(anAnswer([video, first]));
    press('ArrowDown');
    press('ArrowDown');
    const atSecond = active();
    results.set(anAnswer([video, first, second], true));
    expect(active()).toBe(atSecond);
  });

  it('is nothing any more with the next question', () => {
    const { results, active } = aSelection(1);
    results.set({ ...anAnswer([action, first, second]), text: 'other' } as ResultsState);
    expect(active()).toBeUndefined();
  });

  it('is still there after an article, whatever was found meanwhile behind it', () => {
    const { results, active, before, show, back } = aSelection(1);
    show({ name: 'article', articleId: 'a' });
    results.set(anAnswer([action, first, second, aResult('c')], true));
    back();
    expect(active()).toBe(before);
  });
});

describe('what is said of the results', () => {
  it('is told again where more was found', async () => {
    const { results, heard } = aScene();
    results.set(anAnswer([aResult('a')]));
    expect(await heard()).toBe('1 result for “q”');
    results.set(anAnswer([aResult('a'), aResult('b')], true));
    expect(await heard()).toBe('2 results for “q”');
  });

  it('is that the search goes on where a brief answer is all there is, and then the outcome', async () => {
    const { results, heard } = aScene();
    results.set({ state: 'searching', text: 'q', previous: null });
    expect(await heard()).toBe('');
    results.set({ state: 'searching', text: 'q', previous: { results: [aResult('a')], total: 1, guess: false } });
    expect(await heard()).toBe('Searching');
    results.set(anAnswer([aResult('a')]));
    expect(await heard()).toBe('1 result for “q”');
  });

  it('does not come into another view, which has the region by then', async () => {
    const { results, show, back, heard } = aScene();
    results.set(anAnswer([aResult('a')]));
    const before = await heard();
    show({ name: 'ticket' });
    results.set(anAnswer([aResult('a'), aResult('b')], true));
    expect(await heard()).toBe(before);
    back();
    results.set(anAnswer([aResult('a'), aResult('b')], true));
    expect(await heard()).toBe(before);
  });
});
