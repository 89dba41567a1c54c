import { treeFromPlainText } from '@helpkiosk/core';
import { openPack, type SearchableArticle } from '@helpkiosk/search';
import { describe, expect, it } from 'vitest';
import { addSynonyms, type Synonyms } from './add-synonyms.js';
import { buildPack } from './build-pack.js';

const anArticle = (title: string, locale = 'en'): SearchableArticle => ({
  id: title,
  locale,
  title,
  tree: { v: 1, nodes: [] },
  videos: [],
  related: [],
});
const keywordsOf = (article: SearchableArticle, synonyms: Synonyms): readonly string[] | undefined =>
  addSynonyms(article, synonyms).keywords;

describe('addSynonyms', () => {
  it('adds the other words of a group', () => {
    expect(keywordsOf(anArticle('Refunds by card'), { und: [['refunds', 'money back']] })).toEqual([
      'refunds',
      'money back',
    ]);
  });

  it('takes whole words where a script has spaces', () => {
    expect(keywordsOf(anArticle('Department'), { und: [['part', 'piece']] })).toBeUndefined();
  });

  it('takes a word within a sentence where it has none', () => {
    expect(keywordsOf(anArticle('如何申请退款', 'zh-Hans'), { zh: [['退款', '退钱']] })).toEqual(['退款', '退钱']);
  });

  it('leaves the articles of another language alone', () => {
    expect(keywordsOf(anArticle('Refund', 'fr'), { en: [['refund', 'money back']] })).toBeUndefined();
  });

  it('looks at headings too', () => {
    const article = { ...anArticle('Money'), tree: treeFromPlainText('# Refund\nSoon.') };
    expect(keywordsOf(article, { und: [['refund', 'money back']] })).toContain('money back');
  });

  it('is what a pack is built with', async () => {
    const files = await buildPack([{ id: 'a', locale: 'en', title: 'Refunds', body: 'Soon.' }], {
      synonyms: { en: [['refunds', 'money back']] },
    });
    const search = await openPack(async (name) => files.get(name)!);
    const { results, guess } = await search.query('money back', { locale: 'en' });
    expect([results.map(({ articleId }) => articleId), guess]).toEqual([['a'], false]);
  });
});
