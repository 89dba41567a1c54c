import { createFakeEnv } from '@helpkiosk/core/testing';
import { describe, expect, it } from 'vitest';
import { createWaitSpeech } from './wait-speech.js';

function setUp() {
  const env = createFakeEnv();
  const said: string[] = [];
  return { env, said, speech: createWaitSpeech(env, (text) => said.push(text)) };
}

describe('createWaitSpeech', () => {
  it('says the first state at once, in the order of its topics', () => {
    const { said, speech } = setUp();
    speech.tell({ line: '3rd in line.', change: 'Longer than before.' });
    expect(said).toEqual(['3rd in line. Longer than before.']);
  });

  it('says only what has changed', async () => {
    const { env, said, speech } = setUp();
    speech.tell({ line: '3rd in line.', change: 'Longer than before.' });
    await env.advance(60_000);
    speech.tell({ line: '2nd in line.', change: 'Longer than before.' });
    expect(said.slice(1)).toEqual(['2nd in line.']);
  });

  it('speaks at most every 30 s, however often it is told, and then of the newest', async () => {
    const { env, said, speech } = setUp();
    const heardAt: number[] = [];
    for (let second = 0; second < 300; second++) {
      const before = said.length;
      speech.tell({ line: `${300 - second} s` });
      await env.advance(1000);
      if (said.length > before) heardAt.push(second);
    }
    expect(heardAt.length).toBeGreaterThan(8);
    heardAt.slice(1).forEach((at, place) => expect(at - heardAt[place]!).toBeGreaterThanOrEqual(29));
    expect(said.slice(0, 3)).toEqual(['300 s', '271 s', '241 s']);
  });

  it('says nothing of what changed and changed back meanwhile', async () => {
    const { env, said, speech } = setUp();
    speech.tell({ line: 'a' });
    speech.tell({ line: 'b' });
    await env.advance(5000);
    speech.tell({ line: 'a' });
    await env.advance(60_000);
    expect(said).toEqual(['a']);
  });

  it('says again what had gone away', async () => {
    const { env, said, speech } = setUp();
    speech.tell({ change: 'Longer.' });
    speech.tell({ change: '' });
    await env.advance(31_000);
    speech.tell({ change: 'Longer.' });
    expect(said).toEqual(['Longer.', 'Longer.']);
  });

  it('is silent once it is stopped, and leaves no timer', async () => {
    const { env, said, speech } = setUp();
    speech.tell({ line: 'a' });
    speech.tell({ line: 'b' });
    speech.stop();
    speech.tell({ line: 'c' });
    await env.advance(60_000);
    expect(said).toEqual(['a']);
    expect(env.timerCount()).toBe(0);
  });
});
