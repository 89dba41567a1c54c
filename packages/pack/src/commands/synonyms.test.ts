import { isHelpError, type ArticleSource } from '@helpkiosk/core';
import { describe, expect, it } from 'vitest';
import { parseSynonyms, withSynonyms } from './synonyms.js';

const anArticle = (title: string, locale = 'en'): ArticleSource => ({ id: title, locale, title, body: '' });
const keywordsOf = (article: ArticleSource, file: string): readonly string[] | undefined =>
  withSynonyms([article], parseSynonyms(file, 's.txt'))[0]!.keywords;

describe('parseSynonyms', () => {
  it('reads groups for all languages and for one', () => {
    expect(parseSynonyms('# ours\nrefund, money back\n\n[zh-CN]\n退款、退钱，返款\n', 's.txt')).toEqual({
      und: [['refund', 'money back']],
      'zh-Hans': [['退款', '退钱', '返款']],
    });
  });

  it('names every line that is none', () => {
    try {
      parseSynonyms('alone\n[no tag!]\na, b\n', 's.txt');
      expect.unreachable();
    } catch (error) {
      expect(isHelpError(error) && error.details.problems?.map(({ path }) => path)).toEqual(['s.txt:1', 's.txt:2']);
    }
  });
});

describe('withSynonyms', () => {
  it('adds the other words of a group', () => {
    expect(keywordsOf(anArticle('Refunds by card'), 'refunds, money back')).toEqual(['refunds', 'money back']);
  });

  it('takes whole words where a script has spaces', () => {
    expect(keywordsOf(anArticle('Department'), 'part, piece')).toBeUndefined();
  });

  it('takes a word within a sentence where it has none', () => {
    expect(keywordsOf(anArticle('如何申请退款', 'zh-Hans'), '[zh]\n退款, 退钱')).toEqual(['退款', '退钱']);
  });

  it('leaves the articles of another language alone', () => {
    expect(keywordsOf(anArticle('Refund', 'fr'), '[en]\nrefund, money back')).toBeUndefined();
  });

  it('looks at headings too', () => {
    const article = { ...anArticle('Money'), body: '# Refund\nSoon.' };
    expect(keywordsOf(article, 'refund, money back')).toContain('money back');
  });
});
