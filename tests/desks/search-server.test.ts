// The adapter of examples/search-server against a real Groonga, alone and beside the pack.
import { readFileSync } from 'node:fs';
import type { HelpError, ResultsState, SearchPort } from '@helpkiosk/core';
import { createBrowserEnv } from '@helpkiosk/core';
import { createSearchClient, withServer } from '@helpkiosk/search';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { createSearchAdapter } from '../../examples/search-server/adapter.mjs';
import { loadArticles, searchArticles } from '../../examples/search-server/articles.mjs';
import { enlarge } from './enlarge.js';
import { questions } from './questions.js';
import { openDesk, type Desk } from './search-desk.js';

let desk: Desk;
beforeAll(async () => void (desk = await openDesk()));
afterEach(() => desk.intercept(null));
afterAll(() => desk.close());

const cases = Object.entries(questions).flatMap(([locale, list]) => list.map((text) => ({ locale, text })));
const signal = (): AbortSignal => new AbortController().signal;
const pause = (ms: number): Promise<void> => new Promise((resolve) => void setTimeout(resolve, ms));

/** The widget's search over the pack and the server; `told` are the errors that its page hears of. */
function aSearch(locale = 'en'): { search: SearchPort; told: HelpError[]; states: ResultsState[] } {
  const env = createBrowserEnv();
  const told: HelpError[] = [];
  const states: ResultsState[] = [];
  const pack = { ...desk.pack, close: () => {} };
  const search = withServer(createSearchClient({ env, locale, open: async () => pack }), {
    env,
    locale,
    ask: createSearchAdapter(desk.server.url).search,
    isHeld: () => false,
    onError: (error) => told.push(error),
  });
  search.results.subscribe((state) => states.push(state));
  return { search, told, states };
}

async function until(isSo: () => boolean, what: string, limitMs = 15_000): Promise<void> {
  for (const endAt = performance.now() + limitMs; !isSo(); await pause(10))
    if (performance.now() > endAt) throw new Error(`this did not happen: ${what}`);
}

const readyWith = (states: readonly ResultsState[], late: boolean) => () =>
  states.some((state) => state.state === 'ready' && !!state.late === late);
const firstOf = (state: ResultsState | undefined): string | undefined =>
  state?.state === 'ready' ? state.answer.results[0]?.articleId : undefined;

describe('the search server', () => {
  it.each(cases)('answers “$text” ($locale) with the article that the pack has first', async ({ text, locale }) => {
    const { search } = createSearchAdapter(desk.server.url);
    const [far] = await search({ text, locale, limit: 5 }, { signal: signal() });
    const [own] = (await desk.pack.query(text, { locale })).results;
    expect(far?.articleId).toBe(own?.articleId);
    expect(far).toMatchObject({ kind: 'article', locale });
  });

  it.each(['" OR 1', '(((', 'title:@x', '\\', '*', '~^$', '--', 'a'.repeat(500), '\u0000', '> < +'])(
    'takes %j as words',
    async (text) => {
      const { search } = createSearchAdapter(desk.server.url);
      expect(Array.isArray(await search({ text, locale: 'en', limit: 5 }, { signal: signal() }))).toBe(true);
    },
  );

  it.each(['?text=&locale=en', '?text=a&locale=', `?text=${'a'.repeat(501)}&locale=en`, '?text=a&locale=en&limit=0'])(
    'refuses %s',
    async (question) => {
      expect((await fetch(desk.server.url + question)).status).toBe(400);
    },
  );
});

describe('the widget’s search beside it', () => {
  it('shows the pack’s answer first and then both, in one list without doubles', async () => {
    const { search, states, told } = aSearch();
    search.ask('customs invoice');
    await until(readyWith(states, true), 'an answer of both');
    const [first, both] = states.filter((state) => state.state === 'ready');
    expect([firstOf(first), firstOf(both)]).toEqual(['customs-invoice', 'customs-invoice']);
    const keys = both!.answer.results.map(
      ({ kind, articleId, url }) => `${kind} ${articleId} ${kind === 'video' ? url : ''}`,
    );
    expect(new Set(keys).size).toBe(keys.length);
    expect([first!.late, told]).toEqual([undefined, []]);
    search.close();
  });

  it('moves nothing when the server takes three seconds', async () => {
    desk.intercept(() => pause(3000).then(() => false));
    const { search, states, told } = aSearch('zh-Hans');
    const startAt = performance.now();
    search.ask('退款多久到账');
    await until(readyWith(states, false), 'the answer of the pack');
    expect(performance.now() - startAt).toBeLessThan(2000);
    await until(readyWith(states, true), 'the answer of the server');
    const [first, late] = states.filter((state) => state.state === 'ready');
    const shown = first!.answer.results;
    expect(late!.answer.results.slice(0, shown.length)).toEqual(shown);
    expect(told).toEqual([]);
    search.close();
  });

  it('drops a slow answer once something else is asked', async () => {
    desk.intercept((request) => (request.url!.includes('refund') ? pause(1500).then(() => false) : false));
    const { search, states } = aSearch();
    search.ask('refund');
    await pause(400);
    search.ask('student price');
    await pause(2000);
    const last = states.at(-1)!;
    expect([last.state, firstOf(last)]).toEqual(['ready', 'student-price']);
    const texts = states.flatMap((state) => (state.state === 'ready' && state.late ? [state.text] : []));
    expect(texts).not.toContain('refund');
    search.close();
  });

  it.each([
    ['a page of HTML', '<html>Bad gateway</html>', 200],
    ['JSON that is no list', '{"results":[]}', 200],
    ['a list of nonsense', '[1,null,{"kind":"article"},[[]]]', 200],
    ['half an answer', '[{"kind":"article","arti', 200],
    ['an error', '[]', 503],
  ])('keeps the pack’s answer at %s, and tells of one error', async (_, body, status) => {
    desk.intercept((request, response) => {
      request.resume();
      response.writeHead(status, { 'content-type': 'application/json' });
      response.end(body);
      return true;
    });
    const { search, states, told } = aSearch();
    search.ask('student price');
    await until(() => told.length > 0, 'an error');
    await pause(50);
    expect([firstOf(search.results.get()), told.length]).toEqual(['student-price', 1]);
    expect(readyWith(states, true)()).toBe(false);
    search.close();
  });
});

describe('fifty thousand articles', () => {
  it('are loaded and searched in bounded memory', { timeout: 600_000 }, async () => {
    const groonga = await desk.openEmpty();
    const heapBefore = process.memoryUsage().heapUsed;
    let [heap, server] = [0, 0];
    const look = (): void => {
      heap = Math.max(heap, process.memoryUsage().heapUsed - heapBefore);
      server = Math.max(server, memoryOf(groonga.pid));
    };
    const startAt = performance.now();
    const count = await loadArticles(groonga, watched(enlarge(desk.packFolder, 50_000), look));
    const loadedMs = performance.now() - startAt;
    expect(count).toBe(50_000);
    const times: number[] = [];
    for (const { text, locale } of cases) {
      const askedAt = performance.now();
      expect((await searchArticles(groonga, { text, locale, limit: 10 })).length).toBe(10);
      times.push(performance.now() - askedAt);
    }
    look();
    const slowest = Math.max(...times);
    console.log(
      `50,000 articles loaded and indexed in ${(loadedMs / 1000).toFixed(1)} s; at the most ${mb(heap)} MB more heap in the loader and ${server} MB in Groonga without its files; slowest of ${times.length} searches ${slowest.toFixed(0)} ms`,
    );
    expect(heap).toBeLessThan(200e6);
    expect(server).toBeLessThan(1000);
  });
});

describe('a server that is killed', () => {
  it('leaves the pack’s answer, tells of one error, and is asked again with the next question', async () => {
    desk.intercept(async () => {
      await desk.groonga.stop('SIGKILL');
      return false;
    });
    const { search, states, told } = aSearch();
    search.ask('student price');
    await until(() => told.length > 0, 'an error');
    expect([firstOf(search.results.get()), told.length, readyWith(states, true)()]).toEqual([
      'student-price',
      1,
      false,
    ]);
    desk.intercept(null);
    search.ask('cancel an order');
    await until(() => told.length > 1, 'a second error');
    expect(firstOf(search.results.get())).toBe('cancel-order');
    search.close();
  });
});

const mb = (bytes: number): number => Math.round(bytes / 1e6);

async function* watched<T>(items: AsyncIterable<T>, look: () => void): AsyncGenerator<T> {
  let count = 0;
  for await (const item of items) {
    if (++count % 250 === 0) look();
    yield item;
  }
}

/** The memory of a process without its files, in MB; throws where the system does not tell (Linux does). */
function memoryOf(pid: number): number {
  const status = readFileSync(`/proc/${pid}/status`, 'utf8');
  return Math.round(Number(/RssAnon:\s+(\d+)/.exec(status)?.[1]) / 1000);
}
