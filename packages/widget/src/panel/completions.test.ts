import { createStore, type Navigation, type View } from '@helpkiosk/core';
import { createFakeEnv } from '@helpkiosk/core/testing';
import { describe, expect, it } from 'vitest';
import { followText } from './completions.js';
import type { ViewTools } from './lazy-view.js';

interface Asked {
  text: string;
  signal: AbortSignal;
  answer(texts: string[]): void;
  fail(): void;
}

function aScene({ recent = [] as string[] | null } = {}) {
  const env = createFakeEnv();
  const navigation = createStore<Navigation>({ open: true, trail: [{ name: 'home' }] });
  const asked: Asked[] = [];
  const suggest = (text: string, { signal }: { signal: AbortSignal }): Promise<string[]> =>
    new Promise((answer, reject) => asked.push({ text, signal, answer, fail: () => reject(new TypeError('gone')) }));
  const reader = async () => {
    if (!recent) throw new TypeError('not fetched');
    return { recent: createStore(recent) };
  };
  const session = { help: { stores: { navigation } }, suggest, reader };
  let drawn = 0;
  const tools = { session, env, redraw: () => void drawn++ } as unknown as ViewTools;
  const completions = followText(tools);
  return {
    asked,
    completions,
    drawn: () => drawn,
    texts: () => completions.list().map(({ text }) => text),
    settle: () => env.settle(),
    show: (view: View) => navigation.set({ open: true, trail: [{ name: 'home' }, view] }),
    async type(text: string, restMs = 120) {
      navigation.set({ open: true, trail: [{ name: 'home' }, ...(text ? [{ name: 'results' as const, text }] : [])] });
      await env.advance(restMs);
    },
  };
}

describe('followText', () => {
  it('asks once typing rests, for the latest text alone', async () => {
    const { asked, type } = aScene();
    await type('r', 60);
    await type('re', 60);
    await type('ref');
    expect(asked.map(({ text }) => text)).toEqual(['ref']);
  });

  it('offers what was found, and asks for a new drawing', async () => {
    const { asked, type, texts, settle, drawn } = aScene();
    await type('ref');
    const before = drawn();
    asked[0]!.answer(['refund']);
    await settle();
    expect(texts()).toEqual(['refund']);
    expect(drawn()).toBeGreaterThan(before);
  });

  it('leaves the question before, and drops its answer when it comes all the same', async () => {
    const { asked, type, texts, settle } = aScene();
    await type('ref');
    await type('pass');
    expect(asked[0]!.signal.aborted).toBe(true);
    asked[1]!.answer(['password']);
    asked[0]!.answer(['refund']);
    await settle();
    expect(texts()).toEqual(['password']);
  });

  it('drops an answer that comes after the next letter, before typing has rested', async () => {
    const { asked, type, texts, settle } = aScene();
    await type('ref');
    await type('pass', 60);
    asked[0]!.answer(['refund']);
    await settle();
    expect([texts(), asked[0]!.signal.aborted]).toEqual([[], true]);
  });

  it('keeps what was offered until the next is there', async () => {
    const { asked, type, texts, settle } = aScene();
    await type('ref');
    asked[0]!.answer(['refund']);
    await settle();
    await type('refu');
    expect(texts()).toEqual(['refund']);
  });

  it('offers the same again after an article, without asking', async () => {
    const { asked, type, show, texts, settle } = aScene();
    await type('ref');
    asked[0]!.answer(['refund']);
    await settle();
    show({ name: 'article', articleId: 'a' });
    await type('ref');
    expect([texts(), asked.length]).toEqual([['refund'], 1]);
  });

  it('offers nothing once the field is empty', async () => {
    const { asked, type, texts, settle } = aScene();
    await type('ref');
    asked[0]!.answer(['refund']);
    await settle();
    await type('');
    expect([texts(), asked.length]).toEqual([[], 1]);
  });

  it('offers searches of this device where the search cannot complete', async () => {
    const { asked, type, texts, settle } = aScene({ recent: ['refund time'] });
    await type('ref');
    asked[0]!.fail();
    await settle();
    expect(texts()).toEqual(['refund time']);
  });

  it('completes where this device remembers nothing', async () => {
    const { asked, type, texts, settle } = aScene({ recent: null });
    await type('ref');
    asked[0]!.answer(['refund']);
    await settle();
    expect(texts()).toEqual(['refund']);
  });

  it('offers six at the most', async () => {
    const { asked, type, texts, settle } = aScene({ recent: ['a1', 'a2'] });
    await type('a');
    asked[0]!.answer(['a3', 'a4', 'a5', 'a6', 'a7', 'a8']);
    await settle();
    expect(texts()).toEqual(['a1', 'a2', 'a3', 'a4', 'a5', 'a6']);
  });

  it('asks nothing any more once stopped', async () => {
    const { asked, type, completions } = aScene();
    await type('ref', 60);
    completions.stop();
    await type('refu');
    expect(asked).toEqual([]);
  });
});
