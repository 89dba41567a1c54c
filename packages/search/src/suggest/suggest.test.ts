import type { ArticleSource, Search } from '@helpkiosk/core';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createLiveSearch } from '../create-live-search.js';
import { fitOf } from './fit.js';
import { foldText } from './fold-text.js';
import { listenFor, readSounds } from './sounds.js';

const live = (...articles: Partial<ArticleSource>[]): Promise<Search> =>
  createLiveSearch(
    articles.map((rest, i) => ({ id: `a${i}`, locale: 'en', title: 'Untitled', body: '', order: i, ...rest })),
  );
const customs = ['Customs papers', 'Wrong customs papers', 'Papers at customs'].map((title) => ({
  title,
  body: 'A parcel.',
}));
const READINGS: Readonly<Record<string, string[]>> = {
  退: ['tui'],
  款: ['kuan'],
  多: ['duo'],
  久: ['jiu'],
  还: ['hai', 'huan'],
};
const han = { readings: (char: string) => READINGS[char] ?? [] };

describe('suggest', () => {
  it('gives words of several documents first, then titles by where they hold the text', async () => {
    expect(await (await live(...customs)).suggest('cu')).toEqual([
      'customs',
      'Customs papers',
      'Wrong customs papers',
      'Papers at customs',
    ]);
  });

  it('finishes the last word only with words that stand together with those before', async () => {
    const search = await live(...customs, ...['Pick', 'Pack', 'Pile'].map((title) => ({ title, body: 'Paint.' })));
    expect(await search.suggest('parcel pa')).toEqual(['parcel papers']);
  });

  it('keeps what was typed before the last word as it was typed', async () => {
    const search = await live(...[1, 2, 3].map((n) => ({ title: `T${n}`, body: 'A parcel arrives.' })));
    expect(await search.suggest('My PARCEL arr')).toEqual([]);
    expect(await search.suggest('PARCEL arr')).toEqual(['PARCEL arrives']);
  });

  it('gives headings', async () => {
    const search = await live(
      { title: 'Parcels', body: '# Customs papers\n\nText.' },
      { title: 'Other', body: '# Pay customs\n\nText.' },
    );
    expect(await search.suggest('custo')).toEqual(['Customs papers', 'Pay customs']);
  });

  it('gives lines with all typed words after the others', async () => {
    const search = await live({ title: 'Papers that customs wants' }, { title: 'The customs papers' });
    expect(await search.suggest('customs pap')).toEqual(['The customs papers', 'Papers that customs wants']);
  });

  it('gives nothing twice, whatever the case, and not what was typed', async () => {
    const search = await live({ title: 'Reset' }, { title: 'RESET' }, { title: 'Réset it' }, { title: 'reset  it' });
    expect(await search.suggest('reset')).toEqual(['Réset it']);
  });

  it('gives no videos', async () => {
    const search = await live({ title: 'Money', videos: [{ url: '/a.mp4', title: 'Refund clip' }] });
    expect(await search.suggest('refu')).toEqual([]);
  });

  it('gives nothing for empty and for pasted text', async () => {
    const search = await live(...customs);
    expect([await search.suggest('  '), await search.suggest('c'.repeat(101))]).toEqual([[], []]);
  });

  it('finishes a Chinese word wherever the text has begun one', async () => {
    const titles = ['如何退款', '退款多久到账', '退款去了哪里'];
    const search = await live(...titles.map((title) => ({ title, locale: 'zh-Hans' })));
    expect(await search.suggest('退', { locale: 'zh' })).toEqual(['退款', '退款多久到账', '退款去了哪里', '如何退款']);
  });

  it('gives words of other languages as titles write them, with their marks', async () => {
    const search = await live(...[1, 2, 3].map((n) => ({ locale: 'de', title: `Rückgabe ${n}`, body: 'Rucksack' })));
    expect(await search.suggest('ruck', { locale: 'de', limit: 2 })).toEqual(['rückgabe', 'Rückgabe 1']);
  });

  it('rejects with the reason of an aborted signal', async () => {
    const call = AbortSignal.abort(new Error('enough'));
    await expect((await live(...customs)).suggest('cu', { signal: call })).rejects.toThrow('enough');
  });

  it('gives at most as many as wanted, each once, whatever is typed', async () => {
    const search = await live(...customs, { title: 'ä̈𝒜 مرحبا 退款' });
    const typed = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.constantFrom('c', 'cu', 'customs ', 'a', '退', 'م', '\ud835', 'papers at cu'),
    );
    await fc.assert(
      fc.asyncProperty(typed, fc.nat(4), async (text, limit) => {
        const given = await search.suggest(text, { limit });
        expect(given.length).toBeLessThanOrEqual(limit);
        expect(new Set(given.map((each) => foldText(each, false))).size).toBe(given.length);
      }),
      { numRuns: 80 },
    );
  });
});

describe('fitOf', () => {
  it.each([
    ['ref', 'refund rules', 'start'],
    ['ref', 'the (refund) rules', 'word'],
    ['ref', 'prerefunded', undefined],
    ['rules ref', 'refund rules', 'words'],
    ['refund', 'refund', undefined],
    ['refund ', 'refund', undefined],
    ['', 'refund', undefined],
    ['款', '退款', 'word'],
    ['2', 'windows 2000', 'word'],
  ])('of %s and %s is %s', (typed, line, fit) => {
    expect(fitOf(typed, line)).toBe(fit);
  });
});

describe('listenFor', () => {
  it.each([
    ['tui', true],
    ['tuik', true],
    ['tuikuanduo', true],
    ['kuan', true],
    ['tk', true],
    ['tkdj', true],
    ['tkdjx', false],
    ['tuikx', false],
    ['ui', false],
  ])('hears %s in 退款多久: %s', (letters, heard) => {
    expect(listenFor(letters, han)('退款多久？')).toBe(heard);
  });

  it('takes other letters as they are, and every reading', () => {
    expect(['wifihuan', 'huanwi', 'hw'].map((letters) => listenFor(letters, han)('还 wi-fi'))).toEqual([
      false,
      true,
      true,
    ]);
  });

  it('takes only letters for sounds', () => {
    expect(['tui kuan', "xi'an", 'lü', 't', 'tui1', '退'].map(readSounds)).toEqual([
      'tuikuan',
      'xian',
      'lv',
      undefined,
      undefined,
      undefined,
    ]);
  });
});
