import { isHelpError } from '@helpkiosk/core';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ANALYSER } from './analysis/analyser.js';
import { PACK_FORMAT } from './pack-format.js';
import { parseManifest } from './parse-pack.js';

const aManifest = (rest: Record<string, unknown> = {}): Record<string, unknown> => ({
  format: PACK_FORMAT,
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
const withLocale = (fields: Record<string, unknown>): unknown => {
  const manifest = aManifest();
  Object.assign((manifest['locales'] as { en: object }).en, fields);
  return manifest;
};
const withIndex = (index: unknown): unknown => withLocale({ index });
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

  it.each([0, 1, 2, 2.5, 3])('refuses format %d as incompatible', (format) => {
    expect(errorOf(() => parseManifest(aManifest({ format })))).toMatchObject({
      code: 'pack-incompatible',
      details: { format },
    });
  });

  it('keeps the file of Chinese characters where there is one, and refuses one that is none', () => {
    const withHan = (han: unknown): unknown => withLocale({ han });
    const han = { name: 'han-en-abc.bin', role: 'han', bytes: 5, check: 9 };
    expect(parseManifest(withHan(han)).locales['en']?.han).toEqual(han);
    expect(parseManifest(aManifest()).locales['en']).not.toHaveProperty('han');
    expect(errorOf(() => parseManifest(withHan({ ...han, role: 'index' })))).toMatchObject({ code: 'pack-missing' });
  });

  it('refuses another analyser as incompatible', () => {
    expect(errorOf(() => parseManifest(aManifest({ analyser: 'other 1' })))).toMatchObject({
      code: 'pack-incompatible',
      details: { analyser: 'other 1' },
    });
  });

  it.each([
    ['a page of HTML', new TextEncoder().encode('<!doctype html>'), 'json'],
    ['nothing', null, 'format'],
    ['a format that is no number', aManifest({ format: '4' }), 'format'],
    ['no analyser', aManifest({ analyser: undefined }), 'analyser'],
    ['no version', aManifest({ version: '' }), 'version'],
    ['no locales', aManifest({ locales: null }), 'locales'],
    ['no list of articles', withLocale({ articles: {} }), 'articles'],
    ['a category without a name', withLocale({ categories: [{ count: 1 }] }), 'name'],
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
      fc.property(fc.jsonValue(), (value) => {
        const result = errorOf(() => parseManifest(value));
        expect(!(result instanceof Error) || isHelpError(result)).toBe(true);
      }),
    );
  });
});
