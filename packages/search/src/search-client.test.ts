import { HelpError } from '@helpkiosk/core';
import type { LocalQueryOptions, ResultsAnswer, Search } from '@helpkiosk/core';
import { createDeferred, createFakeEnv, type Deferred } from '@helpkiosk/core/testing';
import fc from 'fast-check';
import { describe, expect, it, vi } from 'vitest';
import { BRIEF_AFTER_MS, createSearchClient } from './search-client.js';

type Answer = Awaited<ReturnType<Search['query']>>;
const anAnswer = (total: number): Answer => ({ results: [], total, guess: false });

/** A search whose answers the test gives, in any order. */
function aSearch() {
  const asked: (Deferred<Answer> & { text: string; signal: AbortSignal; brief: boolean })[] = [];
  const close = vi.fn();
  const search = {
    query: (text: string, options?: LocalQueryOptions) => {
      const deferred = createDeferred<Answer>();
      asked.push({ ...deferred, text, signal: options!.signal!, brief: !!options!.brief });
      return deferred.promise;
    },
    article: vi.fn(async () => null),
    browse: vi.fn(async () => ({ locale: 'en', total: 0, categories: [], articles: [] })),
    suggest: async () => [],
    locales: () => ['en'],
    close,
  } satisfies Search;
  return { search, asked, close };
}

function aClient(open?: () => Promise<Search>) {
  const env = createFakeEnv();
  const fake = aSearch();
  const opened = vi.fn(open ?? (async () => fake.search));
  const client = createSearchClient({ open: opened, env, locale: 'en' });
  return { client, env, open: opened, ...fake };
}

describe('createSearchClient', () => {
  it('opens nothing before it is asked, and then once', async () => {
    const { client, open, env } = aClient();
    expect(open).not.toHaveBeenCalled();
    client.ask('a');
    await client.browse();
    await env.settle();
    expect(open).toHaveBeenCalledOnce();
  });

  it('goes from idle through searching to ready', async () => {
    const { client, asked, env } = aClient();
    expect(client.results.get()).toEqual({ state: 'idle' });
    client.ask('refund');
    expect(client.results.get()).toEqual({ state: 'searching', text: 'refund', previous: null });
    await env.settle();
    asked[0]!.resolve(anAnswer(1));
    await env.settle();
    expect(client.results.get()).toEqual({ state: 'ready', text: 'refund', answer: anAnswer(1) });
  });

  it('shows what the index alone knows where the answer takes its time, until that is there', async () => {
    const { client, asked, env } = aClient();
    client.ask('refund');
    await env.advance(BRIEF_AFTER_MS - 1);
    expect(asked.map(({ brief }) => brief)).toEqual([false]);
    await env.advance(1);
    expect(asked.map(({ brief }) => brief)).toEqual([false, true]);
    asked[1]!.resolve(anAnswer(7));
    await env.settle();
    expect(client.results.get()).toEqual({ state: 'searching', text: 'refund', previous: anAnswer(7) });
    asked[0]!.resolve(anAnswer(8));
    await env.settle();
    expect(client.results.get()).toEqual({ state: 'ready', text: 'refund', answer: anAnswer(8) });
  });

  it('asks for nothing brief once it has an answer, and drops what comes behind one', async () => {
    const { client, asked, env } = aClient();
    client.ask('a');
    await env.settle();
    asked[0]!.resolve(anAnswer(1));
    await env.advance(BRIEF_AFTER_MS);
    expect(asked).toHaveLength(1);
    client.ask('ab');
    await env.advance(BRIEF_AFTER_MS);
    asked[1]!.resolve(anAnswer(2));
    await env.settle();
    asked[2]!.resolve(anAnswer(3));
    await env.settle();
    expect(client.results.get()).toEqual({ state: 'ready', text: 'ab', answer: anAnswer(2) });
  });

  it('tells of one question beside the list what the index alone knows, and nothing behind the answer', async () => {
    const { client, asked, env } = aClient();
    const briefs: ResultsAnswer[] = [];
    const onBrief = (answer: ResultsAnswer): void => void briefs.push(answer);
    const [first, second] = [client.query('a', { onBrief }), client.query('b', { onBrief })];
    await env.advance(BRIEF_AFTER_MS);
    expect(asked.map(({ text, brief }) => [text, brief])).toEqual([['a', false], ['b', false], ['a', true], ['b', true]]); // prettier-ignore
    asked[2]!.resolve(anAnswer(5));
    await env.settle();
    asked[0]!.resolve(anAnswer(1));
    asked[1]!.resolve(anAnswer(2));
    expect(await Promise.all([first, second])).toEqual([anAnswer(1), anAnswer(2)]);
    asked[3]!.resolve(anAnswer(6));
    await env.settle();
    expect(briefs).toEqual([anAnswer(5)]);
    expect(client.results.get()).toEqual({ state: 'idle' });
  });

  it('does not show that the index alone finds nothing, which is not certain yet', async () => {
    const { client, asked, env } = aClient();
    client.ask('refnud');
    await env.advance(BRIEF_AFTER_MS);
    asked[1]!.resolve(anAnswer(0));
    await env.settle();
    expect(client.results.get()).toEqual({ state: 'searching', text: 'refnud', previous: null });
  });

  it('shows no brief answer to a question that was left, and fails where only the brief one came', async () => {
    const { client, asked, env } = aClient();
    client.ask('a');
    await env.advance(BRIEF_AFTER_MS);
    client.ask('b');
    asked[1]!.resolve(anAnswer(1));
    await env.settle();
    expect(client.results.get()).toEqual({ state: 'searching', text: 'b', previous: null });
    await env.advance(BRIEF_AFTER_MS);
    asked[3]!.resolve(anAnswer(3));
    asked[2]!.reject(new HelpError('pack-missing'));
    await env.settle();
    expect(client.results.get()).toMatchObject({ state: 'failed', text: 'b', error: { code: 'pack-missing' } });
  });

  it('keeps the last answer while later questions run', async () => {
    const { client, asked, env } = aClient();
    client.ask('a');
    await env.settle();
    asked[0]!.resolve(anAnswer(1));
    await env.settle();
    client.ask('ab');
    client.ask('abc');
    expect(client.results.get()).toEqual({ state: 'searching', text: 'abc', previous: anAnswer(1) });
  });

  it('aborts the question before', async () => {
    const { client, asked, env } = aClient();
    client.ask('a');
    await env.settle();
    client.ask('ab');
    await env.settle();
    expect(asked.map(({ signal }) => signal.aborted)).toEqual([true, false]);
  });

  it('shows the answer to the latest question, in whatever order answers and failures come', async () => {
    const order = fc.shuffledSubarray([0, 1, 2, 3, 4], { minLength: 5 });
    await fc.assert(
      fc.asyncProperty(order, fc.array(fc.boolean(), { minLength: 5, maxLength: 5 }), async (arrival, fails) => {
        const { client, asked, env } = aClient();
        const shown: ResultsAnswer[] = [];
        client.results.subscribe((now) => now.state === 'ready' && shown.push(now.answer));
        for (const number of [0, 1, 2, 3, 4]) {
          client.ask(`q${number}`);
          await env.settle();
        }
        for (const number of arrival) {
          if (fails[number] && number < 4) asked[number]!.reject(new HelpError('network'));
          else asked[number]!.resolve(anAnswer(number));
          await env.settle();
        }
        expect(shown).toEqual([anAnswer(4)]);
        expect(client.results.get()).toMatchObject({ state: 'ready', text: 'q4' });
      }),
      { numRuns: 40 },
    );
  });

  it('does nothing for the text that is shown or on its way', async () => {
    const { client, asked, env } = aClient();
    client.ask('a');
    client.ask('a');
    await env.settle();
    asked[0]!.resolve(anAnswer(1));
    await env.settle();
    client.ask('a');
    await env.settle();
    expect(asked).toHaveLength(1);
  });

  it('becomes idle for empty text and drops what was on its way', async () => {
    const { client, asked, env } = aClient();
    client.ask('a');
    await env.settle();
    client.ask('  ');
    asked[0]!.resolve(anAnswer(1));
    await env.settle();
    expect(client.results.get()).toEqual({ state: 'idle' });
  });

  it('fails with the error of opening, and opens again on retry', async () => {
    const { search, asked } = aSearch();
    const open = vi
      .fn<() => Promise<Search>>()
      .mockRejectedValueOnce(new HelpError('pack-missing'))
      .mockResolvedValue(search);
    const { client, env } = aClient(open);
    client.ask('a');
    await env.settle();
    expect(client.results.get()).toMatchObject({ state: 'failed', text: 'a', error: { code: 'pack-missing' } });
    client.retry();
    await env.settle();
    asked[0]!.resolve(anAnswer(2));
    await env.settle();
    expect(client.results.get()).toMatchObject({ state: 'ready', answer: { total: 2 } });
  });

  it('asks again by itself once there is a network, and leaves no listener', async () => {
    const { client, asked, env } = aClient();
    env.setOnline(false);
    client.ask('a');
    await env.settle();
    asked[0]!.reject(new HelpError('network'));
    await env.settle();
    expect(env.listenerCount()).toBe(1);
    env.setOnline(true);
    await env.settle();
    expect([asked.length, env.listenerCount()]).toEqual([2, 0]);
  });

  it('asks for articles in its own language unless told another', async () => {
    const { client, search } = aClient();
    await client.article('x');
    await client.article('x', { locale: 'zh' });
    expect(search.article.mock.calls.map((call: unknown[]) => call[1])).toEqual(['en', 'zh']);
  });

  it('closes the search, drops what runs, and rejects from then on', async () => {
    const { client, asked, close, env } = aClient();
    client.ask('a');
    await env.settle();
    client.close();
    asked[0]!.resolve(anAnswer(1));
    await env.settle();
    expect(close).toHaveBeenCalledOnce();
    expect(asked[0]!.signal.aborted).toBe(true);
    expect(client.results.get()).toMatchObject({ state: 'searching' });
    await expect(client.browse()).rejects.toMatchObject({ code: 'unavailable' });
  });
});
