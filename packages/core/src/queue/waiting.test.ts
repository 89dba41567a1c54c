import { describe, expect, it } from 'vitest';
import type { HelpConfig } from '../contracts.js';
import { createStore } from '../store.js';
import { createFakeBrowser, type FakeBrowser } from '../testing/fake-tabs.js';
import { createFakeDesk, type FakeDesk } from '../testing/fake-desk.js';
import { createFakeEnv, type FakeEnv } from '../testing/fake-env.js';
import { createWaiting, type WaitingOptions } from './waiting.js';
import type { QueueView, WaitingQueue } from './waiting-port.js';

const MINUTE = 60_000;

interface Scene {
  env: FakeEnv;
  desk: FakeDesk;
  browser: FakeBrowser;
}
const aScene = (desk = createFakeDesk()): Scene => ({ env: createFakeEnv(), desk, browser: createFakeBrowser() });
const aTab = ({ env, desk, browser }: Scene, options: Partial<WaitingOptions> = {}) => {
  const tab = browser.openTab();
  const errors: unknown[] = [];
  const turns: unknown[] = [];
  const waiting = createWaiting({
    env,
    live: tab,
    adapter: desk.adapter,
    config: createStore<HelpConfig>({}),
    locale: 'en',
    onError: (error) => errors.push(error.code),
    onTurn: (turn) => turns.push(turn),
    ...options,
  });
  return { waiting, errors, turns, tab, queue: () => waiting.queue.get() };
};
const ask = { text: 'My parcel is lost', locale: 'en' };
const joined = async (scene: Scene, tab = aTab(scene)) => {
  void tab.waiting.join(ask);
  await scene.env.settle();
  return tab;
};
const at = ({ env }: Scene, position?: number, more: object = {}) => ({
  observedAt: env.now(),
  ...(position === undefined ? {} : { position }),
  slots: 4,
  busySlots: 4,
  handleTimeMs: 4 * MINUTE,
  queueLength: 20,
  ...more,
});
const inLine = (view: QueueView): WaitingQueue => {
  expect(view.name).toBe('waiting');
  return view as WaitingQueue;
};

describe('createWaiting', () => {
  it('asks, reads and writes nothing before somebody uses it', async () => {
    const scene = aScene();
    const { waiting, queue } = aTab(scene);
    await scene.env.advance(10 * MINUTE);
    expect(scene.desk.calls).toEqual([]);
    expect([scene.browser.reads(), scene.browser.writes(), scene.env.timerCount()]).toEqual([0, 0, 0]);
    expect(queue()).toEqual({ name: 'none', failed: null });
    expect(waiting.service.get()).toMatchObject({ asking: 'idle', waitNow: null, canJoin: true });
  });

  it('shows the place, its wait and its age', async () => {
    const scene = aScene();
    const { queue } = await joined(scene);
    expect(queue().name).toBe('waiting');
    expect(inLine(queue())).toMatchObject({ position: null, wait: { kind: 'unknown' }, freshness: 'unknown' });
    scene.desk.emit(at(scene, 12));
    expect(inLine(queue())).toMatchObject({ position: 12, freshness: 'live', ageMs: 0, stream: 'live' });
    expect(inLine(queue()).wait).toMatchObject({ kind: 'range', position: 12 });
    await scene.env.advance(20_000);
    expect(inLine(queue()).ageMs).toBe(20_000);
  });

  it('is stale, then unknown, and comes back', async () => {
    const scene = aScene();
    const { queue } = await joined(scene);
    scene.desk.emit(at(scene, 12));
    await scene.env.advance(MINUTE + 5000);
    expect(inLine(queue())).toMatchObject({ freshness: 'stale', position: 12 });
    await scene.env.advance(MINUTE);
    expect(inLine(queue())).toMatchObject({ freshness: 'unknown', position: null, wait: { kind: 'unknown' } });
    await scene.env.advance(2 * MINUTE);
    scene.desk.emit(at(scene, 9));
    expect(inLine(queue())).toMatchObject({ freshness: 'live', position: 9, wait: { kind: 'range' } });
  });

  it('says why the position rose', async () => {
    const scene = aScene();
    const { queue } = await joined(scene);
    scene.desk.emit(at(scene, 5));
    await scene.env.advance(10_000);
    scene.desk.emit(at(scene, 7));
    expect(inLine(queue())).toMatchObject({ position: 7, reason: 'urgent-first' });
    await scene.env.advance(10_000);
    scene.desk.emit(at(scene, 5));
    expect(inLine(queue()).reason).toBe(null);
  });

  it('sends what it showed, exactly, as announced', async () => {
    const scene = aScene();
    const observedAt = scene.env.now();
    scene.desk.status = {
      ...{ state: 'open', observedAt, wait: { p50Ms: 250_000, p90Ms: 400_000 } },
      supports: { startConversation: true, watchQueue: true },
    };
    const tab = aTab(scene);
    tab.waiting.watchService();
    await scene.env.settle();
    expect(tab.waiting.service.get().waitNow).toMatchObject({ kind: 'range', fromMin: 4, toMin: 7 });
    await scene.env.advance(5000);
    await joined(scene, tab);
    const announced = { p50Ms: 240_000, p90Ms: 420_000 };
    expect(scene.desk.calls.find((each) => each.method === 'startConversation')?.input).toMatchObject({
      text: 'My parcel is lost',
      announced: { ...announced, observedAt },
    });
    scene.desk.emit(at(scene, 3));
    expect(inLine(tab.queue())).toMatchObject({ announced, pastAnnounced: false });
    await scene.env.advance(7 * MINUTE + 5000);
    expect(inLine(tab.queue()).pastAnnounced).toBe(true);
  });

  it('asks where it stands when the stream ends, and shows the turn', async () => {
    const scene = aScene();
    const { queue, turns } = await joined(scene);
    scene.desk.emit(at(scene, 1));
    scene.desk.standing = 'open';
    scene.desk.endStreams();
    await scene.env.settle();
    expect(queue()).toMatchObject({ name: 'turn', accepted: false, leftMs: null, conversationId: 'c1' });
    expect(turns).toEqual([{ leads: true, sound: false }]);
    expect(scene.desk.openStreams()).toBe(0);
  });

  it('gives the place back only when the way back has run out, and takes the record away after that', async () => {
    const scene = aScene();
    const { queue, waiting } = await joined(scene);
    scene.desk.emit(at(scene, 4));
    expect(scene.browser.text()).toContain('My parcel is lost');
    waiting.helped();
    expect(queue()).toMatchObject({ name: 'left', why: 'freed', undoLeftMs: 10_000 });
    await scene.env.advance(9000);
    expect(scene.desk.count('leaveQueue')).toBe(0);
    waiting.undoLeave();
    expect(queue().name).toBe('waiting');
    waiting.leave();
    await scene.env.advance(10_000);
    expect(queue()).toEqual({ name: 'over', why: 'left' });
    expect(scene.desk.calls.at(-1)).toEqual({ method: 'leaveQueue', input: { conversationId: 'c1' } });
    expect(scene.browser.text()).toBe(null);
    waiting.dismiss();
    expect(queue()).toEqual({ name: 'none', failed: null });
    await scene.env.advance(5 * MINUTE);
    expect(scene.desk.count('leaveQueue')).toBe(1);
    expect(scene.env.timerCount()).toBe(0);
  });

  it('says that it could not join, and keeps nothing', async () => {
    const scene = aScene(createFakeDesk(['watchQueue']));
    const { queue } = await joined(scene);
    expect(queue()).toEqual({ name: 'none', failed: 'missing' });
    expect(scene.browser.text()).toBe(null);
  });

  it('tries to join again with the same key', async () => {
    const scene = aScene();
    scene.desk.failNext('startConversation', new TypeError('Failed to fetch'));
    const { queue } = await joined(scene);
    expect(queue()).toEqual({ name: 'joining', question: 'My parcel is lost' });
    await scene.env.advance(2000);
    const keys = scene.desk.calls.flatMap(({ method, input }) =>
      method === 'startConversation' ? [(input as { key: string }).key] : [],
    );
    expect(keys.length).toBe(2);
    expect(new Set(keys).size).toBe(1);
    expect(queue().name).toBe('waiting');
  });
});

describe('a place in the queue in several tabs', () => {
  it('is shown by all of them, over one stream', async () => {
    const scene = aScene();
    const other = aTab(scene);
    await joined(scene);
    scene.desk.emit(at(scene, 8));
    await scene.env.settle();
    expect(inLine(other.queue())).toMatchObject({ position: 8, freshness: 'live', wait: { kind: 'range' } });
    const late = aTab(scene);
    expect(late.waiting.resume()).toBe(true);
    await scene.env.settle();
    expect(inLine(late.queue())).toMatchObject({ position: 8 });
    expect([scene.desk.openStreams(), scene.desk.count('startConversation')]).toEqual([1, 1]);
  });

  it('goes on when the tab that leads dies', async () => {
    const scene = aScene();
    const first = await joined(scene);
    const second = aTab(scene);
    second.waiting.resume();
    scene.desk.emit(at(scene, 8));
    await scene.env.settle();
    first.tab.die();
    first.waiting.destroy();
    await scene.env.advance(2000);
    expect(scene.desk.openStreams()).toBe(1);
    scene.desk.emit(at(scene, 6));
    expect(inLine(second.queue())).toMatchObject({ position: 6 });
    expect(scene.desk.count('startConversation')).toBe(1);
  });

  it('goes on in a tab that was there before, and was never asked', async () => {
    const scene = aScene();
    const other = aTab(scene);
    const first = await joined(scene);
    scene.desk.emit(at(scene, 8));
    await scene.env.settle();
    first.tab.die();
    first.waiting.destroy();
    await scene.env.advance(2000);
    scene.desk.emit(at(scene, 6));
    expect(inLine(other.queue())).toMatchObject({ position: 6 });
  });

  it('is left though the tab that leads dies over the wish', async () => {
    const scene = aScene();
    const first = await joined(scene);
    const second = aTab(scene);
    second.waiting.resume();
    scene.desk.emit(at(scene, 8));
    await scene.env.settle();
    first.tab.die();
    first.waiting.destroy();
    second.waiting.leave();
    await scene.env.advance(11_000);
    expect(second.queue()).toEqual({ name: 'over', why: 'left' });
    expect([scene.desk.count('leaveQueue'), scene.browser.text()]).toEqual([1, null]);
  });

  it('is left from any of them', async () => {
    const scene = aScene();
    const first = await joined(scene);
    const second = aTab(scene);
    second.waiting.resume();
    await scene.env.settle();
    second.waiting.leave();
    await scene.env.settle();
    expect([first.queue().name, second.queue().name]).toEqual(['left', 'left']);
    await scene.env.advance(11_000);
    expect([first.queue(), second.queue()]).toEqual([
      { name: 'over', why: 'left' },
      { name: 'over', why: 'left' },
    ]);
    expect(scene.desk.count('leaveQueue')).toBe(1);
    expect(scene.browser.text()).toBe(null);
  });

  it('survives a change of page, with its history', async () => {
    const scene = aScene();
    const first = await joined(scene);
    scene.desk.emit(at(scene, 8));
    await scene.env.advance(3 * MINUTE - 10_000);
    scene.desk.emit(at(scene, 5));
    const before = inLine(first.queue());
    first.tab.die();
    first.waiting.destroy();
    scene.env.jumpClock(1000);
    const next = aTab(scene);
    expect(next.waiting.resume()).toBe(true);
    await scene.env.settle();
    const after = inLine(next.queue());
    expect(after).toMatchObject({ position: 5, question: before.question });
    expect(after.waitedMs).toBe(before.waitedMs + 1000);
    expect(after.progress).toBeGreaterThanOrEqual(before.progress);
    expect(after.wait).toMatchObject({ fromMin: before.wait.fromMin, toMin: before.wait.toMin });
    expect(scene.desk.count('resumeConversation')).toBe(1);
  });

  it('is joined once, even when two tabs ask at the same moment', async () => {
    const scene = aScene();
    const [one, two] = [aTab(scene), aTab(scene)];
    void one.waiting.join(ask);
    void two.waiting.join(ask);
    await scene.env.settle();
    scene.desk.emit(at(scene, 3));
    await scene.env.settle();
    expect(scene.desk.count('startConversation')).toBe(1);
    expect([one.queue(), two.queue()].map((view) => inLine(view).position)).toEqual([3, 3]);
  });

  it('is joined by the next page where the first one went before the answer', async () => {
    const scene = aScene();
    scene.desk.failNext('startConversation', { status: 503 });
    const first = await joined(scene);
    first.tab.die();
    first.waiting.destroy();
    const next = aTab(scene);
    next.waiting.resume();
    await scene.env.advance(3000);
    scene.desk.emit(at(scene, 3));
    expect(inLine(next.queue()).position).toBe(3);
    const keys = new Set(
      scene.desk.calls.flatMap(({ method, input }) =>
        method === 'startConversation' ? [(input as { key: string }).key] : [],
      ),
    );
    expect(keys.size).toBe(1);
  });

  it('throws a record away that is none', async () => {
    const scene = aScene();
    for (const text of ['', '{', 'null', '{"version":1,"queue":{"conversation":"{}"}}', '{"version":9}']) {
      scene.browser.openTab().write(text);
      const tab = aTab(scene);
      expect(tab.waiting.resume()).toBe(false);
      expect(scene.browser.text()).toBe(null);
    }
  });
});
