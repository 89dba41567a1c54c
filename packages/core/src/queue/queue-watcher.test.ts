import { describe, expect, it } from 'vitest';
import type { HelpAdapter } from '../contracts.js';
import { createAdapterRunner } from '../adapter/adapter-runner.js';
import { createFakeDesk } from '../testing/fake-desk.js';
import { createFakeEnv } from '../testing/fake-env.js';
import { watchQueueAlive, type QueueNews } from './queue-watcher.js';

const MINUTE = 60_000;
const EVENTS: (keyof HelpAdapter)[] = ['watchConversation', 'resumeConversation', 'watchQueue'];
const aWatch = (methods?: (keyof HelpAdapter)[], options: { askFirst?: boolean; after?: string } = {}) => {
  const env = createFakeEnv();
  const desk = createFakeDesk(methods);
  const news: QueueNews[] = [];
  const errors: string[] = [];
  const cursors: string[] = [];
  const life = new AbortController();
  let ended = false;
  const start = (): void =>
    void watchQueueAlive({
      ...{ env, runner: createAdapterRunner(desk.adapter, env), conversationId: 'c1', signal: life.signal, ...options },
      pollMs: () => MINUTE,
      tell: (each) => news.push(each),
      onCursor: (cursor) => cursors.push(cursor),
      onError: (error) => errors.push(error.code),
    }).then(() => (ended = true));
  return {
    env,
    desk,
    news,
    errors,
    cursors,
    life,
    start,
    types: () => news.map(({ type }) => type),
    ended: () => ended,
  };
};
const started = async (...given: Parameters<typeof aWatch>) => {
  const watch = aWatch(...given);
  watch.start();
  await watch.env.settle();
  return watch;
};

describe('watchQueueAlive', () => {
  it('tells of sound snapshots, and of nothing else', async () => {
    const { desk, news, env } = await started();
    for (const value of [null, {}, { observedAt: NaN }, 'x', { observedAt: 5, position: 3 }]) desk.emitRaw(value);
    await env.settle();
    expect(news).toEqual([{ type: 'snapshot', snapshot: { observedAt: 5, position: 3 } }]);
  });

  it('opens a stream again that broke, after a back-off, having asked where it stands', async () => {
    const { desk, env, types, errors } = await started();
    desk.endStreams(new TypeError('Failed to fetch'));
    await env.settle();
    expect([types(), desk.openStreams()]).toEqual([['lost'], 0]);
    await env.advance(1000);
    expect([desk.openStreams(), desk.count('resumeConversation')]).toEqual([1, 1]);
    desk.emit({ observedAt: 9 });
    expect(types()).toEqual(['lost', 'live', 'snapshot']);
    expect(errors).toEqual(['network']);
  });

  it('asks at once where a stream has ended cleanly', async () => {
    const { desk, env, types, ended } = await started();
    desk.standing = 'open';
    desk.endStreams();
    await env.settle();
    expect([types(), ended(), env.timerCount()]).toEqual([['turn'], true, 0]);
  });

  it.each([['ended' as const], [null]])('is over where the host says %o', async (standing) => {
    const { desk, env, types, ended } = await started();
    desk.standing = standing;
    desk.endStreams();
    await env.settle();
    expect([types(), ended()]).toEqual([['ended'], true]);
  });

  it('takes the end for the turn only where nobody can be asked and it would not go on', async () => {
    const { desk, env, types } = await started(['watchQueue']);
    desk.endStreams();
    await env.settle();
    expect(types()).toEqual(['turn']);
  });

  it('does not hammer a host whose streams end at once', async () => {
    const { desk, env } = await started();
    for (let second = 0; second < 600; second++) {
      desk.endStreams();
      await env.advance(1000);
    }
    expect(desk.count('watchQueue')).toBeLessThan(60);
    expect(desk.count('watchQueue')).toBeGreaterThan(8);
  });

  it('waits as long as the host asks for', async () => {
    const { desk, env } = await started();
    desk.endStreams({ status: 429, retryAfterMs: 90_000 });
    await env.advance(89_000);
    expect(desk.count('watchQueue')).toBe(1);
    await env.advance(3000);
    expect(desk.count('watchQueue')).toBe(2);
  });

  it('waits for the network', async () => {
    const { desk, env } = await started();
    env.setOnline(false);
    desk.endStreams(new TypeError('Failed to fetch'));
    await env.advance(10 * MINUTE);
    expect(desk.count('watchQueue')).toBe(1);
    env.setOnline(true);
    await env.advance(1000);
    expect(desk.openStreams()).toBe(1);
  });

  it('gives a stream up that has fallen silent', async () => {
    const { desk, env, errors } = await started();
    await env.advance(3 * MINUTE - 10_000);
    desk.emit({ observedAt: 1 });
    await env.advance(2 * MINUTE);
    expect(desk.count('watchQueue')).toBe(1);
    await env.advance(1 * MINUTE + 7000);
    expect([desk.count('watchQueue'), desk.openStreams(), errors]).toEqual([2, 1, []]);
  });

  it('opens a new stream after the device has slept', async () => {
    const { desk, env } = await started();
    env.jumpClock(8 * 60 * MINUTE);
    await env.advance(7000);
    expect([desk.count('watchQueue'), desk.openStreams()]).toEqual([2, 1]);
  });

  it('uses the events of the conversation where there are any, each of them once, and goes on from the last', async () => {
    const { desk, env, types, cursors, ended } = await started(EVENTS);
    const event = { id: 'e1', type: 'queue', snapshot: { observedAt: 5 } };
    desk.emitRaw(event);
    desk.emitRaw(event);
    desk.emitRaw({ id: 'e2', type: 'message', message: {} });
    expect([types(), cursors]).toEqual([['snapshot'], ['e1', 'e2']]);
    desk.endStreams(new Error('cut'));
    await env.advance(2000);
    expect(desk.calls.at(-1)).toMatchObject({ method: 'watchConversation', input: { after: 'e2' } });
    desk.emitRaw({ id: 'e3', type: 'state', state: 'open' });
    expect([types().at(-1), ended(), desk.openStreams()]).toEqual(['turn', false, 1]);
    desk.emitRaw({ id: 'e4', type: 'state', state: 'ended' });
    await env.settle();
    expect([types().at(-1), ended(), desk.openStreams(), desk.count('watchQueue')]).toEqual(['ended', true, 0, 0]);
  });

  it('asks first on a new page', async () => {
    const { desk, types } = await started(undefined, { askFirst: true });
    expect([desk.calls.map(({ method }) => method), types()]).toEqual([['resumeConversation', 'watchQueue'], []]);
  });

  it('leaves nothing behind when nobody waits any more', async () => {
    const { desk, env, life, ended } = await started();
    life.abort();
    await env.settle();
    expect([ended(), desk.openStreams(), env.timerCount(), env.listenerCount()]).toEqual([true, 0, 0, 0]);
  });
});
