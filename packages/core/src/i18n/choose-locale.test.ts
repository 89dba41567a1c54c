import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { chooseLocale, localeChain } from './choose-locale.js';

const aTag = fc.oneof(
  fc.string(),
  fc.constantFrom('zh-HK', 'en', 'x-y', 'i-klingon', 'und', '-', 'zh_CN', 'en-US-x-twain', 'de-DE-1996-1996'),
  fc.constantFrom(undefined, null, 7, {}) as fc.Arbitrary<unknown> as fc.Arbitrary<string>,
);

describe('localeChain', () => {
  it.each([
    ['zh-HK', ['zh-HK', 'zh-Hant', 'zh', 'en']],
    ['zh-TW', ['zh-TW', 'zh-Hant', 'zh', 'en']],
    ['zh-CN', ['zh-CN', 'zh-Hans', 'zh', 'en']],
    ['zh', ['zh', 'zh-Hans', 'en']],
    ['zh-Hant-HK', ['zh-Hant-HK', 'zh-Hant', 'zh', 'en']],
    ['zh-hans', ['zh-Hans', 'zh', 'en']],
    ['zh_cn', ['zh-CN', 'zh-Hans', 'zh', 'en']],
    ['pt-BR', ['pt-BR', 'pt', 'en']],
    ['en-gb', ['en-GB', 'en']],
    ['en', ['en']],
    ['sr-Latn-RS', ['sr-Latn-RS', 'sr-Latn', 'sr', 'en']],
    ['de-DE-u-co-phonebk', ['de-DE', 'de', 'en']],
    ['es-419', ['es-419', 'es', 'en']],
    ['', ['en']],
    ['not a tag', ['en']],
    ['x-private', ['en']],
  ])('of %s is %j', (tag, chain) => {
    expect(localeChain(tag)).toEqual(chain);
  });

  it('never throws, ends in en, and repeats nothing', () => {
    fc.assert(
      fc.property(aTag, (tag) => {
        const chain = localeChain(tag);
        expect(chain.at(-1)).toBe('en');
        expect(new Set(chain).size).toBe(chain.length);
      }),
    );
  });
});

describe('chooseLocale', () => {
  it.each<[string, string[], string[], string | null]>([
    ['the same tag, whatever its case', ['zh-hk'], ['zh-CN', 'zh-HK'], 'zh-HK'],
    ['the same script before the same language', ['zh-HK'], ['zh-CN', 'zh-TW'], 'zh-TW'],
    ['the script understood', ['zh-Hant'], ['zh', 'zh-HK'], 'zh-HK'],
    ['the script of mainland Chinese', ['zh-CN'], ['zh-TW', 'zh-Hans'], 'zh-Hans'],
    ['the same language rather than nothing', ['zh-HK'], ['en', 'zh-Hans'], 'zh-Hans'],
    ['the language of another region', ['en-AU'], ['de', 'en-GB', 'en-US'], 'en-GB'],
    ['the first wish that can be met', ['fr', 'de-AT', 'en'], ['en', 'de'], 'de'],
    ['the entry as it is written', ['zh-CN'], ['zh_cn'], 'zh_cn'],
    ['a name that is no tag, by itself', ['house style'], ['en', 'House Style'], 'House Style'],
    ['nothing', ['fr'], ['en', 'de'], null],
    ['nothing of nothing', ['en'], [], null],
    ['nothing for nothing', [], ['en'], null],
  ])('finds %s', (_, wanted, available, found) => {
    expect(chooseLocale(wanted, available)).toBe(found);
  });

  it('never throws, and gives an entry of `available` or null', () => {
    fc.assert(
      fc.property(fc.array(aTag), fc.array(aTag), (wanted, available) => {
        expect([...available, null]).toContain(chooseLocale(wanted, available));
      }),
    );
  });
});

describe('localeChain', () => {
  it.each([
    ['sr-ME', ['sr-ME', 'sr-Latn', 'sr', 'en']],
    ['sr', ['sr', 'sr-Cyrl', 'en']],
    ['uz-AF', ['uz-AF', 'uz-Arab', 'uz', 'en']],
    ['zh-AU', ['zh-AU', 'zh-Hant', 'zh', 'en']],
    ['ky-CN', ['ky-CN', 'ky-Arab', 'ky', 'en']],
    ['iw', ['he', 'en']],
    ['de-DE-1996', ['de-DE-1996', 'de-DE', 'de', 'en']],
  ])('knows of %s what only Intl.Locale can tell: %j', (tag, chain) => {
    expect(localeChain(tag)).toEqual(chain);
  });
});
