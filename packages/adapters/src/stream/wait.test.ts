import { createDeferred, createFakeEnv } from '@helpkiosk/core/testing';
import { describe, expect, it } from 'vitest';
import { createPatience, wait, whileWanted } from './wait.js';

describe('wait', () => {
  it('is over in time, or earlier when woken, and leaves nothing behind', async () => {
    const env = createFakeEnv();
    const { signal } = new AbortController();
    const long = wait(env, 1000, { signal, wake: (early) => env.online.subscribe(early) });
    env.setOnline(false);
    expect(await long).toBe(false);
    const short = wait(env, 1000, { signal });
    await env.advance(1000);
    expect([await short, env.timerCount(), env.listenerCount()]).toEqual([true, 0, 0]);
  });

  it('rejects with the reason of the signal', async () => {
    const env = createFakeEnv();
    const controller = new AbortController();
    const waiting = wait(env, 1000, { signal: controller.signal });
    controller.abort('gone');
    await expect(waiting).rejects.toBe('gone');
    await expect(wait(env, 1, { signal: controller.signal })).rejects.toBe('gone');
    expect(env.timerCount()).toBe(0);
  });
});

describe('whileWanted', () => {
  it('gives what the work gives, or leaves it to others', async () => {
    const [work, controller] = [createDeferred<number>(), new AbortController()];
    const [leaving, staying] = [controller, new AbortController()].map(({ signal }) =>
      whileWanted(work.promise, signal),
    );
    controller.abort('gone');
    await expect(leaving).rejects.toBe('gone');
    work.resolve(7);
    expect(await staying).toBe(7);
    await expect(whileWanted(work.promise, controller.signal)).rejects.toBe('gone');
  });
});

describe('createPatience', () => {
  it('aborts after silence alone', async () => {
    const env = createFakeEnv();
    const patience = createPatience(env, new AbortController().signal, 1000);
    await env.advance(900);
    patience.restart(1000);
    await env.advance(900);
    expect([patience.signal.aborted, patience.isOut()]).toEqual([false, false]);
    await env.advance(100);
    expect([patience.signal.aborted, patience.isOut(), env.timerCount()]).toEqual([true, true, 0]);
  });

  it('follows the other signal, and is not out of patience then', () => {
    const controller = new AbortController();
    const patience = createPatience(createFakeEnv(), controller.signal, 1000);
    controller.abort('gone');
    expect([patience.signal.reason, patience.isOut()]).toEqual(['gone', false]);
    patience.stop();
    expect(createPatience(createFakeEnv(), controller.signal, 1000).signal.aborted).toBe(true);
  });

  it('holds no timer once it has stopped', () => {
    const env = createFakeEnv();
    const patience = createPatience(env, new AbortController().signal, 1000);
    patience.stop();
    patience.restart(1000);
    expect(env.timerCount()).toBe(0);
  });
});
