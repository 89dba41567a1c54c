import { describe, expect, it } from 'vitest';
import { localeOf, localeOfName } from './locale-tag.js';
import { placeOfFile } from './place-of-file.js';

describe('placeOfFile', () => {
  it.each([
    ['en/refund.md', { id: 'refund', locale: 'en' }],
    ['zh-CN/billing/refund.md', { id: 'billing/refund', locale: 'zh-Hans', category: 'billing' }],
    ['pt_br/a/b/c.markdown', { id: 'a/b/c', locale: 'pt-BR', category: 'b' }],
    ['billing/refund.zh-TW.md', { id: 'billing/refund', locale: 'zh-Hant', category: 'billing' }],
    ['faq/refund.md', { id: 'faq/refund', category: 'faq' }],
    ['v1.2/notes.md', { id: 'v1.2/notes', category: 'v1.2' }],
    ['release.v2.md', { id: 'release.v2' }],
    ['billing/en/refund.md', { id: 'billing/en/refund', category: 'en' }],
    ['en.md', { id: 'en' }],
    ['en/a.de.md', { id: 'a', locale: 'en' }],
  ])('places %s', (path, place) => {
    expect(placeOfFile(path)).toEqual(place);
  });
});

describe('locale tags', () => {
  it.each([
    ['zh-cn', 'zh-Hans'],
    ['zh_HK', 'zh-Hant'],
    ['zh-Hans', 'zh-Hans'],
    ['zh', 'zh'],
    ['fil', 'fil'],
    ['es-419', 'es-419'],
    ['faq', null],
    ['qa', null],
    ['images', null],
    ['api-docs', null],
  ])('reads the folder name %s as %s', (name, tag) => {
    expect(localeOfName(name)).toBe(tag);
  });

  it('reads any BCP 47 tag that was written on purpose', () => {
    expect(localeOf('gsw-CH')).toBe('gsw-CH');
    expect(localeOf('not a tag')).toBeNull();
    expect(localeOf('')).toBeNull();
  });
});
