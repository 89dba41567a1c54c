import { HelpError, type ArticleSource, type ReadFile } from '@helpkiosk/core';
import { buildPack } from '@helpkiosk/pack';
import { openPack } from '@helpkiosk/search';
import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { parityArticles } from './support/parity/parity-texts.mjs';
import { languages } from './support/parity/parity-words.mjs';

const LOCALE = 'zh-Hans';
/** Known, a homophone and pinyin: they need every file of the pack. */
const QUERIES = ['退款 发票', '登路', 'denglu', languages[LOCALE]!.words[9]!];

type Files = ReadonlyMap<string, Uint8Array>;
type Damage = (bytes: Uint8Array) => Uint8Array;

/** Cuts off an end, or flips a bit. */
const someDamage: fc.Arbitrary<Damage> = fc.oneof(
  fc
    .double({ min: 0, max: 1, maxExcluded: true, noNaN: true })
    .map((share) => (bytes: Uint8Array) => bytes.slice(0, Math.floor(bytes.length * share))),
  fc
    .tuple(fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true }), fc.nat(7))
    .map(([share, bit]) => (bytes: Uint8Array) => {
      const changed = bytes.slice();
      changed[Math.floor(bytes.length * share)]! ^= 1 << bit;
      return changed;
    }),
);

/** Reads a pack, one file of it damaged the first `times` times. */
function damagedRead(files: Files, name: string, damage: Damage, times: number): ReadFile & { reads(): number } {
  let reads = 0;
  const read: ReadFile = async (asked) => {
    const bytes = files.get(asked);
    if (!bytes) throw new TypeError(`nothing at ${asked}`);
    return asked === name && reads++ < times ? damage(bytes) : bytes;
  };
  return Object.assign(read, { reads: () => reads });
}

const answersOf = async (read: ReadFile): Promise<string[]> => {
  const search = await openPack(read);
  const answers: string[] = [];
  for (const text of QUERIES) answers.push(JSON.stringify(await search.query(text, { locale: LOCALE })));
  search.close();
  return answers;
};

describe('a damaged pack', () => {
  let files: Files;
  let whole: string[];
  const nameOf = (role: string): string => [...files.keys()].find((name) => name.startsWith(`${role}-`))!;
  beforeAll(async () => {
    const articles: ArticleSource[] = parityArticles().filter(({ locale }) => locale === LOCALE);
    files = await buildPack(articles);
    whole = await answersOf(async (name) => files.get(name)!);
    expect(whole.every((answer) => answer.includes('"hit":true'))).toBe(true);
  }, 60_000);

  it.each(['index', 'articles', 'han'])(
    'is fetched again where its file of the role %s is damaged once',
    async (role) => {
      await fc.assert(
        fc.asyncProperty(someDamage, async (damage) => {
          const read = damagedRead(files, nameOf(role), damage, 1);
          expect(await answersOf(read)).toEqual(whole);
          expect(read.reads()).toBe(2);
        }),
        { numRuns: 40 },
      );
    },
    120_000,
  );

  it.each(['index', 'articles'])(
    'is refused where its file of the role %s stays damaged',
    async (role) => {
      await fc.assert(
        fc.asyncProperty(someDamage, async (damage) => {
          const failed = await answersOf(damagedRead(files, nameOf(role), damage, Infinity)).catch(
            (error: unknown) => error,
          );
          expect(failed).toBeInstanceOf(HelpError);
          expect(failed).toMatchObject({ code: 'pack-missing' });
        }),
        { numRuns: 40 },
      );
    },
    120_000,
  );

  it('answers what it can without its Han data, and never wrongly', async () => {
    const answers = await answersOf(damagedRead(files, nameOf('han'), (bytes) => bytes.slice(1), Infinity));
    expect(answers[0]).toBe(whole[0]);
  });

  it.each([
    ['pack.json', /"format":\d+/, '"format":99'],
    ['pack.json', /words \d+/, 'words 99'],
  ])('is refused with a code where %s is of another release (%s)', async (name, what, other) => {
    const text = new TextDecoder().decode(files.get(name));
    expect(text).toMatch(what);
    const changed = new TextEncoder().encode(text.replace(what, other));
    const failed = await answersOf(damagedRead(files, name, () => changed, Infinity)).catch((error: unknown) => error);
    expect(failed).toMatchObject({ code: 'pack-incompatible' });
  });
});
