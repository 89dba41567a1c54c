import type { ResultsAnswer } from '@helpkiosk/core';
import { createFakeEnv } from '@helpkiosk/core/testing';
import { describe, expect, it } from 'vitest';
import type { ViewTools } from './lazy-view.js';
import { createNear } from './ticket-near.js';

/** A form whose search finds an article and a video for whatever it is asked. */
function aForm() {
  const env = createFakeEnv();
  const asked: [text: string, here: unknown][] = [];
  const query = async (text: string, { here }: { here?: boolean } = {}): Promise<ResultsAnswer> => {
    asked.push([text, here]);
    return { results: [{ kind: 'video' }, { kind: 'article', articleId: 'a' }], total: 2, guess: false } as never;
  };
  const near = createNear({ ...{ session: { query }, env }, redraw() {} } as unknown as ViewTools);
  return { env, asked, near };
}

describe('createNear', () => {
  it('asks for a subject once its writing rests, of this device alone', async () => {
    const { env, asked, near } = aForm();
    for (const text of ['refu', 'refund', 'refund late']) {
      near.follow(text);
      await env.advance(399);
    }
    expect(asked).toEqual([]);
    await env.advance(1);
    expect(asked).toEqual([['refund late', true]]);
    expect(near.get()).toMatchObject([{ articleId: 'a' }]);
  });
});
