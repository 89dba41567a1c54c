import { isHelpError } from '@helpkiosk/core';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readResults } from './read-results.js';

const good = {
  kind: 'article',
  articleId: 'a',
  locale: 'en',
  score: 2,
  title: [{ text: 'A', hit: true }],
  excerpt: [],
};
const options = { limit: 5, locale: 'zh-Hans' };
const read = (...entries: unknown[]) => readResults(entries, options);

describe('readResults', () => {
  it('gives what is right as it is', () => {
    const full = { ...good, category: 'C', sectionId: 's', atMs: 5, url: 'https://example.com/a' };
    expect(read(full)).toEqual([full]);
  });

  it('fills in what may be left out', () => {
    expect(read({ articleId: 'a', title: 'A' })).toEqual([
      { ...good, locale: 'zh-Hans', score: 0, title: [{ text: 'A', hit: false }] },
    ]);
  });

  it.each([
    ['no object', 7],
    ['null', null],
    ['no id', { ...good, articleId: undefined }],
    ['an id of the wrong type', { ...good, articleId: 7 }],
    ['an endless id', { ...good, articleId: 'x'.repeat(1000) }],
    ['an unknown kind', { ...good, kind: 'advert' }],
    ['no title', { ...good, title: [{ text: ' ', hit: true }] }],
    ['an inherited id', Object.create(good) as unknown],
    [
      'a getter that throws',
      {
        ...good,
        get title(): never {
          throw new Error('no');
        },
      },
    ],
  ])('leaves out an entry with %s', (_, entry) => {
    expect(read(good, entry)).toEqual([good]);
  });

  it.each([
    ['url', 'javascript:alert(1)'],
    ['url', 7],
    ['atMs', -1],
    ['atMs', Infinity],
    ['atMs', '5'],
    ['category', {}],
    ['sectionId', ''],
    ['__proto__', { polluted: true }],
  ])('leaves out a %s of %j', (name, value) => {
    expect(
      read(
        JSON.parse(
          JSON.stringify({ ...good, x: 0 }).replace('"x":0', `${JSON.stringify(name)}:${JSON.stringify(value)}`),
        ),
      ),
    ).toEqual([good]);
  });

  it('cuts long texts and long lists', () => {
    const [first] = read({
      ...good,
      excerpt: [
        { text: 'x'.repeat(5000), hit: false },
        { text: 'y', hit: true },
      ],
    });
    expect(first!.excerpt).toEqual([{ text: 'x'.repeat(1000), hit: false }]);
    expect(
      readResults(
        Array.from({ length: 5000 }, (_, i) => ({ ...good, articleId: `${i}` })),
        options,
      ),
    ).toHaveLength(5);
  });

  it('leaves out kinds that were not asked for', () => {
    expect(readResults([good, { ...good, kind: 'thread' }], { ...options, kinds: ['thread'] })).toHaveLength(1);
  });

  it('takes an empty list', () => {
    expect(read()).toEqual([]);
  });

  it('gives results of the contract or throws adapter-bad-answer, whatever is said', () => {
    fc.assert(
      fc.property(
        fc.oneof(
          fc.anything(),
          fc.array(
            fc.record({ articleId: fc.anything(), title: fc.anything(), kind: fc.anything() }, { requiredKeys: [] }),
          ),
        ),
        (answer) => {
          try {
            for (const { articleId, title, score } of readResults(answer, options))
              expect([typeof articleId, Array.isArray(title), Number.isFinite(score)]).toEqual(['string', true, true]);
          } catch (error) {
            expect(isHelpError(error) && error.code).toBe('adapter-bad-answer');
          }
        },
      ),
      { numRuns: 300 },
    );
  });
});
