import { isHelpError } from '@helpkiosk/core';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseArticlesShard, parseIndexShard, parseManifest } from './parse-pack.js';

const aManifest = (rest: Record<string, unknown> = {}): Record<string, unknown> => ({
  format: 1,
  version: 'abc',
  analyser: { id: 'grams', version: 1 },
  locales: {
    en: {
      articleCount: 1,
      categories: [{ name: 'Orders', count: 1 }],
      index: { name: 'index-en-abc.json', role: 'index', bytes: 10 },
      articles: [{ name: 'articles-en-abc.json', role: 'articles', bytes: 20 }],
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
    expect(parseManifest(bytes).locales['en']?.index.name).toBe('index-en-abc.json');
  });

  it('refuses another format as incompatible', () => {
    expect(errorOf(() => parseManifest(aManifest({ format: 2 })))).toMatchObject({
      code: 'pack-incompatible',
      details: { format: 2 },
    });
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
    ['a file elsewhere', withIndex({ name: 'https://evil.example/x.json', role: 'index', bytes: 1 }), 'name'],
    ['a file above', withIndex({ name: '../x.json', role: 'index', bytes: 1 }), 'name'],
    ['a file of another role', withIndex({ name: 'x.json', role: 'articles', bytes: 1 }), 'role'],
    ['a file without its size', withIndex({ name: 'x.json', role: 'index', bytes: -1 }), 'bytes'],
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
        fc.constantFrom(parseManifest, parseIndexShard, parseArticlesShard),
        (value, parse) => {
          const result = errorOf(() => parse(value, 'x.json'));
          expect(!(result instanceof Error) || isHelpError(result)).toBe(true);
        },
      ),
    );
  });
});

describe('parseIndexShard', () => {
  it('keeps what is known of a doc and leaves out the rest', () => {
    const docs = [{ id: 'a', title: 'A', category: 'C', file: 1, url: 5, extra: true }];
    expect(parseIndexShard({ format: 1, locale: 'en', docs, engine: 7 }, 'x.json')).toEqual({
      format: 1,
      locale: 'en',
      docs: [{ id: 'a', title: 'A', category: 'C', file: 1 }],
      engine: 7,
    });
  });

  it('names the file of a doc without an id', () => {
    const error = errorOf(() => parseIndexShard({ format: 1, locale: 'en', docs: [{}] }, 'x.json'));
    expect(error).toMatchObject({ code: 'pack-missing', details: { file: 'x.json', reason: 'id' } });
  });
});

describe('parseArticlesShard', () => {
  it('gives every article its locale, a tree and lists', () => {
    const articles = [{ id: 'a', title: 'A', tree: null, related: ['b', 5] }];
    expect(parseArticlesShard({ format: 1, locale: 'en', articles }, 'x.json').articles).toEqual([
      { id: 'a', locale: 'en', title: 'A', tree: { v: 1, nodes: [] }, videos: [], related: ['b'] },
    ]);
  });
});
