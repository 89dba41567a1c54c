import type { HelpAdapter, SearchResult } from '@helpkiosk/core';
import { createFakeEnv } from '@helpkiosk/core/testing';
import { describe, expect, it } from 'vitest';
import { overHost, PAUSE_MS, STATUS_LIMIT_MS } from './over-host.js';

const { signal } = new AbortController();
const asked = { text: 'refund', locale: 'en', limit: 8 };
const opened = [{ name: 'open', at: 1, data: { view: 'home' } }];
const aResult = { articleId: 'a' } as SearchResult;
const SERVES = { supports: { search: true, report: true } };

/** A host with a status, or one that fails with it; `heard`: the status that the panel has heard already. */
function aHost({ status = async (): Promise<unknown> => SERVES, heard = undefined as unknown, adapter = true } = {}) {
  const env = createFakeEnv();
  const calls: string[] = [];
  let known = heard;
  const client: HelpAdapter = {
    async getServiceStatus() {
      calls.push('status');
      known = await status();
      return known as never;
    },
    async search() {
      calls.push('search');
      return [aResult];
    },
    async report(events) {
      calls.push(...events.map(({ name }) => `report ${name}`));
    },
  };
  const open = async () => (calls.push('open'), { adapter: adapter ? client : undefined, status: () => known });
  const server = overHost({ open, env, locale: 'en' });
  const outcome = (call: Promise<unknown>): Promise<unknown> => call.catch((error: { code: string }) => error.code);
  return {
    ...{ calls, env, end: server.end },
    hear: (status: unknown) => void (known = status),
    search: () => outcome(server.search(asked, { signal })),
    report: () => outcome(server.report(opened, { signal })),
  };
}

const countStatus = (calls: readonly string[]): number => calls.filter((name) => name === 'status').length;

describe('overHost', () => {
  it('opens nothing before there is something to say, and asks for the status once', async () => {
    const { calls, search, report } = aHost();
    expect(calls).toEqual([]);
    expect(await Promise.all([search(), report()])).toEqual([[aResult], undefined]);
    expect([...calls].sort()).toEqual(['open', 'open', 'report open', 'search', 'status']);
    await search();
    expect(countStatus(calls)).toBe(1);
  });

  it('takes the status that the panel has heard', async () => {
    const { calls, search } = aHost({ heard: SERVES });
    expect(await search()).toEqual([aResult]);
    expect(calls).toEqual(['open', 'search']);
  });

  it.each([
    ['says no', { supports: { search: false, report: false } }],
    ['says nothing of it', { supports: {} }],
    ['says yes by another word', { supports: { search: 'yes', report: 1 } }],
    ['inherits it', { supports: Object.create(SERVES.supports) as object }],
    ['has no supports', { state: 'open' }],
    ['has none', null],
    ['is no object', 'open'],
  ])('neither asks nor tells a host whose status %s', async (_, status) => {
    const { calls, search, report } = aHost({ status: async () => status });
    expect([await search(), await report()]).toEqual([[], undefined]);
    expect(calls.filter((name) => /search|report/.test(name))).toEqual([]);
  });

  it('finds nothing where the status cannot be had, keeps what is to be told, and asks again a minute later', async () => {
    let isAway = true;
    const { calls, env, search, report } = aHost({
      status: () => (isAway ? Promise.reject({ code: 'unavailable' }) : Promise.resolve(SERVES)),
    });
    expect([await search(), await report()]).toEqual([[], 'unavailable']);
    isAway = false;
    await env.advance(PAUSE_MS - 1);
    expect([await search(), await report(), countStatus(calls)]).toEqual([[], 'unavailable', 1]);
    await env.advance(1);
    expect([await search(), await report(), countStatus(calls)]).toEqual([[aResult], undefined, 2]);
  });

  it('takes the status that the panel hears after one that could not be had', async () => {
    const { calls, search, report, hear } = aHost({ status: () => Promise.reject({ code: 'unavailable' }) });
    await search();
    hear(SERVES);
    expect([await search(), await report(), countStatus(calls)]).toEqual([[aResult], undefined, 1]);
  });

  it('asks again with the next where there was no network', async () => {
    const { calls, env, search, report } = aHost({
      status: () => (env.online.get() ? Promise.resolve(SERVES) : Promise.reject({ code: 'network' })),
    });
    env.setOnline(false);
    expect(await report()).toBe('network');
    env.setOnline(true);
    expect([await search(), countStatus(calls)]).toEqual([[aResult], 2]);
  });

  it('gives up on a status that does not come', async () => {
    const { env, search, report } = aHost({ status: () => new Promise(() => {}) });
    const answers = Promise.all([search(), report()]);
    await env.advance(STATUS_LIMIT_MS);
    expect(await answers).toEqual([[], 'timeout']);
    expect(env.timerCount()).toBe(0);
  });

  it('has nothing without a host', async () => {
    const { search, report } = aHost({ adapter: false });
    expect([await search(), await report()]).toEqual([[], undefined]);
  });

  it('tells a known host of the end, and opens none for it', async () => {
    const known = aHost();
    await known.search();
    known.end();
    await known.report();
    expect(known.calls).toEqual(['open', 'status', 'search', 'report open']);
    const stranger = aHost();
    stranger.end();
    await stranger.report();
    expect(stranger.calls).toEqual([]);
  });

  it('asks nothing for somebody who no longer waits', async () => {
    const { calls, env } = aHost();
    const client = { search: async () => (calls.push('search'), []) };
    const server = overHost({ open: async () => ({ adapter: client, status: () => SERVES }), env, locale: 'en' });
    await expect(server.search(asked, { signal: AbortSignal.abort() })).rejects.toMatchObject({ name: 'AbortError' });
    expect(calls).toEqual([]);
  });
});
