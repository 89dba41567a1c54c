import { describe, expect, it } from 'vitest';
import { createAdapterRunner } from '../adapter/adapter-runner.js';
import type { HelpConfig, ServiceStatus } from '../contracts.js';
import { createStore } from '../store.js';
import { createFakeDesk, type FakeDesk } from '../testing/fake-desk.js';
import { createFakeEnv } from '../testing/fake-env.js';
import { createWaitEstimator } from '../queue/estimate-wait.js';
import { createServiceStore, type EstimatorSource } from './service-store.js';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const MONDAY_TEN = Date.parse('2026-11-23T10:00Z');
const hours = { desks: [{ timeZone: 'UTC', weekly: { 1: [['08:00', '22:00']] as const } }] };

const aStore = (
  config: HelpConfig = {},
  desk: FakeDesk | null = createFakeDesk(),
  estimators: EstimatorSource = { open: createWaitEstimator },
) => {
  const env = createFakeEnv({ now: MONDAY_TEN });
  const errors: string[] = [];
  const options = createStore(config);
  const store = createServiceStore({
    ...{ env, runner: createAdapterRunner(desk?.adapter, env), config: options, locale: 'en' },
    onError: (error) => errors.push(error.code),
    estimators,
  });
  const say = (members: Partial<ServiceStatus> = {}): void => {
    if (desk) desk.status = { state: 'open', observedAt: env.now(), supports: { startConversation: true }, ...members };
  };
  return { ...store, env, desk: desk!, errors, options, say, facts: () => store.service.get().facts };
};

describe('createServiceStore', () => {
  it('asks nothing before somebody looks, and once for all who look', async () => {
    const { env, desk, say, watch, facts } = aStore();
    say({ agents: { online: 3 } });
    await env.advance(HOUR);
    expect(desk.calls).toEqual([]);
    say({ agents: { online: 3 } });
    const [one, other] = [watch(), watch()];
    await env.settle();
    expect([desk.calls.length, facts().agents?.online, facts().freshness]).toEqual([1, 3, 'live']);
    one();
    other();
    other();
    await env.advance(HOUR);
    expect([desk.calls.length, env.timerCount(), env.listenerCount()]).toEqual([1, 0, 0]);
  });

  it('tells opening hours and notices without a back end', () => {
    const notices = [{ id: 'n', level: 'info', text: { en: 'Hello' } }];
    const { service, watch } = aStore({ hours, notices } as HelpConfig, null);
    watch();
    expect(service.get()).toMatchObject({
      asking: 'none',
      canJoin: false,
      error: null,
      deskZone: 'UTC',
      waitNow: null,
    });
    expect(service.get().facts).toMatchObject({
      state: 'open',
      closesAt: MONDAY_TEN + 12 * HOUR,
      notices: [{ id: 'n' }],
    });
  });

  it('closes at closing time, without being asked', async () => {
    const { env, watch, facts } = aStore({ hours }, null);
    watch();
    await env.advance(12 * HOUR + 15_000);
    expect(facts().state).toBe('closed');
  });

  it('asks again every poll time, while the page is seen and on line', async () => {
    const { env, desk, say, watch } = aStore();
    say();
    watch();
    for (let minute = 0; minute < 10; minute++) {
      say();
      await env.advance(MINUTE);
    }
    expect(desk.calls.length).toBeGreaterThanOrEqual(10);
    expect(desk.calls.length).toBeLessThanOrEqual(14);
    const before = desk.calls.length;
    env.setVisible(false);
    await env.advance(HOUR);
    expect(desk.calls.length).toBe(before);
    env.setOnline(false);
    env.setVisible(true);
    await env.advance(HOUR);
    expect(desk.calls.length).toBe(before);
    say();
    env.setOnline(true);
    await env.advance(2000);
    expect(desk.calls.length).toBe(before + 1);
  });

  it('stays live between polls', async () => {
    const { env, say, watch, facts } = aStore();
    say();
    watch();
    for (let second = 0; second < 300; second++) {
      say();
      await env.advance(1000);
      if (second > 2) expect(facts().freshness).toBe('live');
    }
  });

  it('ages and forgets what the host said last, while the host is out, and backs off', async () => {
    const { env, desk, say, watch, service, refresh, errors } = aStore();
    say({ agents: { online: 3 } });
    watch();
    await env.settle();
    desk.failNext('getServiceStatus', ...Array.from({ length: 100 }, () => ({ status: 503 })));
    await env.advance(MINUTE + 20_000);
    expect(service.get()).toMatchObject({ error: 'unavailable', facts: { freshness: 'stale', agents: { online: 3 } } });
    await env.advance(MINUTE);
    expect(service.get().facts).toMatchObject({ freshness: 'unknown', agents: null, state: 'unknown' });
    await env.advance(HOUR);
    expect(desk.calls.length).toBeLessThan(45);
    desk.failNext('getServiceStatus');
    expect(errors.every((code) => code === 'unavailable')).toBe(true);
    for (let tries = 0; tries < 100 && service.get().error; tries++) {
      say({ agents: { online: 2 } });
      await refresh();
    }
    expect(service.get()).toMatchObject({ error: null, facts: { freshness: 'live', agents: { online: 2 } } });
  });

  it('does not come before the host asks for', async () => {
    const { env, desk, watch } = aStore();
    desk.failNext('getServiceStatus', { status: 429, retryAfterMs: 10 * MINUTE });
    watch();
    await env.advance(9 * MINUTE);
    env.setVisible(false);
    env.setVisible(true);
    await env.advance(50_000);
    expect(desk.calls.length).toBe(1);
    await env.advance(2 * MINUTE + 10 * MINUTE);
    expect(desk.calls.length).toBeGreaterThan(1);
  });

  it.each([7, 'open', {}, { observedAt: NaN }, { observedAt: -5, state: 'open' }])(
    'takes %o for no status',
    async (answer) => {
      const { env, desk, watch, service } = aStore();
      desk.status = answer as never;
      watch();
      await env.settle();
      expect(service.get()).toMatchObject({ error: 'adapter-bad-answer', facts: { state: 'unknown' } });
    },
  );

  it('can be joined where the host serves it and is not closed', async () => {
    const { env, say, watch, service, refresh } = aStore();
    watch();
    const joinable = async (members: Partial<ServiceStatus>): Promise<boolean> => {
      await env.advance(1000);
      say(members);
      await refresh();
      return service.get().canJoin;
    };
    expect(await joinable({})).toBe(true);
    expect(await joinable({ supports: {} })).toBe(false);
    expect(await joinable({ state: 'closed' })).toBe(false);
    expect(await joinable({ state: 'busy' })).toBe(true);
  });

  it('says what somebody who joins now would be told', async () => {
    const { env, say, watch, service } = aStore();
    say({ queue: { queueLength: 11, slots: 4, busySlots: 4, handleTimeMs: 4 * MINUTE } });
    watch();
    await env.settle();
    expect(service.get().waitNow).toMatchObject({ kind: 'range', position: 12, changed: 'none' });
    await env.advance(1000);
    say({ wait: { p50Ms: 61_000, p90Ms: 119_000 } });
    await env.advance(2 * MINUTE);
    expect(service.get().waitNow).toMatchObject({ fromMin: 1, toMin: 2, position: 0 });
  });

  it('takes new hours from a new configuration', () => {
    const { options, service } = aStore({}, null);
    expect(service.get().facts.state).toBe('unknown');
    options.set({ hours });
    expect(service.get().facts.state).toBe('open');
  });
});
