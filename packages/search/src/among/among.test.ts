import type { ShortText, TextPart } from '@helpkiosk/core';
import { describe, expect, it } from 'vitest';
import { createLiveSearch } from '../create-live-search.js';
import type { LocalSearch } from '../local-search.js';
import { openPack } from '../open-pack.js';
import { demoArticles } from '../testing/demo-articles.js';
import { memoryPack, readFrom } from '../testing/memory-pack.js';
import { languageOf } from '../testing/segmented-words.js';

const anAction = (id: string, title: string, ...keywords: string[]): ShortText => ({
  ...{ kind: 'action', id, title, keywords },
});
const aTicket = (id: string, title: string): ShortText => ({ kind: 'ticket', id, title, line: id });

const english = [
  anAction('order', 'Where is my order?', 'parcel', 'track'),
  anAction('password', 'Reset your password'),
  anAction('bill', 'Copy of an invoice', 'receipt'),
  aTicket('T-1042', 'The refund has not come'),
  aTicket('QS-20391', 'Kettle does not switch off'),
];
const chinese = [
  anAction('order', '查订单进度', '物流'),
  anAction('password', '重置密码'),
  anAction('bill', '补开发票'),
  aTicket('T-1042', '退款还没有到账'),
];
const languages = { 'zh-Hans': languageOf(demoArticles, 'zh-Hans') };
const open = async (): Promise<LocalSearch> =>
  (await openPack(readFrom(memoryPack(demoArticles, { languages })))) as LocalSearch;
const find = async (search: LocalSearch, text: string, among: readonly ShortText[], locale = 'en') =>
  (await search.query(text, { locale, among })).results;
const marked = (parts: readonly TextPart[]): string =>
  parts.map(({ text, hit }) => (hit ? `[${text}]` : text)).join('');

describe('a question among short texts', () => {
  it.each([
    ['where is my order', 'order'],
    ['wher is my ordr', 'order'],
    ['track a parcel', 'order'],
    ['RESET my pässword', 'password'],
    ['passwrod', 'password'],
    ['invoices', 'bill'],
    ['where is my invoice', 'bill'],
    ['receipt', 'bill'],
    ['my refund', 'T-1042'],
    ['t-1042', 'T-1042'],
    ['1042', 'T-1042'],
    ['QS-20391', 'QS-20391'],
    ['the kettle will not switch off', 'QS-20391'],
    ['ketle', 'QS-20391'],
  ])('finds by %s the text %s', async (text, id) => {
    const [first] = await find(await open(), text, english);
    expect(first?.articleId).toBe(id);
  });

  it.each([
    ['查订单', 'order'],
    ['我的订单在哪里', 'order'],
    ['重置密码', 'password'],
    ['怎么补开发票', 'bill'],
    ['退款没到账', 'T-1042'],
    ['1042', 'T-1042'],
  ])('finds by %s the Chinese text %s', async (text, id) => {
    const [first] = await find(await open(), text, chinese, 'zh-CN');
    expect(first?.articleId).toBe(id);
  });

  it.each([
    'where is my phone',
    'how do I get the',
    'is my phone waterproof',
    'not',
    'wher',
    'gift card',
    'cancel a subscription order tomorrow',
    '',
    ' ',
  ])('finds nothing by %j, which shares no more than words that ask, or few of many', async (text) => {
    expect(await find(await open(), text, english)).toEqual([]);
  });

  it('marks what matched, gives kind and language, and guesses nothing', async () => {
    const search = await open();
    const answer = await search.query('refund 1042', { locale: 'en-GB', among: english });
    expect(answer).toMatchObject({ total: 1, guess: false, results: [{ kind: 'ticket', locale: 'en' }] });
    const [{ title, excerpt }] = answer.results as [(typeof answer.results)[number]];
    expect([marked(title), marked(excerpt)]).toEqual(['The [refund] has not come', 'T-[1042]']);
  });

  it('tells an action and a ticket of one id apart', async () => {
    const among = [anAction('1', 'Rename a plan'), aTicket('1', 'Plan will not renew')];
    const [first] = await find(await open(), 'renew', among);
    expect(first).toMatchObject({ kind: 'ticket', articleId: '1' });
  });

  it('answers from the texts of this question alone', async () => {
    const search = await open();
    expect(await find(search, 'refund', english)).toHaveLength(1);
    expect(await find(search, 'refund', english.slice(0, 3))).toEqual([]);
    expect(await find(search, 'refund', [])).toEqual([]);
    const { results } = await search.query('refund', { locale: 'en' });
    expect(results.map(({ kind }) => kind)).not.toContain('ticket');
  });

  it('leaves the answers from the articles as they are', async () => {
    const search = await open();
    const before = await search.query('refund', { locale: 'en' });
    await find(search, 'refund', english);
    expect(await search.query('refund', { locale: 'en' })).toEqual(before);
  });

  it('needs no articles', async () => {
    const search = (await createLiveSearch([])) as LocalSearch;
    expect(await find(search, 'reset pasword', english)).toMatchObject([{ articleId: 'password', locale: 'en' }]);
    expect(await find(search, '订单', chinese, 'zh-Hans')).toMatchObject([{ articleId: 'order' }]);
  });
});
