import { createEmitter, createStore, HelpError } from '@helpkiosk/core';
import type { HelpAdapter, HelpEvents, ResultsState, SearchPort } from '@helpkiosk/core';
import { createFakeEnv } from '@helpkiosk/core/testing';
import { describe, expect, it } from 'vitest';
import { openServed } from './served.js';

/** What is behind a page with this adapter, or with a host whose client it is. */
function aPage(adapter: HelpAdapter, by: 'adapter' | 'host') {
  const env = createFakeEnv();
  const events = createEmitter<HelpEvents>();
  let opened = 0;
  const served = openServed({
    config: by === 'adapter' ? { adapter, locale: 'en' } : { host: '/api', locale: 'en' },
    ...{ env, events, host: {} as HTMLElement, log: () => {} },
    async reader() {
      opened++;
      return { host: () => ({ adapter, status: () => ({ supports: { search: true, report: true } }) }) };
    },
  });
  return { env, events, served, opened: () => opened };
}

function aLog() {
  const told: string[][] = [];
  const report: HelpAdapter['report'] = async (events) => void told.push(events.map(({ name }) => name));
  return { told, report };
}

const aPack = (): SearchPort => ({
  results: createStore<ResultsState>({ state: 'idle' }),
  ask: () => {},
  retry: () => {},
  query: async () => ({ results: [], total: 0, guess: false }),
  article: async () => null,
  close: () => {},
}) as unknown as SearchPort; // prettier-ignore

describe('openServed', () => {
  it('tells an adapter in code of everything from the start', async () => {
    const { told, report } = aLog();
    const { env, events } = aPage({ report }, 'adapter');
    events.emit('ready', {});
    await env.advance(10_000);
    expect(told).toEqual([['ready']]);
  });

  it('tells a host from the first use on, that use included, and opens none before', async () => {
    const { told, report } = aLog();
    const { env, events, opened } = aPage({ report }, 'host');
    events.emit('ready', {});
    await env.advance(60_000);
    env.setVisible(false);
    env.setVisible(true);
    expect([opened(), env.timerCount()]).toEqual([0, 0]);
    events.emit('open', { view: 'home' });
    events.emit('search', { length: 6, total: 1, guess: false });
    events.emit('open', { view: 'home' });
    await env.advance(10_000);
    expect(told).toEqual([['open', 'search', 'open']]);
  });

  it('asks nobody for an adapter without search, and ends without ever being used', async () => {
    const pack = aPack();
    expect(aPage({}, 'adapter').served.addTo(pack, 'en')).toBe(pack);
    const { env, events, served, opened } = aPage({}, 'host');
    served.stop();
    events.emit('open', { view: 'home' });
    await env.advance(10_000);
    expect([opened(), env.timerCount()]).toEqual([0, 0]);
  });

  it.each([
    ['refuses', () => Promise.reject(new HelpError('unavailable')), ['unavailable']],
    ['talks rubbish', async () => ({ results: 7 }) as never, ['adapter-bad-answer']],
    ['never answers', () => new Promise<never>(() => {}), ['timeout']],
  ])('keeps the pack’s answer, and tells the page, where a host %s', async (_, search, codes) => {
    const heard: string[] = [];
    const { env, events, served } = aPage({ search }, 'host');
    events.on('error', ({ code }) => heard.push(code));
    const pack = aPack();
    const own = { results: [{ articleId: 'own', kind: 'article', title: [] }], total: 1, guess: false } as never;
    const results = pack.results as ReturnType<typeof createStore<ResultsState>>;
    const both = served.addTo({ ...pack, ask: (text) => results.set({ state: 'ready', text, answer: own }) }, 'en');
    both.ask('refund');
    await env.advance(10_000);
    expect(both.results.get()).toMatchObject({ state: 'ready', answer: { results: [{ articleId: 'own' }] } });
    expect(heard).toEqual(codes);
    both.close();
  });
});
