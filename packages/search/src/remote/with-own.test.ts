import { createStore } from '@helpkiosk/core';
import type { HelpError, ResultKind, ResultsAnswer, ResultsState, ShownResult } from '@helpkiosk/core';
import { createDeferred, type Deferred } from '@helpkiosk/core/testing';
import { describe, expect, it } from 'vitest';
import { showOwnResults } from './with-own.js';

const aResult = (articleId: string, kind: ResultKind = 'article'): ShownResult => ({
  ...{ kind, articleId, locale: 'en', score: 1, title: [{ text: articleId, hit: false }], excerpt: [] },
});
const ownOf = (ids: string): ShownResult[] =>
  [...ids].map((id) => ({ ...aResult(id, 'ticket'), view: { name: 'thread', ticketId: id } }));
const answerOf = (ids: string, rest: Partial<ResultsAnswer> = {}): ResultsAnswer => ({
  ...{ results: [...ids].map((id) => aResult(id)), total: ids.length, guess: false, ...rest },
});
const settle = (): Promise<void> => new Promise((resolve) => setTimeout(resolve));

/** A search whose states a test says, with own results that a test gives. */
function aScene() {
  const results = createStore<ResultsState>({ state: 'idle' });
  const asked: (Deferred<readonly ShownResult[]> & { text: string; signal: AbortSignal })[] = [];
  const told: ResultsState[] = [];
  const own = showOwnResults({
    results,
    find(text, signal) {
      const given = createDeferred<readonly ShownResult[]>();
      asked.push({ ...given, text, signal });
      return given.promise;
    },
  });
  results.subscribe((state) => told.push(state));
  return {
    ...{ own, results, asked, told },
    ask: (text: string, previous: ResultsAnswer | null = null) => results.set({ state: 'searching', text, previous }),
    answer: (text: string, answer: ResultsAnswer, late = false) =>
      results.set({ state: 'ready', text, answer, ...(late && { late }) }),
    async give(ids: string, place = asked.length - 1) {
      asked[place]!.resolve(ownOf(ids));
      await settle();
    },
    shown(): string {
      const now = results.get();
      if (now.state === 'ready') return now.answer.results.map(({ articleId }) => articleId).join('');
      return now.state === 'searching'
        ? `(${now.previous?.results.map((each) => each.articleId).join('') ?? ''})`
        : now.state;
    },
  };
}

describe('showOwnResults', () => {
  it('asks with the question, and shows what is known by then in front, as a late answer that is the last one told', async () => {
    const { ask, answer, give, shown, asked, told } = aScene();
    ask('q');
    expect(asked.map(({ text }) => text)).toEqual(['q']);
    await give('x');
    answer('q', answerOf('ab'));
    expect(shown()).toBe('xab');
    expect(told.at(-1)).toMatchObject({ late: true, answer: { total: 3 } });
  });

  it('never waits: what comes later stands behind, and nothing moves', async () => {
    const { ask, answer, give, shown } = aScene();
    ask('q');
    answer('q', answerOf('ab'));
    expect(shown()).toBe('ab');
    await give('x');
    expect(shown()).toBe('abx');
  });

  it('leaves an answer untouched where there is nothing of one’s own, or it cannot be had', async () => {
    const { ask, answer, give, results, asked } = aScene();
    ask('q');
    const first = answerOf('ab');
    answer('q', first);
    await give('');
    expect(results.get()).toEqual({ state: 'ready', text: 'q', answer: first });
    ask('r', first);
    asked[1]!.reject(new Error('no chunk'));
    await settle();
    answer('r', first);
    expect(results.get()).toEqual({ state: 'ready', text: 'r', answer: first });
  });

  it('keeps the own results on show while the next question runs', async () => {
    const { ask, answer, give, shown } = aScene();
    const first = answerOf('ab');
    ask('q');
    await give('x');
    answer('q', first);
    ask('qu', first);
    expect(shown()).toBe('(xab)');
    await give('');
    answer('qu', answerOf('b'));
    expect(shown()).toBe('b');
  });

  it('drops what comes for an earlier question, and lets it know', async () => {
    const { ask, answer, give, shown, asked } = aScene();
    ask('q');
    ask('qu');
    answer('qu', answerOf('a'));
    await give('x', 0);
    expect([shown(), asked[0]!.signal.aborted]).toEqual(['a', true]);
  });

  it('puts them beside a brief answer, too, and in front of the answer that follows', async () => {
    const { ask, answer, give, shown } = aScene();
    ask('p');
    answer('p', answerOf('yz'));
    ask('q', answerOf('yz'));
    await give('x');
    ask('q', answerOf('ab'));
    expect(shown()).toBe('(xab)');
    answer('q', answerOf('ba'));
    expect(shown()).toBe('xba');
  });

  it('puts those that come after a brief answer at its end', async () => {
    const { ask, give, shown } = aScene();
    ask('q');
    ask('q', answerOf('ab'));
    await give('x');
    expect(shown()).toBe('(abx)');
  });

  it('leaves a brief answer on show when something is gone from the list before', async () => {
    const { ask, answer, give, shown, own } = aScene();
    const before = answerOf('yz');
    ask('p');
    await give('x');
    answer('p', before);
    ask('q', before);
    expect(shown()).toBe('(xyz)');
    ask('q', answerOf('ab'));
    own.refresh(({ articleId }) => articleId === 'x');
    expect(shown()).toBe('(ab)');
  });

  it('goes on with a second answer of a server', async () => {
    const { ask, answer, give, shown } = aScene();
    const first = answerOf('ab');
    ask('q');
    await give('x');
    answer('q', first);
    answer('q', answerOf('', { results: [...first.results, aResult('c')], total: 3 }), true);
    expect(shown()).toBe('xabc');
    answer('q', answerOf('ca'), true);
    expect(shown()).toBe('xca');
  });

  it('shows them beside an answer that is there when it begins', async () => {
    const results = createStore<ResultsState>({ state: 'ready', text: 'q', answer: answerOf('a') });
    showOwnResults({ results, find: async () => ownOf('x') });
    await settle();
    expect(results.get()).toMatchObject({ answer: { results: [{ articleId: 'a' }, { articleId: 'x' }] } });
  });

  it('takes away at once what is gone', async () => {
    const { own, ask, answer, give, shown } = aScene();
    ask('q');
    await give('xy');
    answer('q', answerOf('ab'));
    own.refresh(({ articleId }) => articleId === 'x');
    expect(shown()).toBe('yab');
  });

  it('puts what is new behind, and leaves it out where something would have to move', async () => {
    const { own, ask, answer, give, shown } = aScene();
    ask('q');
    await give('');
    answer('q', answerOf('ab'));
    own.refresh(() => false);
    await give('x');
    expect(shown()).toBe('abx');
    ask('r');
    await give('x');
    answer('r', answerOf('ab'));
    own.refresh(() => false);
    await give('xy');
    expect(shown()).toBe('xab');
  });

  it('takes away what is gone from the answer that stays on show while the next one is asked', async () => {
    const { own, ask, answer, give, shown } = aScene();
    const first = answerOf('a');
    ask('q');
    await give('x');
    answer('q', first);
    ask('qu', first);
    own.refresh(({ view }) => !!view);
    expect(shown()).toBe('(a)');
    answer('qu', answerOf('b'));
    expect(shown()).toBe('b');
  });

  it('lets failures and an empty field pass', async () => {
    const { ask, results, asked, shown } = aScene();
    ask('q');
    results.set({ state: 'failed', text: 'q', error: new Error('x') as HelpError });
    expect([shown(), asked[0]!.signal.aborted]).toEqual(['failed', true]);
    results.set({ state: 'idle' });
    expect(shown()).toBe('idle');
  });

  it('does nothing once it is stopped', async () => {
    const { own, ask, answer, give, shown, asked } = aScene();
    ask('q');
    own.stop();
    await give('x');
    answer('q', answerOf('a'));
    expect([shown(), asked[0]!.signal.aborted]).toEqual(['a', true]);
  });
});
