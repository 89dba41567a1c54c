import { describe, expect, it } from 'vitest';
import { createDeferred } from './deferred.js';
import { createFakeEnv } from './fake-env.js';

describe('createFakeEnv', () => {
  it('stands still until time passes', async () => {
    const env = createFakeEnv({ now: 5000 });
    const before = [env.now(), env.monotonic()];
    await env.settle();
    expect([env.now(), env.monotonic()]).toEqual(before);
    await env.advance(250);
    expect([env.now() - before[0]!, env.monotonic() - before[1]!]).toEqual([250, 250]);
  });

  it('runs timers in order of time, then of setting, each at its instant', async () => {
    const env = createFakeEnv({ now: 0 });
    const ran: string[] = [];
    for (const [name, afterMs] of Object.entries({ c: 30, a: 10, b: 10, never: 1000 })) {
      env.setTimer(() => ran.push(`${name}@${env.now()}`), afterMs);
    }
    await env.advance(999);
    expect(ran).toEqual(['a@10', 'b@10', 'c@30']);
    expect(env.timerCount()).toBe(1);
  });

  it('lets promises settle before a timer that falls due later', async () => {
    const env = createFakeEnv();
    const ran: string[] = [];
    const wait = (ms: number) => new Promise<void>((resolve) => env.setTimer(resolve, ms));
    void (async () => {
      for (const name of ['first', 'second']) {
        await wait(10);
        for (let hop = 0; hop < 50; hop++) await null;
        ran.push(name);
      }
    })();
    env.setTimer(() => ran.push('timer'), 15);
    await env.advance(20);
    expect(ran).toEqual(['first', 'timer', 'second']);
  });

  it('forgets cleared timers and rejects with what a timer throws', async () => {
    const env = createFakeEnv();
    env.setTimer(() => expect.unreachable(), 1)();
    env.setTimer(() => {
      throw new Error('timer');
    }, 2);
    await expect(env.advance(5)).rejects.toThrow('timer');
    expect(env.timerCount()).toBe(0);
  });

  it('moves the wall clock alone', () => {
    const env = createFakeEnv({ now: 0 });
    env.jumpClock(-3000);
    expect([env.now(), env.monotonic()]).toEqual([-3000, 0]);
  });

  it('draws the same numbers and ids from the same seed, others from another', () => {
    const draw = (seed: number) => {
      const env = createFakeEnv({ seed });
      return [env.random(), env.random(), env.randomId(), env.randomId()];
    };
    expect(draw(7)).toEqual(draw(7));
    expect(new Set([...draw(7), ...draw(8)]).size).toBe(8);
    expect(draw(7)[2]).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
  });

  it('draws evenly between 0 and 1, for odd seeds too', () => {
    for (const seed of [0, 1, -1, 0x5bd1e995, 2 ** 31]) {
      const { random } = createFakeEnv({ seed });
      const drawn = Array.from({ length: 10_000 }, random);
      const mean = drawn.reduce((sum, value) => sum + value, 0) / drawn.length;
      expect(mean).toBeGreaterThan(0.48);
      expect(mean).toBeLessThan(0.52);
      expect(drawn.every((value) => value >= 0 && value < 1)).toBe(true);
    }
  });

  it('tells of the network and of visibility, and counts who listens', () => {
    const env = createFakeEnv();
    const told: boolean[] = [];
    const leave = env.online.subscribe((online) => told.push(online));
    env.visible.subscribe((visible) => told.push(visible));
    env.setOnline(false);
    env.setVisible(false);
    expect(told).toEqual([false, false]);
    expect(env.listenerCount()).toBe(2);
    leave();
    leave();
    expect(env.listenerCount()).toBe(1);
  });
});

describe('createDeferred', () => {
  it('settles once, from outside', async () => {
    const [kept, broken] = [createDeferred<number>(), createDeferred()];
    kept.resolve(1);
    kept.resolve(2);
    broken.reject(new Error('no'));
    await expect(kept.promise).resolves.toBe(1);
    await expect(broken.promise).rejects.toThrow('no');
  });
});
