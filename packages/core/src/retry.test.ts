import fc from 'fast-check';
import { describe, expect, it, vi } from 'vitest';
import type { HelpErrorCode } from './contracts.js';
import { HelpError, type HelpErrorDetails } from './errors.js';
import { backoffMs, retry, type RetryOptions } from './retry.js';
import { createFakeEnv, type FakeEnv } from './testing/fake-env.js';

const options = { baseMs: 1000, capMs: 60_000 };

describe('backoffMs', () => {
  it.each([
    [1, 1000],
    [2, 2000],
    [4, 8000],
    [7, 60_000],
    [5000, 60_000],
  ])('spreads attempt %i over %i ms', (attempt, windowMs) => {
    expect(backoffMs(attempt, { ...options, random: () => 0 })).toBe(0);
    expect(backoffMs(attempt, { ...options, random: () => 0.5 })).toBe(windowMs / 2);
  });

  it('adds what the other side asked for', () => {
    expect(backoffMs(1, { ...options, random: () => 0.25, retryAfterMs: 9000 })).toBe(9250);
  });

  it.each([-1, NaN, Infinity])('takes a retryAfterMs of %d for none', (retryAfterMs) => {
    expect(backoffMs(1, { ...options, random: () => 0.25, retryAfterMs })).toBe(250);
  });

  it('stays within the window, and never below retryAfterMs', () => {
    const { random } = createFakeEnv({ seed: 5 });
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 100 }), fc.nat(1e6), (attempt, retryAfterMs) => {
        const waitMs = backoffMs(attempt, { ...options, random, retryAfterMs });
        expect(waitMs).toBeGreaterThanOrEqual(retryAfterMs);
        expect(waitMs - retryAfterMs).toBeLessThanOrEqual(Math.min(60_000, 1000 * 2 ** (attempt - 1)));
      }),
    );
  });
});

describe('retry', () => {
  /** Starts a retry of `run` and notes how it ends; counts the signal's listeners. */
  function start(
    run: (tools: { signal: AbortSignal; attempt: number }) => Promise<unknown>,
    env: FakeEnv,
    more: Partial<RetryOptions> = {},
  ) {
    const controller = new AbortController();
    const { signal } = controller;
    const add = vi.spyOn(signal, 'addEventListener');
    const remove = vi.spyOn(signal, 'removeEventListener');
    const end: { value?: unknown; error?: unknown } = {};
    void retry(run, { env, signal, ...more }).then(
      (value) => (end.value = value),
      (error: unknown) => (end.error = error),
    );
    return {
      end,
      abort: () => controller.abort(),
      left: () => env.timerCount() + env.listenerCount() + add.mock.calls.length - remove.mock.calls.length,
    };
  }

  const failing = (code: HelpErrorCode, details?: HelpErrorDetails) =>
    vi.fn(async (): Promise<never> => {
      throw new HelpError(code, details);
    });

  it('gives the first success and does not wait for it', async () => {
    const env = createFakeEnv();
    const { end, left } = start(async ({ attempt }) => `try ${attempt}`, env);
    await env.settle();
    expect(end).toEqual({ value: 'try 1' });
    expect(left()).toBe(0);
  });

  it('tries again after a wait, until it succeeds', async () => {
    const env = createFakeEnv();
    const run = vi.fn(async ({ attempt }: { attempt: number }) => {
      if (attempt < 3) throw new HelpError('network');
      return attempt;
    });
    const { end, left } = start(run, env);
    await env.settle();
    expect(run).toHaveBeenCalledTimes(1);
    await env.advance(3000);
    expect(end).toEqual({ value: 3 });
    expect(left()).toBe(0);
  });

  it('spreads the very first retry', async () => {
    const seeds = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10];
    const waits = await Promise.all(
      seeds.map(async (seed) => {
        const env = createFakeEnv({ seed });
        const times: number[] = [];
        start(async () => {
          times.push(env.monotonic());
          throw new HelpError('network');
        }, env);
        await env.advance(1000);
        return times[1]!;
      }),
    );
    expect(Math.max(...waits) - Math.min(...waits)).toBeGreaterThan(300);
    expect(new Set(waits).size).toBe(seeds.length);
  });

  it('rejects with the last failure after so many tries', async () => {
    const env = createFakeEnv();
    const run = failing('unavailable');
    const { end, left } = start(run, env, { attempts: 3 });
    await env.advance(60_000);
    expect(run).toHaveBeenCalledTimes(3);
    expect(end.error).toMatchObject({ code: 'unavailable' });
    expect(left()).toBe(0);
  });

  it.each([new HelpError('refused'), new Error('a bug'), new HelpError('network', {}, { retryable: false })])(
    'does not retry %o',
    async (failure) => {
      const env = createFakeEnv();
      const run = vi.fn(() => Promise.reject(failure));
      const { end } = start(run, env);
      await env.advance(60_000);
      expect(run).toHaveBeenCalledTimes(1);
      expect(end.error).toBe(failure);
    },
  );

  it('waits at least as long as the other side asked for', async () => {
    const env = createFakeEnv();
    const run = failing('rate-limited', { retryAfterMs: 30_000 });
    start(run, env);
    await env.advance(30_000);
    expect(run).toHaveBeenCalledTimes(1);
    await env.advance(1000);
    expect(run).toHaveBeenCalledTimes(2);
  });

  it('makes the first try even off line, and holds the others until the browser is on line', async () => {
    const env = createFakeEnv();
    env.setOnline(false);
    const run = failing('network');
    const { left } = start(run, env, { attempts: 2 });
    await env.advance(3_600_000);
    expect(run).toHaveBeenCalledTimes(1);
    expect(env.timerCount()).toBe(0);
    env.setOnline(true);
    await env.settle();
    expect(run).toHaveBeenCalledTimes(1);
    await env.advance(1000);
    expect(run).toHaveBeenCalledTimes(2);
    expect(left()).toBe(0);
  });

  it('waits again when the browser went off line during the wait', async () => {
    const env = createFakeEnv();
    const run = failing('network');
    start(run, env, { attempts: 2 });
    await env.settle();
    env.setOnline(false);
    await env.advance(10_000);
    expect(run).toHaveBeenCalledTimes(1);
    env.setOnline(true);
    await env.advance(1000);
    expect(run).toHaveBeenCalledTimes(2);
  });

  it.each(['during the wait', 'off line'])('leaves nothing behind when aborted %s', async (when) => {
    const env = createFakeEnv();
    env.setOnline(when !== 'off line');
    const run = failing('network');
    const { end, abort, left } = start(run, env);
    await env.settle();
    expect(left()).toBeGreaterThan(0);
    abort();
    await env.settle();
    expect(end.error).toMatchObject({ name: 'AbortError' });
    expect(left()).toBe(0);
    await env.advance(60_000);
    expect(run).toHaveBeenCalledTimes(1);
  });

  it('does not begin for a signal that has aborted', async () => {
    const run = vi.fn();
    await expect(retry(run, { env: createFakeEnv(), signal: AbortSignal.abort() })).rejects.toMatchObject({
      name: 'AbortError',
    });
    expect(run).not.toHaveBeenCalled();
  });

  it('prefers the abort to what a run that did not notice it gives', async () => {
    for (const outcome of [() => 'late answer', () => Promise.reject(new HelpError('network'))]) {
      const env = createFakeEnv();
      const { end, abort, left } = start(async () => {
        await null;
        abort();
        return outcome();
      }, env);
      await env.settle();
      expect(end.error).toMatchObject({ name: 'AbortError' });
      expect(left()).toBe(0);
    }
  });
});
