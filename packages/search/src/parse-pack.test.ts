import { isHelpError } from '@helpkiosk/core';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ANALYSER } from './analysis/analyser.js';
import { parseArticle, parseArticlesHead, parseIndexHead, parseManifest } from './parse-pack.js';

const aManifest = (rest: Record<string, unknown> = {}): Record<string, unknown> => ({
  format: 2,
  version: 'abc',
  analyser: ANALYSER,
  locales: {
    en: {
      articleCount: 1,
      categories: [{ name: 'Orders', count: 1 }],
      index: { name: 'index-en-abc.bin', role: 'index', bytes: 10, check: 7 },
      articles: [{ name: 'articles-en-abc.json', role: 'articles', bytes: 20, check: 0 }],
    },
  },
  ...rest,
});
const withIndex = (index: unknown): unknown => {
  const manifest = aManifest();
  (manifest['locales'] as { en: Record<string, unknown> }).en['index'] = index;
  return manifest;
};
const errorOf = (run: () => unknown): unknown => {
  try {
    return run();
  } catch (error) {
    return error;
  }
};

describe('parseManifest', () => {
  it('reads bytes and parsed JSON alike', () => {
    const bytes = new TextEncoder().encode(JSON.stringify(aManifest()));
    expect(parseManifest(bytes)).toEqual(parseManifest(aManifest()));
    expect(parseManifest(bytes).locales['en']?.index.name).toBe('index-en-abc.bin');
  });

  it.each([0, 1, 3, 2.5])('refuses format %d as incompatible', (format) => {
    expect(errorOf(() => parseManifest(aManifest({ format })))).toMatchObject({
      code: 'pack-incompatible',
      details: { format },
    });
  });

  it('keeps the file of Chinese characters where there is one, and refuses one that is none', () => {
    const withHan = (han: unknown): unknown => {
      const manifest = aManifest();
      (manifest['locales'] as { en: Record<string, unknown> }).en['han'] = han;
      return manifest;
    };
    const han = { name: 'han-en-abc.bin', role: 'han', bytes: 5, check: 9 };
    expect(parseManifest(withHan(han)).locales['en']?.han).toEqual(han);
    expect(parseManifest(aManifest()).locales['en']).not.toHaveProperty('han');
    expect(errorOf(() => parseManifest(withHan({ ...han, role: 'index' })))).toMatchObject({ code: 'pack-missing' });
  });

  it('refuses another analyser as incompatible', () => {
    expect(errorOf(() => parseManifest(aManifest({ analyser: { id: 'other', version: 1 } })))).toMatchObject({
      code: 'pack-incompatible',
      details: { analyser: 'other 1' },
    });
  });

  it.each([
    ['a page of HTML', new TextEncoder().encode('<!doctype html>'), 'json'],
    ['nothing', null, 'format'],
    ['no version', aManifest({ version: '' }), 'version'],
    ['no locales', aManifest({ locales: null }), 'locales'],
    ['a file elsewhere', withIndex({ name: 'https://evil.example/x.json', role: 'index', bytes: 1, check: 1 }), 'name'],
    ['a file above', withIndex({ name: '../x.json', role: 'index', bytes: 1, check: 1 }), 'name'],
    ['a file of another role', withIndex({ name: 'x.json', role: 'articles', bytes: 1, check: 1 }), 'role'],
    ['a file without its size', withIndex({ name: 'x.json', role: 'index', bytes: -1, check: 1 }), 'bytes'],
    ['a file without its sum', withIndex({ name: 'x.json', role: 'index', bytes: 1 }), 'check'],
  ])('says pack-missing for %s', (_, input, reason) => {
    expect(errorOf(() => parseManifest(input))).toMatchObject({
      code: 'pack-missing',
      details: { file: 'pack.json', reason },
    });
  });

  it('sees nothing that is inherited', () => {
    expect(errorOf(() => parseManifest(Object.create(aManifest()) as unknown))).toMatchObject({ code: 'pack-missing' });
  });

  it('keeps a locale named like a property of objects apart', () => {
    const input = JSON.parse(JSON.stringify(aManifest()).replace('"en":', '"__proto__":')) as unknown;
    expect(Object.keys(parseManifest(input).locales)).toEqual(['__proto__']);
  });

  it('throws nothing but a HelpError for any JSON', () => {
    fc.assert(
      fc.property(
        fc.jsonValue(),
        fc.constantFrom(parseManifest, parseIndexHead, parseArticlesHead, (input: unknown, file: string) =>
          parseArticle(input, 'en', file),
        ),
        (value, parse) => {
          const result = errorOf(() => parse(value, 'x.json'));
          expect(!(result instanceof Error) || isHelpError(result)).toBe(true);
        },
      ),
    );
  });
});

describe('parseIndexHead', () => {
  const aHead = (docs: unknown, rest: object = {}): unknown => ({
    ...{ format: 2, locale: 'en', files: [1], parts: [1, 2, 3, 4, 5], docs },
    ...rest,
  });

  it('reads documents by column, leaves out empty places, and what is not known or of another type', () => {
    const docs = {
      id: ['a', 'b'],
      title: ['A', 'B'],
      category: ['', 'C'],
      video: [0, ''],
      url: [5, 'u'],
      extra: [1, 2],
    };
    expect(parseIndexHead(aHead(docs), 'x.bin').docs).toEqual([
      { id: 'a', title: 'A', video: 0 },
      { id: 'b', title: 'B', category: 'C', url: 'u' },
    ]);
  });

  it('takes rules of stems and the mark of converted texts, and leaves them out where they are absent or false', () => {
    const docs = { id: ['a'], title: ['A'] };
    const stems = { rules: 's1', least: 3 };
    expect(parseIndexHead(aHead(docs, { stems, converts: true }), 'x.bin')).toMatchObject({ stems, converts: true });
    const plain = parseIndexHead(aHead(docs, { converts: 1 }), 'x.bin');
    expect([plain.stems, plain.converts]).toEqual([undefined, undefined]);
  });

  it.each([
    ['a document without an id', aHead({ id: ['a', ''], title: ['A', 'B'] }), 'docs'],
    ['a document without a title', aHead({ id: ['a', 'b'], title: ['A'] }), 'docs'],
    ['rules that are none', aHead({ id: ['a'], title: ['A'] }, { stems: {} }), 'rules'],
    ['no locale', aHead({ id: ['a'], title: ['A'] }, { locale: '' }), 'locale'],
  ])('says pack-missing for %s', (_, input, reason) => {
    const error = errorOf(() => parseIndexHead(input, 'x.bin'));
    expect(error).toMatchObject({ code: 'pack-missing', details: { file: 'x.bin', reason } });
  });

  it.each([1, 3])('refuses format %d as incompatible', (format) => {
    expect(errorOf(() => parseIndexHead(aHead({}, { format }), 'x.bin'))).toMatchObject({ code: 'pack-incompatible' });
  });
});

describe('parseArticle', () => {
  it('gives an article its locale, a tree and lists', () => {
    expect(parseArticle({ id: 'a', title: 'A', tree: null, related: ['b', 5] }, 'en', 'x.json')).toEqual({
      id: 'a',
      locale: 'en',
      title: 'A',
      tree: { v: 1, nodes: [] },
      videos: [],
      related: ['b'],
    });
  });
});

describe('parseArticlesHead', () => {
  it.each([1, 3])('refuses format %d as incompatible', (format) => {
    expect(errorOf(() => parseArticlesHead({ format, locale: 'en' }, 'x.json'))).toMatchObject({
      code: 'pack-incompatible',
    });
  });
});
