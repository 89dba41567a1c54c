import { describe, expect, it } from 'vitest';
import type { CompiledPack } from '../compile-pack.js';
import { createLivePack, type Rebuilt } from './live-pack.js';

const aPack = (...messages: string[]): CompiledPack => ({
  articles: [],
  files: new Map(),
  locales: {},
  problems: messages.map((message) => ({ path: 'a.md:1', message })),
  leftOut: [],
  votes: null,
});

function aLivePack(compile: () => Promise<CompiledPack>) {
  const rebuilt: Rebuilt[] = [];
  const failed: unknown[] = [];
  const live = createLivePack({
    compile,
    onRebuilt: (each) => void rebuilt.push(each),
    onFailed: (error) => void failed.push(error),
  });
  return { live, rebuilt, failed };
}

describe('createLivePack', () => {
  it('never makes two packs at a time, and one more for all wishes that came meanwhile', async () => {
    let running = 0;
    let made = 0;
    const { live } = aLivePack(async () => {
      expect(++running).toBe(1);
      await new Promise((done) => setTimeout(done, 5));
      running--;
      made++;
      return aPack();
    });
    const first = live.renew();
    await Promise.all([first, live.renew(), live.renew(), live.renew()]);
    expect(made).toBe(2);
    await live.renew();
    expect(made).toBe(3);
  });

  it('tells which problems came and which went', async () => {
    const packs = [aPack('old', 'both'), aPack('both', 'new')];
    const { live, rebuilt } = aLivePack(async () => packs.shift()!);
    await live.renew();
    await live.renew();
    const words = ({ appeared, gone }: Rebuilt) => [appeared, gone].map((list) => list.map(({ message }) => message));
    expect(rebuilt.map(words)).toEqual([[['old', 'both'], []], [['new'], ['old']]]); // prettier-ignore
  });

  it('keeps the pack before when a new one cannot be made, and goes on after that', async () => {
    const good = aPack('good');
    const answers = [() => good, () => Promise.reject(new Error('gone')), () => aPack('next')];
    const { live, failed } = aLivePack(async () => answers.shift()!());
    await live.renew();
    await live.renew();
    expect([live.current(), failed.length]).toEqual([good, 1]);
    await live.renew();
    expect(live.current().problems[0]!.message).toBe('next');
  });
});
