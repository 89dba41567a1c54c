import { createStore, HelpError } from '@helpkiosk/core';
import type { ResultsAnswer, ResultsState, SearchPort, SearchResult } from '@helpkiosk/core';
import { createDeferred, createFakeEnv, type Deferred } from '@helpkiosk/core/testing';
import { describe, expect, it, vi } from 'vitest';
import { SERVER_LIMIT_MS, type AskServer } from './ask-server.js';
import { PATIENCE_MS, REST_MS, withServer } from './with-server.js';

const aResult = (articleId: string, rest: Partial<SearchResult> = {}): SearchResult => ({
  kind: 'article',
  articleId,
  locale: 'en',
  score: 1,
  title: [{ text: articleId, hit: false }],
  excerpt: [],
  ...rest,
});
const listOf = (ids: string): SearchResult[] => [...ids].map((id) => aResult(id));
const anAnswer = (ids: string, rest: Partial<ResultsAnswer> = {}): ResultsAnswer => ({
  results: listOf(ids),
  total: ids.length,
  guess: false,
  ...rest,
});

/** A widget's search with a pack and a server whose answers the test gives. */
function aSearch({ held = false } = {}) {
  const env = createFakeEnv();
  const results = createStore<ResultsState>({ state: 'idle' });
  const local = {
    results,
    ask: (text: string) => results.set(text.trim() ? { state: 'searching', text, previous: null } : { state: 'idle' }),
    retry: vi.fn(),
    query: vi.fn(async () => anAnswer('ab')),
    suggest: vi.fn(async () => []),
    article: vi.fn(async () => null),
    browse: vi.fn(),
    close: vi.fn(),
  } satisfies SearchPort;
  const asked: (Deferred<unknown> & { text: string; signal: AbortSignal })[] = [];
  const ask: AskServer = ({ text }, { signal }) => {
    const deferred = createDeferred<unknown>();
    asked.push({ ...deferred, text, signal });
    return deferred.promise as ReturnType<AskServer>;
  };
  const errors: string[] = [];
  const search = withServer(local, {
    ask,
    env,
    locale: 'en',
    isHeld: () => held,
    onError: ({ code }) => errors.push(code),
  });
  return {
    env,
    local,
    asked,
    errors,
    search,
    /** The pack's answer to the question that runs. */
    answer: (ids: string, rest?: Partial<ResultsAnswer>) =>
      results.set({ state: 'ready', text: 'q', answer: anAnswer(ids, rest) }),
    failLocal: () => results.set({ state: 'failed', text: 'q', error: new HelpError('pack-missing') }),
    async say(answer: unknown, question = asked.at(-1)!) {
      question.resolve(answer);
      await env.settle();
    },
    shown: () => {
      const now = search.results.get();
      return now.state === 'ready' ? now.answer.results.map(({ articleId }) => articleId).join('') : now.state;
    },
  };
}

describe('withServer', () => {
  it('shows the answer of the pack at once, and asks the server when typing rests', async () => {
    const { search, answer, shown, asked, env } = aSearch();
    search.ask('q');
    answer('ab');
    expect([shown(), asked.length]).toEqual(['ab', 0]);
    await env.advance(REST_MS);
    expect(asked.map(({ text }) => text)).toEqual(['q']);
  });

  it('asks the server once for a text that is typed in one go', async () => {
    const { search, asked, env } = aSearch();
    for (const text of ['r', 're', 'ref']) {
      search.ask(text);
      await env.advance(REST_MS - 1);
    }
    await env.advance(REST_MS);
    expect(asked.map(({ text }) => text)).toEqual(['ref']);
  });

  it('fuses what comes within the patience, and says that it is late', async () => {
    const { search, answer, shown, say, env } = aSearch();
    search.ask('q');
    answer('abc');
    await env.advance(REST_MS);
    await say(listOf('cx'));
    expect(shown()).toBe('cabx');
    expect(search.results.get()).toMatchObject({ late: true, answer: { total: 4 } });
  });

  it('only appends what comes later', async () => {
    const { search, answer, shown, say, env } = aSearch();
    search.ask('q');
    answer('abc');
    await env.advance(PATIENCE_MS + 1);
    await say(listOf('cx'));
    expect(shown()).toBe('abcx');
  });

  it('only appends while the list is held', async () => {
    const { search, answer, shown, say, env } = aSearch({ held: true });
    search.ask('q');
    answer('abc');
    await env.advance(REST_MS);
    await say(listOf('cx'));
    expect(shown()).toBe('abcx');
  });

  it('tells nobody of an answer with nothing new to a list that stays', async () => {
    const { search, answer, say, env } = aSearch({ held: true });
    search.ask('q');
    answer('ab');
    const before = search.results.get();
    await env.advance(REST_MS);
    await say(listOf('ba'));
    expect(search.results.get()).toBe(before);
  });

  it('puts the server’s results before what the pack has guessed', async () => {
    const { search, answer, shown, say, env } = aSearch();
    search.ask('q');
    answer('ab', { guess: true });
    await env.advance(REST_MS);
    await say(listOf('xa'));
    expect([shown(), search.results.get()]).toMatchObject(['xab', { answer: { guess: false } }]);
  });

  it('fuses at once where the server was first', async () => {
    const { search, answer, shown, say, env } = aSearch();
    search.ask('q');
    await env.advance(REST_MS);
    await say(listOf('x'));
    expect(shown()).toBe('searching');
    answer('ax');
    expect(shown()).toBe('xa');
    expect(search.results.get()).not.toHaveProperty('late');
  });

  it('shows the server’s answer where the pack is slow, and the pack’s behind it', async () => {
    const { search, answer, shown, say, env } = aSearch();
    search.ask('q');
    await env.advance(REST_MS);
    await say(listOf('x'));
    await env.advance(PATIENCE_MS);
    expect(shown()).toBe('x');
    answer('ax');
    expect(shown()).toBe('xa');
  });

  it('shows what the index alone knows, also where the answer to an earlier question is on show', async () => {
    const { search, local, answer } = aSearch();
    search.ask('q');
    answer('ab');
    search.ask('r');
    expect(search.results.get()).toMatchObject({ state: 'searching', text: 'r', previous: anAnswer('ab') });
    local.results.set({ state: 'searching', text: 'r', previous: anAnswer('yz') });
    expect(search.results.get()).toEqual({ state: 'searching', text: 'r', previous: anAnswer('yz') });
  });

  it('keeps the server’s answer on show when the pack has only a brief one, or fails after all', async () => {
    const { search, local, failLocal, shown, say, env } = aSearch();
    search.ask('q');
    await env.advance(REST_MS);
    await say(listOf('x'));
    await env.advance(PATIENCE_MS);
    local.results.set({ state: 'searching', text: 'q', previous: anAnswer('ab') });
    expect(shown()).toBe('x');
    failLocal();
    expect(shown()).toBe('x');
  });

  it('fuses the server’s answer with a brief one, and puts in the texts when the pack has them', async () => {
    const { search, local, shown, say, env } = aSearch();
    search.ask('q');
    await env.advance(REST_MS);
    local.results.set({ state: 'searching', text: 'q', previous: anAnswer('ab') });
    await say(listOf('x'));
    expect(search.results.get()).toMatchObject({ state: 'searching', previous: anAnswer('ab') });
    await env.advance(PATIENCE_MS);
    const before = shown();
    expect([...before].sort().join('')).toBe('abx');
    const excerpt = [{ text: 'told', hit: true }];
    const results = [aResult('b', { excerpt }), aResult('a', { excerpt }), aResult('c')];
    local.results.set({ state: 'ready', text: 'q', answer: { results, total: 3, guess: false } });
    expect(shown()).toBe(`${before}c`);
    const now = search.results.get();
    const told = now.state === 'ready' ? now.answer.results.filter((each) => each.excerpt === excerpt) : [];
    expect(told.map(({ articleId }) => articleId).sort()).toEqual(['a', 'b']);
  });

  it('shows the server’s answer where the pack fails, and the failure where both do', async () => {
    const first = aSearch();
    first.search.ask('q');
    first.failLocal();
    expect(first.shown()).toBe('searching');
    await first.env.advance(REST_MS);
    await first.say(listOf('x'));
    expect(first.shown()).toBe('x');
    const second = aSearch();
    second.search.ask('q');
    second.failLocal();
    await second.env.advance(REST_MS);
    await second.say('garbage');
    expect(second.shown()).toBe('failed');
  });

  it.each([
    ['garbage', '<html>', 'adapter-bad-answer'],
    ['null', null, 'adapter-bad-answer'],
    ['a list of garbage', [1, {}], 'adapter-bad-answer'],
  ])('keeps the pack’s answer at %s, and tells of the error', async (_, garbage, code) => {
    const { search, answer, shown, say, env, errors } = aSearch();
    search.ask('q');
    answer('ab');
    await env.advance(REST_MS);
    await say(garbage);
    expect([shown(), errors]).toEqual(['ab', [code]]);
  });

  it('gives up a server that says nothing, and tells of it once', async () => {
    const { search, answer, shown, env, errors, asked } = aSearch();
    search.ask('q');
    answer('ab');
    await env.advance(REST_MS + SERVER_LIMIT_MS);
    expect([shown(), errors, asked[0]!.signal.aborted, env.timerCount()]).toEqual(['ab', ['timeout'], true, 0]);
  });

  it('tells of a server that rejects or throws', async () => {
    const { search, answer, shown, asked, env, errors } = aSearch();
    search.ask('q');
    answer('ab');
    await env.advance(REST_MS);
    asked[0]!.reject(new TypeError('Failed to fetch'));
    await env.settle();
    expect([shown(), errors]).toEqual(['ab', ['network']]);
  });

  it('asks nobody off line', async () => {
    const { search, asked, env, errors } = aSearch();
    env.setOnline(false);
    search.ask('q');
    await env.advance(REST_MS);
    expect([asked, errors]).toEqual([[], []]);
  });

  it('drops what the server says to an earlier question', async () => {
    const { search, answer, shown, asked, say, env, errors } = aSearch();
    search.ask('p');
    await env.advance(REST_MS);
    search.ask('q');
    answer('ab');
    await say(listOf('x'), asked[0]);
    expect([shown(), asked[0]!.signal.aborted, errors]).toEqual(['ab', true, []]);
  });

  it('keeps the fused list while the next question runs', async () => {
    const { search, answer, say, env } = aSearch();
    search.ask('q');
    answer('a');
    await env.advance(REST_MS);
    await say(listOf('x'));
    search.ask('qu');
    expect(search.results.get()).toMatchObject({
      state: 'searching',
      previous: { results: [{ articleId: 'a' }, { articleId: 'x' }] },
    });
  });

  it('shows an article that only the server has by what it said', async () => {
    const { search, answer, say, env } = aSearch();
    search.ask('q');
    answer('a');
    await env.advance(REST_MS);
    await say([aResult('far', { url: 'https://example.com/far', excerpt: [{ text: 'Said.', hit: true }] })]);
    expect(await search.article('far')).toMatchObject({
      title: 'far',
      url: 'https://example.com/far',
      tree: { nodes: [{ children: ['Said.'] }, { children: [{ tag: 'link' }] }] },
    });
    expect(await search.article('nowhere')).toBeNull();
  });

  it('fuses a question beside the list, and waits no longer than the patience', async () => {
    const { search, say, env, asked } = aSearch();
    const both = search.query('q');
    await env.advance(REST_MS);
    await say(listOf('bx'));
    expect((await both).results.map(({ articleId }) => articleId)).toEqual(['b', 'a', 'x']);
    const alone = search.query('q');
    await env.advance(PATIENCE_MS);
    expect([(await alone).total, asked.length]).toEqual([2, 2]);
  });

  it('asks the server once for a text that is typed in one go beside the list, and the pack for every letter', async () => {
    const { search, say, env, asked, local } = aSearch();
    let typed = new AbortController();
    const answers: Promise<unknown>[] = [];
    for (const text of ['r', 're', 'ref']) {
      typed.abort();
      typed = new AbortController();
      answers.push(search.query(text, { signal: typed.signal }).catch(({ name }: Error) => name));
      await env.advance(REST_MS - 1);
    }
    expect([asked, local.query.mock.calls.length]).toEqual([[], 3]);
    await env.advance(1);
    await say(listOf('x'));
    expect(asked.map(({ text }) => text)).toEqual(['ref']);
    expect(await Promise.all(answers)).toMatchObject(['AbortError', 'AbortError', { total: 3 }]);
    expect(env.timerCount()).toBe(0);
  });

  it('asks nobody for a question that stands when it is closed', async () => {
    const { search, asked, env } = aSearch();
    const both = search.query('q');
    search.close();
    await env.advance(REST_MS + PATIENCE_MS);
    expect([(await both).total, asked, env.timerCount()]).toEqual([2, [], 0]);
  });

  it('asks no server among texts that come with the question', async () => {
    const { search, asked, env, local } = aSearch();
    const among = [{ kind: 'ticket', id: 'T-1', title: 'Mine' }] as const;
    await search.query('mine', { among });
    await env.settle();
    expect([asked, local.query.mock.calls]).toEqual([[], [['mine', { among }]]]);
  });

  it('asks no server what is to be answered here', async () => {
    const { search, asked, env, local } = aSearch();
    expect(await search.query('where is it', { here: true, limit: 3 })).toMatchObject({ total: 2 });
    await env.advance(REST_MS + PATIENCE_MS);
    expect([asked, local.query.mock.calls]).toEqual([[], [['where is it', { limit: 3 }]]]);
  });

  it('lets the pack tell what its index alone knows, while the server is asked', async () => {
    const { search, env, local } = aSearch();
    const onBrief = (): void => {};
    const answer = search.query('where is it', { onBrief });
    await env.advance(REST_MS + PATIENCE_MS);
    await answer;
    expect(local.query.mock.calls).toEqual([['where is it', { onBrief }]]);
  });

  it('leaves neither timer nor question behind when it is closed', async () => {
    const { search, asked, env, local } = aSearch();
    search.ask('q');
    await env.advance(REST_MS);
    search.close();
    await env.settle();
    expect([asked[0]!.signal.aborted, env.timerCount(), local.close.mock.calls.length]).toEqual([true, 0, 1]);
  });
});
