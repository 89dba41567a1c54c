import type { SearchResult } from '@helpkiosk/core';
import { afterEach, describe, expect, it } from 'vitest';
import { aHost, type TestHost } from '../testing/a-host.js';
import type { Find } from './search.js';

let host: TestHost;
afterEach(() => host.close());
const results = ['a', 'b', 'c'].map((articleId): SearchResult => ({
  ...{ kind: 'article', articleId, locale: 'en', score: 1 },
  ...{ title: [{ text: 'Refunds', hit: true }], excerpt: [] },
}));

describe('GET /v1/search', () => {
  it('is there, and in the status, only where the owner gives something that finds', async () => {
    host = await aHost();
    expect((await host.ask('GET', '/v1/search?q=refund&locale=en')).status).toBe(404);
    expect((await host.ask('GET', '/v1/status')).body.supports.search).toBeUndefined();
  });

  it('hands on what is asked, and answers with at most as many results as were asked for', async () => {
    const asked: unknown[] = [];
    host = await aHost({ search: async (input) => (asked.push(input), results) });
    expect((await host.ask('GET', '/v1/status')).body.supports.search).toBe(true);
    const found = await host.ask(
      'GET',
      '/v1/search?q=%20%E9%80%80%E6%AC%BE%20&locale=zh-Hans&limit=2&kinds=article,video',
    );
    expect([found.status, found.body]).toEqual([200, { results: results.slice(0, 2) }]);
    await host.ask('GET', '/v1/search?q=50%25&locale=en');
    expect(asked).toEqual([
      { text: '退款', locale: 'zh-Hans', limit: 2, kinds: ['article', 'video'] },
      { text: '50%', locale: 'en', limit: 10 },
    ]);
    expect(host.lines.join()).not.toMatch(/退款|50/);
  });

  it('names every problem of a question', async () => {
    host = await aHost({ search: async () => results });
    const refused = await host.ask('GET', `/v1/search?q=${'x'.repeat(501)}&locale=?&limit=0&kinds=book`);
    expect([refused.status, refused.body.code]).toEqual([422, 'refused']);
    expect(refused.body.problems.map(({ path }: { path: string }) => path)).toEqual(['q', 'locale', 'limit', 'kinds']);
    expect((await host.ask('GET', '/v1/search?locale=en')).body.problems).toHaveLength(1);
  });

  it.each<[string, Find]>([
    ['fails', () => Promise.reject(new Error('away'))],
    [
      'throws',
      () => {
        throw new Error('away');
      },
    ],
    ['gives no list', async () => null as never],
  ])('is 503 where the search %s', async (_, search) => {
    host = await aHost({ search });
    const answer = await host.ask('GET', '/v1/search?q=a&locale=en');
    expect([answer.status, answer.body.code]).toEqual([503, 'unavailable']);
    expect(JSON.stringify(answer.body)).not.toContain('away');
  });

  it('is 503 where the search takes too long, and tells it to stop', async () => {
    let stopped = false;
    let asked = (): void => {};
    const isAsked = new Promise<void>((resolve) => (asked = resolve));
    host = await aHost({
      search: (_, { signal }) => {
        signal.addEventListener('abort', () => (stopped = true));
        asked();
        return new Promise(() => {});
      },
    });
    const answer = host.ask('GET', '/v1/search?q=a&locale=en');
    await isAsked;
    await host.env.advance(5000);
    expect([(await answer).status, stopped]).toEqual([503, true]);
  });
});
