import { describe, expect, it } from 'vitest';
import { createFakeEnv } from '../testing/fake-env.js';
import { aRecord } from './testing/builders.js';
import { createWaits } from './waits.js';

const LEASE_MS = 30_000;
const DAY_MS = 86_400_000;

describe('createWaits', () => {
  it('waits until the stored instant', async () => {
    const env = createFakeEnv();
    const waits = createWaits(env, LEASE_MS);
    const record = aRecord({ nextAt: env.now() + 800, waitMs: 1000 });
    expect(waits.leftMs(record)).toBe(800);
    await env.advance(900);
    expect(waits.leftMs(record)).toBe(-100);
  });

  it('does not wait longer because the clock was put back meanwhile', async () => {
    const env = createFakeEnv();
    const waits = createWaits(env, LEASE_MS);
    const record = aRecord({ nextAt: env.now() + 800, waitMs: 1000 });
    waits.leftMs(record);
    env.jumpClock(-3 * DAY_MS);
    expect(waits.leftMs(record)).toBe(800);
    await env.advance(800);
    expect(waits.leftMs(record)).toBe(0);
  });

  it.each([
    ['its span', aRecord({ waitMs: 1000 }), 1000],
    ['a lease', aRecord({ state: 'sending' }), LEASE_MS],
  ])('waits no longer than %s for an instant of a clock that was ahead', (_, record, mostMs) => {
    const env = createFakeEnv();
    const ahead = env.now() + 3 * DAY_MS;
    expect(createWaits(env, LEASE_MS).leftMs({ ...record, nextAt: ahead, leaseUntil: ahead })).toBe(mostMs);
  });

  it('waits no longer than the wall clock says, as after a sleep in which the other one stood still', () => {
    const env = createFakeEnv();
    const waits = createWaits(env, LEASE_MS);
    const record = aRecord({ nextAt: env.now() + 800, waitMs: 1000 });
    waits.leftMs(record);
    env.jumpClock(DAY_MS);
    expect(waits.leftMs(record)).toBeLessThan(0);
  });

  it('ends a lease whose holder is gone', () => {
    const env = createFakeEnv();
    const waits = createWaits(env, LEASE_MS);
    const record = aRecord({ state: 'sending', leaseUntil: env.now() + LEASE_MS });
    expect(waits.leftMs(record)).toBe(LEASE_MS);
    waits.lapse(record);
    expect(waits.leftMs(record)).toBe(0);
  });
});
