import { describe, expect, it } from 'vitest';
import { createFakeEnv } from './testing/fake-env.js';
import { createVotes, UNDO_VOTE_MS } from './votes.js';

function aVoter() {
  const env = createFakeEnv();
  const told: unknown[] = [];
  return { env, told, ...createVotes(env, (vote) => void told.push(vote)) };
}

describe('createVotes', async () => {
  it('tells a vote once, when it can no longer be taken back', async () => {
    const { env, told, votes, vote } = aVoter();
    vote('a', true);
    expect(votes.get()).toEqual({ a: true });
    await env.advance(UNDO_VOTE_MS - 1);
    expect(told).toEqual([]);
    await env.advance(1);
    await env.advance(UNDO_VOTE_MS);
    expect(told).toEqual([{ articleId: 'a', helpful: true }]);
  });

  it('never tells one that was taken back', async () => {
    const { env, told, votes, vote } = aVoter();
    vote('a', false);
    vote('a', null);
    await env.advance(2 * UNDO_VOTE_MS);
    expect([told, votes.get()]).toEqual([[], {}]);
  });

  it('tells the last of two votes on one article only', async () => {
    const { env, told, vote } = aVoter();
    vote('a', true);
    await env.advance(UNDO_VOTE_MS - 1);
    vote('a', false);
    await env.advance(UNDO_VOTE_MS);
    expect(told).toEqual([{ articleId: 'a', helpful: false }]);
  });

  it('does not start the time anew for the same vote', async () => {
    const { env, told, vote } = aVoter();
    vote('a', true);
    await env.advance(UNDO_VOTE_MS - 1);
    vote('a', true);
    await env.advance(1);
    expect(told).toHaveLength(1);
  });

  it('tells what still waits when the page is hidden, and not once more', async () => {
    const { env, told, vote, stop } = aVoter();
    vote('a', true);
    env.setVisible(false);
    await env.advance(UNDO_VOTE_MS);
    stop();
    expect([told, env.listenerCount()]).toEqual([[{ articleId: 'a', helpful: true }], 0]);
  });

  it('tells what still waits when it ends', async () => {
    const { env, told, vote, stop } = aVoter();
    vote('a', true);
    vote('b', false);
    stop();
    await env.advance(UNDO_VOTE_MS);
    expect(told).toEqual([
      { articleId: 'a', helpful: true },
      { articleId: 'b', helpful: false },
    ]);
  });
});
