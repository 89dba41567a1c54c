import { createStore, createWaiting, type HelpConfig, type QueueSnapshot, type WaitingQueue } from '@helpkiosk/core';
import { createFakeEnv, type FakeEnv } from '@helpkiosk/core/testing';
import { describe, expect, it } from 'vitest';
import { createMemoryAdapter } from './memory-adapter.js';

const MINUTE = 60_000;
const signal = new AbortController().signal;
const TEN = Date.parse('2026-11-23T10:00Z');
const aDesk = (options: object = {}) => {
  const env = createFakeEnv({ now: TEN });
  return { env, ...createMemoryAdapter({ env, ...options }) };
};
type Desk = ReturnType<typeof aDesk>;
const status = async ({ adapter }: Desk) => (await adapter.getServiceStatus!({ locale: 'en' }, { signal }))!;
const join = ({ adapter }: Desk, more: object = {}) =>
  adapter.startConversation!({ key: 'k1', text: '?', locale: 'en', ...more }, { signal });
const watch = ({ adapter }: Desk, conversationId = 'memory-1') => {
  const heard: QueueSnapshot[] = [];
  const seen = { heard, ended: false };
  const emit = (snapshot: QueueSnapshot): void => void heard.push(snapshot);
  void adapter.watchQueue!({ conversationId, emit }, { signal }).then(() => (seen.ended = true));
  return seen;
};
const run = async (env: FakeEnv, minutes: number): Promise<void> => {
  for (let step = 0; step < minutes * 4; step++) await env.advance(15_000);
};

describe('createMemoryAdapter', () => {
  it('says the same for the same seed, clock and calls, and something else for another seed', async () => {
    const story = async (seed: number): Promise<string> => {
      const desk = aDesk({ seed });
      desk.controls.setLoad('peak');
      await run(desk.env, 20);
      await join(desk);
      const { heard } = watch(desk);
      desk.controls.urgentTicket();
      await run(desk.env, 5);
      return JSON.stringify([await status(desk), heard]);
    };
    const [one, again, other] = [await story(7), await story(7), await story(8)];
    expect(again).toBe(one);
    expect(other).not.toBe(one);
  });

  it('is the same desk however often it is asked', async () => {
    const [seldom, often] = [aDesk(), aDesk()];
    for (const { controls } of [seldom, often]) controls.setLoad('peak');
    await seldom.env.advance(30 * MINUTE);
    for (let second = 0; second < 30 * 60; second += 7) {
      await often.env.advance(Math.min(7, 30 * 60 - second) * 1000);
      await status(often);
    }
    expect(await status(often)).toEqual(await status(seldom));
  });

  it('has little to do when calm, and a queue at its peak', async () => {
    const calm = aDesk();
    await run(calm.env, 30);
    expect((await status(calm)).queue?.queueLength).toBeLessThan(4);
    expect((await status(calm)).state).toBe('open');
    const peak = aDesk();
    peak.controls.setLoad('peak');
    await run(peak.env, 60);
    expect((await status(peak)).queue?.queueLength).toBeGreaterThan(3);
  });

  it('serves who waits, in the end', async () => {
    const desk = aDesk();
    desk.controls.setQueue(11);
    expect(await join(desk)).toEqual({ conversationId: 'memory-1', state: 'queued' });
    expect(await join(desk)).toEqual({ conversationId: 'memory-1', state: 'queued' });
    const seen = watch(desk);
    expect(seen.heard[0]).toMatchObject({ position: 12, queueLength: 12 });
    for (let minute = 0; minute < 60 && !seen.ended; minute++) await run(desk.env, 1);
    expect(seen.ended).toBe(true);
    const positions = seen.heard.map(({ position }) => position!);
    expect(positions).toContain(1);
    expect(await desk.adapter.resumeConversation!({ conversationId: 'memory-1' }, { signal })).toMatchObject({
      state: 'open',
    });
  });

  it('lets an urgent matter go first', async () => {
    const desk = aDesk();
    desk.controls.setLoad('outage');
    desk.controls.setQueue(4);
    await join(desk);
    const { heard } = watch(desk);
    await desk.env.advance(1000);
    const before = heard.at(-1)!.position!;
    desk.controls.urgentTicket();
    expect(heard.at(-1)!.position).toBe(before + 1);
  });

  it('serves nobody in an outage, says so, and recovers', async () => {
    const desk = aDesk();
    desk.controls.setQueue(6);
    await join(desk);
    const seen = watch(desk);
    desk.controls.outage(true);
    const before = seen.heard.at(-1)!.recentStarts!.length;
    await run(desk.env, 10);
    const during = await status(desk);
    expect(during.notices).toMatchObject([{ level: 'outage' }]);
    expect(during.agents?.online).toBe(1);
    expect(seen.heard.at(-1)!.recentStarts!.length).toBe(before);
    desk.controls.outage(false);
    await run(desk.env, 40);
    expect(seen.ended).toBe(true);
    expect((await status(desk)).notices).toEqual([]);
  });

  it('has half of its agents away at a change of shifts, and says when they are back', async () => {
    const desk = aDesk();
    desk.controls.setLoad('shift-change');
    expect((await status(desk)).queue).toMatchObject({
      ...{ slots: 6, agentsOnline: 2 },
      capacityForecast: [{ at: TEN + 5 * MINUTE, slots: 12 }],
    });
    await run(desk.env, 6);
    expect((await status(desk)).queue).toMatchObject({ slots: 12 });
  });

  it('is closed at night, takes nobody, and opens at eight', async () => {
    const desk = aDesk();
    desk.controls.setLoad('night');
    const night = await status(desk);
    expect(night).toMatchObject({ state: 'closed', agents: { online: 0 } });
    expect(new Date(night.nextChangeAt!).getUTCHours()).toBe(8);
    await expect(join(desk)).rejects.toMatchObject({ code: 'refused' });
    desk.controls.setTime(8);
    desk.controls.setLoad('calm');
    expect((await status(desk)).state).toBe('open');
  });

  it('counts how often the announced waits were kept', async () => {
    const desk = aDesk();
    desk.controls.setLoad('peak');
    await run(desk.env, 120);
    const { samples, withinP90 } = (await status(desk)).accuracy!;
    expect(samples).toBeGreaterThan(20);
    expect(withinP90).toBeLessThanOrEqual(samples);
    expect(withinP90).toBeGreaterThan(samples / 2);
  });

  it('is left', async () => {
    const desk = aDesk();
    desk.controls.setQueue(5);
    await join(desk);
    const seen = watch(desk);
    await desk.adapter.leaveQueue!({ conversationId: 'memory-1' }, { signal });
    await desk.env.settle();
    expect(seen.ended).toBe(true);
    expect(desk.env.timerCount()).toBe(0);
  });
});

describe('time at the simulated desk', () => {
  it('passes as fast as it is told to, and the desk asks to be asked more often', async () => {
    const desk = aDesk({ startHour: 10 });
    const before = desk.controls.state().at;
    desk.controls.setSpeed(60);
    await desk.env.advance(MINUTE);
    expect(desk.controls.state()).toMatchObject({ at: before + 60 * MINUTE, speed: 60 });
    expect((await status(desk)).pollMs).toBe(400);
    desk.controls.setSpeed(1);
    await desk.env.advance(MINUTE);
    expect(desk.controls.state().at).toBe(before + 61 * MINUTE);
    expect((await status(desk)).pollMs).toBe(5000);
  });

  it('is what the page says when it begins', async () => {
    const desk = aDesk({ startHour: 9.5 });
    expect(new Date(desk.controls.state().at).toISOString()).toBe('2026-11-24T09:30:00.000Z');
    expect((await status(desk)).state).toBe('open');
  });

  it('takes the next customer at once when one conversation ends', async () => {
    const desk = aDesk();
    desk.controls.setQueue(5);
    await join(desk);
    const { heard } = watch(desk);
    await desk.env.advance(1000);
    const before = heard.at(-1)!.position!;
    desk.controls.nextCustomer();
    expect(heard.at(-1)!.position).toBe(before - 1);
  });
});

describe('waiting at the simulated desk', () => {
  it('goes from the twelfth place through urgent matters and an outage to the turn', async () => {
    const { env, adapter, controls } = aDesk({ seed: 3 });
    const turns: unknown[] = [];
    const waiting = createWaiting({
      ...{ env, adapter, locale: 'en', config: createStore<HelpConfig>({}) },
      onTurn: (turn) => turns.push(turn),
    });
    waiting.watchService();
    controls.setLoad('peak');
    controls.setQueue(11);
    await env.advance(10_000);
    controls.setQueue(11);
    await waiting.refreshStatus();
    expect(waiting.service.get()).toMatchObject({ canJoin: true, waitNow: { position: 12 } });
    void waiting.join({ text: 'Where is my parcel?', locale: 'en' });
    await env.settle();
    const queue = (): WaitingQueue => {
      expect(waiting.queue.get().name).toBe('waiting');
      return waiting.queue.get() as WaitingQueue;
    };
    expect(queue()).toMatchObject({ position: 12, freshness: 'live', wait: { kind: 'range' } });
    expect(queue().announced).not.toBe(null);
    for (let step = 0; step < 60 && queue().position! > 8; step++) await env.advance(5000);
    const before = queue().position!;
    controls.urgentTicket();
    expect(queue()).toMatchObject({ position: before + 1, reason: 'urgent-first' });
    controls.outage(true);
    await env.advance(20_000);
    expect(queue()).toMatchObject({ wait: { kind: 'unknown' }, reason: 'outage', freshness: 'live' });
    expect(queue().position).toBeGreaterThan(0);
    controls.outage(false);
    for (let step = 0; step < 12 && queue().wait.kind === 'unknown'; step++) await env.advance(5000);
    expect(queue()).toMatchObject({ wait: { kind: 'range' } });
    for (let step = 0; step < 600 && waiting.queue.get().name === 'waiting'; step++) await env.advance(5000);
    expect(waiting.queue.get().name).toBe('turn');
    expect(turns).toEqual([{ leads: true, sound: false }]);
    waiting.destroy();
  });
});
