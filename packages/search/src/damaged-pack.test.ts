import { explain, HelpError, isHelpError } from '@helpkiosk/core';
import type { ReadFile } from '@helpkiosk/core';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { writeHanData } from './han/write-han-data.js';
import { openPack } from './open-pack.js';
import { demoArticles } from './testing/demo-articles.js';
import { memoryPack, withManifest } from './testing/memory-pack.js';
import { languageOf } from './testing/segmented-words.js';

const han = writeHanData({
  readings: new Map([
    ['发', ['fa']],
    ['票', ['piao']],
  ]),
  simplified: new Map([['發', '发']]),
});
const PACK = memoryPack(demoArticles, {
  perFile: 2,
  languages: { 'zh-Hans': { ...languageOf(demoArticles, 'zh-Hans'), han } },
});
const FILES = [...PACK.keys()].filter((name) => name.includes('zh-Hans'));
const HAN = FILES.filter((name) => name.startsWith('han'));

interface Damage {
  name: string;
  at: number;
  bit: number;
  isCut: boolean;
}
const damages = (names: readonly string[]): fc.Arbitrary<Damage> =>
  fc.record({ name: fc.constantFrom(...names), at: fc.nat(), bit: fc.nat(7), isCut: fc.boolean() });
const damaged = (bytes: Uint8Array, { at, bit, isCut }: Damage): Uint8Array => {
  const place = at % bytes.length;
  return isCut ? bytes.slice(0, place) : bytes.map((byte, i) => (i === place ? byte ^ (1 << bit) : byte));
};

/** A network that gives a damaged file so many times, and tells what was read. */
function reading(damage: Damage, times: number): { read: ReadFile; log: string[] } {
  const log: string[] = [];
  let left = times;
  const read: ReadFile = async (name) => {
    log.push(name);
    const bytes = PACK.get(name);
    if (!bytes) throw new HelpError('pack-missing', { file: name });
    return name === damage.name && left-- > 0 ? damaged(bytes, damage) : bytes;
  };
  return { read, log };
}

/** What is to be found by sound and by reading every article. */
async function told(read: ReadFile): Promise<string> {
  const search = await openPack(read);
  const answer = await search.query('fapiao', { locale: 'zh-Hans' });
  const { articles } = await search.browse({ locale: 'zh-Hans' });
  const texts = await Promise.all(articles.map(({ id }) => search.article(id, 'zh-Hans')));
  return JSON.stringify([answer, texts]);
}

describe('a damaged file of a pack', () => {
  it('is read once more, and then all is as it should be', async () => {
    const right = await told(reading({ name: '', at: 0, bit: 0, isCut: true }, 0).read);
    expect(right).toContain('"didYouMean":"发票"');
    await fc.assert(
      fc.asyncProperty(damages(FILES), async (damage) => {
        const { read, log } = reading(damage, 1);
        expect(await told(read)).toBe(right);
        expect(log.filter((name) => name === damage.name)).toHaveLength(2);
      }),
      { numRuns: 60 },
    );
  }, 30_000);

  it('is pack-missing where it stays damaged, never a wrong answer', async () => {
    const needed = FILES.filter((name) => !HAN.includes(name));
    await fc.assert(
      fc.asyncProperty(damages(needed), async (damage) => {
        const { read, log } = reading(damage, Infinity);
        const error = await told(read).catch((thrown: unknown) => thrown);
        expect(isHelpError(error) && [error.code, error.details['file']]).toEqual(['pack-missing', damage.name]);
        expect(log.filter((name) => name === damage.name).length).toBeGreaterThan(1);
      }),
      { numRuns: 60 },
    );
  }, 30_000);

  it('costs what it is for, and nothing else, where it only helps', async () => {
    const search = await openPack(reading({ name: HAN[0]!, at: 9, bit: 1, isCut: false }, Infinity).read);
    expect(await search.query('fapiao', { locale: 'zh-Hans' })).toMatchObject({ results: [], total: 0 });
    expect((await search.query('发票', { locale: 'zh-Hans' })).results[0]?.articleId).toBe('invoice');
  });
});

describe('a pack of another format', () => {
  it.each([1, 2, 3])('is refused with a sentence that says what to do: %d', async (format) => {
    const files = withManifest(PACK, (manifest) => (manifest['format'] = format));
    const error = await openPack(async (name) => files.get(name)!).catch((thrown: unknown) => thrown);
    expect(isHelpError(error) && error.code).toBe('pack-incompatible');
    expect(explain(error as HelpError)).toMatch(
      /Build it again with the helpkiosk command of this version\.\n {2}format: /,
    );
  });
});
