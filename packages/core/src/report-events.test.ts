import { describe, expect, it } from 'vitest';
import type { HelpAdapter, HelpEvents } from './contracts.js';
import { HelpError } from './errors.js';
import { createEmitter } from './events.js';
import { reportEvents } from './report-events.js';
import { createFakeEnv } from './testing/fake-env.js';
import { createVotes } from './votes.js';

type Batch = Parameters<NonNullable<HelpAdapter['report']>>[0];

function aHost(answer: (round: number) => Promise<void> = async () => {}) {
  const env = createFakeEnv();
  const events = createEmitter<HelpEvents>();
  const batches: Batch[] = [];
  const stop = reportEvents(
    async (batch) => {
      batches.push(batch);
      await answer(batches.length);
    },
    events,
    env,
  );
  const told = () => batches.map((batch) => batch.map(({ name }) => name));
  return { env, events, batches, told, stop };
}

describe('reportEvents', () => {
  it('gathers events and tells them in one batch, with their instants', async () => {
    const { env, events, batches } = aHost();
    const at = env.now();
    events.emit('open', { view: 'home' });
    await env.advance(3_000);
    events.emit('articleVote', { articleId: 'a', helpful: false });
    await env.advance(7_000);
    expect(batches).toEqual([
      [
        { name: 'open', at, data: { view: 'home' } },
        { name: 'articleVote', at: at + 3_000, data: { articleId: 'a', helpful: false } },
      ],
    ]);
  });

  it('tells at once when the page is hidden', async () => {
    const { env, events, told } = aHost();
    events.emit('close', {});
    env.setVisible(false);
    await env.settle();
    expect(told()).toEqual([['close']]);
  });

  it('tells what others only tell because the page is hidden', async () => {
    const { env, events, told } = aHost();
    const { vote } = createVotes(env, (given) => events.emit('articleVote', given));
    vote('a', true);
    env.setVisible(false);
    await env.settle();
    expect(told()).toEqual([['articleVote']]);
  });

  it('tells a batch again after a passing failure, in order with what came since', async () => {
    const { env, events, told } = aHost(async (round) => {
      if (round === 1) throw new HelpError('network');
    });
    events.emit('open', { view: 'home' });
    await env.advance(10_000);
    events.emit('close', {});
    await env.advance(10_000);
    await env.advance(60_000);
    expect(told()).toEqual([['open'], ['open', 'close']]);
  });

  it('drops a batch that the host refuses', async () => {
    const { env, events, told } = aHost(() => Promise.reject(new HelpError('refused')));
    events.emit('open', { view: 'home' });
    await env.advance(60_000);
    expect(told()).toEqual([['open']]);
  });

  it('asks again a host that does not answer, and never two at a time', async () => {
    const { env, events, told } = aHost((round) => (round === 1 ? new Promise(() => {}) : Promise.resolve()));
    events.emit('open', { view: 'home' });
    await env.advance(10_000);
    events.emit('close', {});
    await env.advance(10_000);
    expect(told()).toEqual([['open']]);
    await env.advance(60_000);
    expect(told()).toEqual([['open'], ['open', 'close']]);
  });

  it('tells what is left when it ends, and leaves nothing behind', async () => {
    const { env, events, told, stop } = aHost();
    events.emit('open', { view: 'home' });
    stop();
    events.emit('close', {});
    await env.settle();
    expect([told(), env.timerCount(), env.listenerCount()]).toEqual([[['open']], 0, 0]);
  });
});
