import type { QueueSnapshot } from '@helpkiosk/core';
import { createFakeEnv } from '@helpkiosk/core/testing';
import { describe, expect, it } from 'vitest';
import type { DeskRecord } from './desk-log.js';
import { createMemoryAdapter, type MemoryAdapter } from './memory-adapter.js';

const MINUTE = 60_000;
const signal = new AbortController().signal;
const TEN = Date.parse('2026-11-23T10:00Z');
const status = async ({ adapter }: MemoryAdapter) => (await adapter.getServiceStatus!({ locale: 'en' }, { signal }))!;
const join = ({ adapter }: MemoryAdapter, key = 'k1') =>
  adapter.startConversation!({ key, text: '?', locale: 'en' }, { signal });
const watch = ({ adapter }: MemoryAdapter): readonly QueueSnapshot[] => {
  const heard: QueueSnapshot[] = [];
  void adapter.watchQueue!({ conversationId: 'memory-1', emit: (each) => heard.push(each) }, { signal });
  return heard;
};

/** A record as two tabs of one browser share it: each hears of what the other has written. */
const aBrowser = () => {
  let text: string | null = null;
  const tabs: (() => void)[] = [];
  return {
    text: () => text,
    put: (next: string) => void (text = next),
    tab(): DeskRecord {
      const own = tabs.length;
      tabs.push(() => {});
      return {
        read: () => text,
        write(next) {
          text = next;
          tabs.forEach((heard, index) => index !== own && heard());
        },
        listen(heard) {
          tabs[own] = heard;
          return () => void (tabs[own] = () => {});
        },
      };
    },
  };
};

describe('a desk that is kept', () => {
  it('is the same in two tabs, whichever turns it, and on the next page', async () => {
    const browser = aBrowser();
    const env = createFakeEnv({ now: TEN });
    const one = createMemoryAdapter({ env, record: browser.tab() });
    await env.advance(2 * MINUTE);
    const other = createMemoryAdapter({ env, record: browser.tab() });
    one.controls.setLoad('peak');
    one.controls.setQueue(11);
    await join(one);
    const heard = watch(one);
    other.controls.urgentTicket();
    await env.advance(1000);
    expect(heard.at(-1)!.position).toBeGreaterThan(heard[0]!.position!);
    other.controls.setSpeed(10);
    await env.advance(3000);
    expect(one.controls.state()).toEqual(other.controls.state());
    expect(await status(other)).toEqual(await status(one));
    const next = createMemoryAdapter({ env, record: browser.tab() });
    expect(await status(next)).toEqual(await status(one));
    expect(await next.adapter.resumeConversation!({ conversationId: 'memory-1' }, { signal })).toMatchObject({
      state: 'queued',
    });
  });

  it('keeps one key for one conversation, whichever tab asks', async () => {
    const browser = aBrowser();
    const env = createFakeEnv({ now: TEN });
    const desks = [0, 1].map(() => createMemoryAdapter({ env, record: browser.tab() }));
    for (const { controls } of desks) controls.setQueue(3);
    const asked = await Promise.all([...desks.map((desk) => join(desk)), join(desks[0]!, 'k2')]);
    expect(asked.map(({ conversationId }) => conversationId)).toEqual(['memory-1', 'memory-1', 'memory-2']);
  });

  it('begins anew where the record is not one of its own', async () => {
    const browser = aBrowser();
    const env = createFakeEnv({ now: TEN });
    const fresh = JSON.stringify(await status(createMemoryAdapter({ env, record: browser.tab() })));
    const whole = browser.text()!;
    const entry = (entry: object): string => JSON.stringify({ ...JSON.parse(whole), entries: [entry] });
    for (const text of [
      ...['', 'null', '[]', '{"version":1}', whole.slice(0, -3), whole.replace(':1,', ':2,')],
      ...[entry({ at: TEN, call: 'load', load: 'x' }), entry({ at: TEN, call: 'toString' }), entry({ call: 'urgent' })],
      JSON.stringify({ ...JSON.parse(whole), startedAt: TEN + 1 }),
      JSON.stringify({ ...JSON.parse(whole), startedAt: TEN - 3 * 60 * MINUTE }),
    ]) {
      browser.put(text);
      const desk = createMemoryAdapter({ env, record: browser.tab() });
      expect(JSON.stringify(await status(desk)), text).toBe(fresh);
    }
  });

  it('has lived through what passed while no page looked', () => {
    const browser = aBrowser();
    const env = createFakeEnv({ now: TEN });
    createMemoryAdapter({ env, record: browser.tab() }).controls.setSpeed(60);
    const log = JSON.parse(browser.text()!);
    const earlier = { startedAt: TEN - 20 * MINUTE, entries: [{ ...log.entries[0], at: TEN - 20 * MINUTE }] };
    browser.put(JSON.stringify({ ...log, ...earlier }));
    const again = createMemoryAdapter({ env, record: browser.tab() });
    expect(again.controls.state()).toMatchObject({ at: TEN + 20 * 60 * MINUTE, speed: 60 });
  });
});
