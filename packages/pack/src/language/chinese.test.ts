// Chinese from end to end: packs as they are built, asked as people type.
import type { ArticleSource, Search } from '@helpkiosk/core';
import { openPack } from '@helpkiosk/search';
import { describe, expect, it } from 'vitest';
import { buildPack } from '../build-pack.js';

const opened = async (
  locale: string,
  ...articles: (readonly [id: string, title: string, body: string])[]
): Promise<Search> => {
  const files = await buildPack(articles.map(([id, title, body]): ArticleSource => ({ id, locale, title, body })));
  return openPack(async (name) => files.get(name)!);
};
const simplified = (): Promise<Search> =>
  opened(
    'zh-Hans',
    ['login', '无法登录怎么办', '请检查网络，稍等片刻后重新登录。'],
    ['refund', '申请退款的步骤', '退款会原路退回银行卡。'],
    ['invoice', '发票抬头填错', '发票可以重开一次，样子很漂亮。'],
  );
const traditional = (): Promise<Search> =>
  opened(
    'zh-Hant',
    ['login', '無法登錄怎麼辦', '請檢查網絡後重新登錄。'],
    ['refund', '申請退款的步驟', '退款會原路退回銀行卡。'],
    ['invoice', '發票抬頭填錯', '發票可以重開一次。'],
  );

describe('a pack in simplified characters', () => {
  it.each([
    ['登錄', 'login'],
    ['發票抬頭', 'invoice'],
    ['銀行卡', 'refund'],
  ])('understands a traditional query: %s', async (asked, id) => {
    const { results, didYouMean } = await (await simplified()).query(asked);
    expect([results[0]?.articleId, didYouMean]).toEqual([id, undefined]);
  });

  it.each([
    ['等录', 'login', '登录'],
    ['denglu', 'login', '登录'],
    ['tuikuan', 'refund', '退款'],
    ['fapiao', 'invoice', '发票'],
    ['发漂', 'invoice', '发票'],
  ])('says what was meant by %s', async (asked, id, meant) => {
    const { results, didYouMean } = await (await simplified()).query(asked);
    expect([results[0]?.articleId, didYouMean]).toEqual([id, meant]);
  });
});

describe('a pack in traditional characters', () => {
  it.each([
    ['登录', 'login'],
    ['发票抬头', 'invoice'],
    ['發票抬頭', 'invoice'],
    ['银行卡', 'refund'],
    ['tuikuan', 'refund'],
  ])('understands %s', async (asked, id) => {
    expect((await (await traditional()).query(asked)).results[0]?.articleId).toBe(id);
  });
});

describe('a pack in English', () => {
  it('says what was meant by a word with a slip', async () => {
    const search = await opened(
      'en',
      ['a', 'Connecting a printer', 'Printers are found.'],
      ['b', 'Refunds', 'Five days.'],
    );
    expect(await search.query('pritner connecting')).toMatchObject({ didYouMean: 'printer connecting', results: [{ articleId: 'a' }] }); // prettier-ignore
  });
});
