import type { ReadFile, Search } from '@helpkiosk/core';
import { describe, expect, it } from 'vitest';
import { giveWay } from './in-steps.js';
import { openPack } from './open-pack.js';
import { demoArticles } from './testing/demo-articles.js';
import { memoryPack, readFrom } from './testing/memory-pack.js';

const SIXTEEN = Array.from({ length: 16 }, (_, i) => ({
  ...demoArticles.find(({ locale }) => locale === 'en')!,
  id: `a${i}`,
  title: `Refund ${i}`,
}));

/** A pack with a file for each article; `onArticles` hears of each that is read. */
function aSearch(onArticles: () => void = () => {}): Promise<Search> {
  const read = readFrom(memoryPack(SIXTEEN, { perFile: 1 }));
  const reading: ReadFile = (name, options) => {
    if (name.startsWith('articles')) onArticles();
    return read(name, options);
  };
  return openPack(reading);
}

/** How many turns the page has until something is settled. */
async function turnsUntil(done: Promise<unknown>): Promise<number> {
  let settled = false;
  const settle = (): boolean => (settled = true);
  done.then(settle, settle);
  let turns = 0;
  for (; !settled; turns++) await giveWay();
  return turns;
}

describe('a query', () => {
  it('lets the page have its turn while texts are asked for, compared, and made ready to show', async () => {
    const search = await aSearch();
    await search.query('refund', { locale: 'en' });
    expect(await turnsUntil(search.query('refund', { locale: 'en' }))).toBeGreaterThan(6);
  });

  it('asks for no more texts once nobody waits for it', async () => {
    const controller = new AbortController();
    let read = 0;
    const search = await aSearch(() => {
      read++;
      controller.abort();
    });
    const { signal } = controller;
    const asked = search.query('refund', { locale: 'en', signal });
    expect(await asked.catch((error: unknown) => error)).toBe(signal.reason);
    for (let turn = 0; turn < 20; turn++) await giveWay();
    expect(read).toBeGreaterThan(0);
    expect(read).toBeLessThan(16);
  });
});
