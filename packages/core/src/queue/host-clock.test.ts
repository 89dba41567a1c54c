import { describe, expect, it } from 'vitest';
import { createFakeEnv } from '../testing/fake-env.js';
import { createHostClock } from './host-clock.js';

const HOST = 1_000_000_000;
const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const aClock = (env = createFakeEnv({ now: 0 })) => ({ env, clock: createHostClock(env) });

describe('createHostClock', () => {
  it('knows nothing before the first observation', () => {
    const { clock } = aClock();
    expect([clock.now(), clock.ageMs(), clock.observedAt()]).toEqual([null, null, null]);
  });

  it('goes on with monotonic time, however wrong the clock of the device is', async () => {
    const { env, clock } = aClock();
    clock.hear(HOST);
    await env.advance(30_000);
    env.jumpClock(-5 * HOUR);
    expect([clock.now(), clock.ageMs()]).toEqual([HOST + 30_000, 30_000]);
  });

  it('counts a sleep of 8 hours that monotonic time has left out', async () => {
    const { env, clock } = aClock();
    clock.hear(HOST);
    env.jumpClock(8 * HOUR);
    expect(clock.ageMs()).toBe(8 * HOUR);
    expect(clock.hear(HOST + 8 * HOUR)).toBe('newer');
    expect(clock.ageMs()).toBe(0);
  });

  it('recovers at the first observation where the clock of the device was set ahead by a year', async () => {
    const { env, clock } = aClock();
    clock.hear(HOST);
    env.jumpClock(365 * 24 * HOUR);
    clock.now();
    await env.advance(15_000);
    expect(clock.hear(HOST + 15_000)).toBe('newer');
    expect(clock.ageMs()).toBe(0);
  });

  it('shows the age of what came late', async () => {
    const { env, clock } = aClock();
    clock.hear(HOST);
    await env.advance(2 * MINUTE);
    expect(clock.hear(HOST + 30_000)).toBe('newer');
    expect(clock.ageMs()).toBe(90_000);
  });

  it.each([
    ['a duplicate', 0],
    ['an older one', -1000],
    ['one from the next year', 365 * 24 * HOUR],
  ])('refuses %s', async (_what, off) => {
    const { env, clock } = aClock();
    clock.hear(HOST);
    await env.advance(10_000);
    expect([clock.hear(HOST + off), clock.hear(HOST + off), clock.hear(HOST + off), clock.hear(HOST + off)]).toEqual(
      Array.from({ length: 4 }, () => 'refused'),
    );
    expect(clock.observedAt()).toBe(HOST);
  });

  it.each([
    ['ahead', HOUR],
    ['back', -HOUR],
  ])('follows a host whose clock was set %s, once three agree', async (_where, off) => {
    const { env, clock } = aClock();
    clock.hear(HOST);
    const heard: string[] = [];
    for (let poll = 1; poll <= 4; poll++) {
      await env.advance(MINUTE);
      heard.push(clock.hear(HOST + off + poll * MINUTE));
    }
    expect(heard).toEqual(['refused', 'refused', 'moved', 'newer']);
    expect([clock.ageMs(), clock.now()]).toEqual([0, HOST + off + 4 * MINUTE]);
  });

  it('is not moved by a burst of old ones', () => {
    const { clock } = aClock();
    clock.hear(HOST);
    for (const off of [5, 4, 3, 2, 1]) expect(clock.hear(HOST - off * MINUTE)).toBe('refused');
  });

  it('goes on from another page', async () => {
    const { env, clock } = aClock();
    clock.resume(HOST, 20_000);
    await env.advance(5000);
    expect([clock.ageMs(), clock.now()]).toEqual([25_000, HOST + 25_000]);
    expect(clock.hear(HOST)).toBe('refused');
  });
});
