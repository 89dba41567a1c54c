import { describe, expect, it } from 'vitest';
import type { HelpConfig } from '../contracts.js';
import { createStore } from '../store.js';
import { createDeferred } from '../testing/deferred.js';
import { createFakeBrowser } from '../testing/fake-tabs.js';
import { createFakeDesk } from '../testing/fake-desk.js';
import { createFakeEnv } from '../testing/fake-env.js';
import { createWaitEstimator } from './estimate-wait.js';
import { createLazyWaiting } from './lazy-waiting.js';
import { createLine } from './line.js';

const MINUTE = 60_000;
const ask = { text: 'My parcel is lost', locale: 'en' };

const aScene = () => {
  const [env, desk, browser] = [createFakeEnv(), createFakeDesk(), createFakeBrowser()];
  const aTab = (isThere = (): boolean => false) => {
    const live = browser.openTab();
    const loads: string[] = [];
    const errors: string[] = [];
    const states: string[] = [];
    let tellWritten = (): void => {};
    const reach = { line: true, gate: Promise.resolve() };
    const waiting = createLazyWaiting({
      ...{ env, adapter: desk.adapter, config: createStore<HelpConfig>({}), locale: 'en' },
      onError: (error) => errors.push(error.code),
      loadEstimators: async () => (loads.push('estimators'), createWaitEstimator),
      loadLine: async (options) => {
        loads.push('line');
        await reach.gate;
        if (!reach.line) throw new TypeError('not fetched');
        return createLine({ ...options, live });
      },
      record: { isThere, onWritten: (listener) => ((tellWritten = listener), () => (tellWritten = () => {})) },
    });
    waiting.queue.subscribe(({ name }) => states.push(name));
    return { waiting, loads, errors, states, reach, tellWritten: () => tellWritten() };
  };
  return { env, desk, aTab };
};
const queueOf = (queueLength: number) => ({ queueLength, slots: 4, busySlots: 4, handleTimeMs: 4 * MINUTE });

describe('createLazyWaiting', () => {
  it('fetches no place while one only looks, and no estimator for a host that names the wait', async () => {
    const { env, desk, aTab } = aScene();
    desk.status = {
      state: 'open',
      observedAt: env.now(),
      supports: {},
      queue: queueOf(2),
      wait: { p50Ms: 1, p90Ms: 90_000 },
    };
    const { waiting, loads } = aTab();
    waiting.watchService();
    await env.settle();
    expect([loads, waiting.service.get().waitNow?.kind]).toEqual([[], 'range']);
  });

  it('fetches the estimator for a host that tells of its queue alone, and names the wait then', async () => {
    const { env, desk, aTab } = aScene();
    desk.status = { state: 'open', observedAt: env.now(), supports: {}, queue: queueOf(2) };
    const { waiting, loads } = aTab();
    waiting.watchService();
    await env.settle();
    expect(loads).toEqual(['estimators']);
    expect(waiting.service.get().waitNow).toMatchObject({ kind: 'range', position: 3 });
  });

  it('is joining from the press on, and sends what was shown at the press', async () => {
    const { env, desk, aTab } = aScene();
    desk.status = {
      ...{ state: 'open', observedAt: env.now(), supports: { startConversation: true } },
      ...{ queue: queueOf(2), wait: { p50Ms: 4 * MINUTE, p90Ms: 7 * MINUTE } },
    };
    const { waiting, states, reach } = aTab();
    waiting.watchService();
    await env.settle();
    const fetched = createDeferred();
    reach.gate = fetched.promise;
    const joined = waiting.join(ask);
    expect(waiting.queue.get()).toEqual({ name: 'joining', question: ask.text });
    await env.advance(1000);
    desk.status = { ...desk.status, observedAt: env.now(), wait: { p50Ms: 20 * MINUTE, p90Ms: 30 * MINUTE } };
    await waiting.refreshStatus();
    expect(waiting.service.get().waitNow?.toMin).toBe(30);
    fetched.resolve();
    await env.settle();
    await joined;
    const started = desk.calls.find(({ method }) => method === 'startConversation');
    expect(started?.input).toMatchObject({ announced: { p50Ms: 4 * MINUTE, p90Ms: 7 * MINUTE } });
    expect(states).not.toContain('none');
  });

  it('says that joining failed where the place cannot be fetched, and tries anew', async () => {
    const { env, aTab } = aScene();
    const { waiting, reach, errors, loads } = aTab();
    reach.line = false;
    await waiting.join(ask);
    expect([waiting.queue.get(), errors]).toEqual([{ name: 'none', failed: 'network' }, ['network']]);
    waiting.dismiss();
    expect(waiting.queue.get()).toEqual({ name: 'none', failed: null });
    reach.line = true;
    void waiting.join(ask);
    await env.settle();
    expect(loads).toEqual(['line', 'line']);
    expect(waiting.queue.get().name).not.toBe('none');
  });

  it('takes up a place that is kept, or that another tab writes, and nothing else', async () => {
    const { env, aTab } = aScene();
    const first = aTab();
    expect(first.waiting.resume()).toBe(false);
    void first.waiting.join(ask);
    await env.settle();
    const second = aTab(() => true);
    expect(second.waiting.resume()).toBe(true);
    const third = aTab(() => true);
    third.tellWritten();
    await env.settle();
    const names = [first, second, third].map(({ waiting }) => waiting.queue.get().name);
    expect(names).toEqual([names[0], names[0], names[0]]);
    expect(names[0]).not.toBe('none');
  });

  it('leaves nothing behind when it is destroyed while the place is under way', async () => {
    const { env, aTab } = aScene();
    const { waiting } = aTab();
    waiting.watchService();
    void waiting.join(ask);
    waiting.destroy();
    await env.settle();
    expect([waiting.queue.get(), env.timerCount()]).toEqual([{ name: 'none', failed: null }, 0]);
  });
});
