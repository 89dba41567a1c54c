import type { ArticleSource, LocalQueryOptions, Search, TextPart } from '@helpkiosk/core';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createLiveSearch } from './create-live-search.js';
import { openPack } from './open-pack.js';
import { demoArticles } from './testing/demo-articles.js';
import { memoryPack, readFrom } from './testing/memory-pack.js';
import { languageOf } from './testing/segmented-words.js';

const joined = (parts: readonly TextPart[]): string => parts.map(({ text }) => text).join('');
const hitsOf = (parts: readonly TextPart[]): string[] => parts.filter(({ hit }) => hit).map(({ text }) => text);
const live = (...articles: Partial<ArticleSource>[]): Promise<Search> =>
  createLiveSearch(articles.map((rest, i) => ({ id: `a${i}`, locale: 'en', title: 'Untitled', body: '', ...rest })));
const languages = { 'zh-Hans': languageOf(demoArticles, 'zh-Hans') };

describe.each([
  ['a live search', () => createLiveSearch(demoArticles)],
  ['a pack', () => openPack(readFrom(memoryPack(demoArticles, { languages })))],
  ['a pack of many files', () => openPack(readFrom(memoryPack(demoArticles, { languages, perFile: 2 })))],
])('%s', (_, open) => {
  it.each([
    ['忘记密码', 'zh-Hans', 'reset-password'],
    ['wrong customs invoice', 'en', 'customs-invoice'],
    ['refnud', 'en', 'refund'],
    ['发票', 'zh-Hans', 'invoice'],
    ['iPhone15 无法登录', 'zh-Hans', 'phone-login'],
    ['报销', 'zh-Hans', 'invoice'],
    ['税', 'zh-Hans', 'invoice'],
    ['RÉFUNDS', 'en', 'refund'],
    ['forgot passw', 'en', 'reset-password'],
  ])('answers %s in %s with %s', async (text, locale, id) => {
    const { results } = await (await open()).query(text, { locale });
    expect(results[0]?.articleId).toBe(id);
  });

  it('marks hits in title and excerpt', async () => {
    const [first] = (await (await open()).query('发票', { locale: 'zh-CN' })).results;
    expect(first).toMatchObject({ locale: 'zh-Hans', category: '订单', kind: 'article' });
    expect(first!.title).toEqual([
      { text: '如何开具', hit: false },
      { text: '发票', hit: true },
    ]);
    expect(hitsOf(first!.excerpt)).toEqual(['发票']);
  });

  it('opens the section that matches best', async () => {
    const [first] = (await (await open()).query('收不到验证码', { locale: 'zh-Hans' })).results;
    expect(first).toMatchObject({ articleId: 'reset-password', sectionId: 'section-1' });
    expect(joined(first!.excerpt)).toBe('请检查垃圾邮件箱，一分钟后重新发送验证码。');
  });

  it('gives an article with its tree and without what only indexing needs', async () => {
    const article = await (await open()).article('invoice', 'zh-Hans');
    expect(article).toMatchObject({ id: 'invoice', title: '如何开具发票', tree: { v: 1 } });
    expect(article).not.toHaveProperty('keywords');
    expect(await (await open()).article('nothing', 'zh-Hans')).toBeNull();
  });

  it('lists contents in the owner’s order', async () => {
    const search = await open();
    const contents = await search.browse({ locale: 'en', limit: 2 });
    expect(contents).toMatchObject({ locale: 'en', total: 5 });
    expect(contents.categories).toEqual([
      { name: 'Account', count: 2 },
      { name: 'Orders', count: 2 },
      { name: 'Shipping', count: 1 },
    ]);
    expect(contents.articles.map(({ id }) => id)).toEqual(['reset-password', 'phone-login']);
    const orders = await search.browse({ locale: 'en', category: 'Orders' });
    expect([orders.total, orders.articles.map(({ id }) => id)]).toEqual([2, ['invoice', 'refund']]);
  });

  it('gives the same answer each time', async () => {
    const search = await open();
    expect(await search.query('invoice', { locale: 'en' })).toEqual(await search.query('invoice', { locale: 'en' }));
  });

  it('rejects after close', async () => {
    const search = await open();
    search.close();
    await expect(search.query('x')).rejects.toMatchObject({ code: 'unavailable', retryable: false });
    await expect(search.browse()).rejects.toMatchObject({ code: 'unavailable' });
  });

  it('rejects with the reason of an aborted signal', async () => {
    const search = await open();
    const signal = AbortSignal.abort();
    await expect(search.query('发票', { signal })).rejects.toBe(signal.reason);
    const controller = new AbortController();
    const running = search.query('发票', { signal: controller.signal });
    controller.abort();
    await expect(running).rejects.toMatchObject({ name: 'AbortError' });
  });
});

describe('query', () => {
  it('offers the corrected words of a query and calls the answer a guess', async () => {
    const search = await createLiveSearch(demoArticles);
    expect(await search.query('refnud', { locale: 'en' })).toMatchObject({ guess: true, didYouMean: 'refund' });
    expect(await search.query('my pasword please', { locale: 'en' })).toMatchObject({
      didYouMean: 'my password please',
    });
  });

  it('offers nothing and is sure where every word is known', async () => {
    const answer = await (await createLiveSearch(demoArticles)).query('wrong customs invoice', { locale: 'en' });
    expect(answer.guess).toBe(false);
    expect(answer).not.toHaveProperty('didYouMean');
  });

  it('is sure of a Chinese question whose key word is found and guesses where one character is', async () => {
    const search = await createLiveSearch(demoArticles);
    expect((await search.query('忘记密码怎么办呢', { locale: 'zh-Hans' })).guess).toBe(false);
    expect((await search.query('天气预报正不正确呢', { locale: 'zh-Hans' })).guess).toBe(true);
  });

  it('does not correct a word that is still being typed', async () => {
    const search = await live({ title: 'passport' }, { title: 'refund' });
    expect(await search.query('passp', { locale: 'en' })).not.toHaveProperty('didYouMean');
  });

  it('takes a word before a joiner as unfinished', async () => {
    const search = await live({ locale: 'fa', title: 'می\u200cخواهم' }, { locale: 'fa', title: 'سلام' });
    expect((await search.query('می\u200c')).total).toBe(1);
  });

  it('takes only the last word as unfinished', async () => {
    const search = await live({ title: 'shipping' }, { title: 'refund' });
    expect((await search.query('ship refund')).results.map(({ articleId }) => articleId)).toEqual(['a1']);
    expect((await search.query('refund ship')).total).toBe(2);
  });

  it('breaks ties by id', async () => {
    const search = await createLiveSearch(
      ['b', 'c', 'a'].map((id) => ({ id, locale: 'en', title: 'Same', body: 'same' })),
    );
    expect((await search.query('same')).results.map(({ articleId }) => articleId)).toEqual(['a', 'b', 'c']);
  });

  it('shows at most the limit and counts all', async () => {
    const search = await live(...Array.from({ length: 12 }, () => ({ title: 'refund' })));
    expect(await search.query('refund')).toMatchObject({ total: 12, results: { length: 8 } });
    expect((await search.query('refund', { limit: 3 })).results).toHaveLength(3);
  });

  it('keeps to the kinds it is asked for', async () => {
    const search = await live({ title: 'refund' }, { title: 'refund', kind: 'action' });
    expect((await search.query('refund', { kinds: ['action'] })).results.map(({ kind }) => kind)).toEqual(['action']);
  });

  it('opens at the top with the summary where only the title matches', async () => {
    const search = await live({ title: 'Refund', summary: 'Money back.', body: 'First.\n\n# Other\n\nSecond.' });
    const [first] = (await search.query('refund')).results;
    expect(first).not.toHaveProperty('sectionId');
    expect(joined(first!.excerpt)).toBe('Money back.');
  });

  it('finds nothing for nothing', async () => {
    const search = await createLiveSearch(demoArticles);
    for (const text of ['', '  ', '!?', '\ud800'])
      expect(await search.query(text)).toEqual({ results: [], total: 0, guess: false });
  });

  it('answers any string with parts that joined are the title', async () => {
    const search = await createLiveSearch(demoArticles);
    const titles = new Set(demoArticles.map(({ title }) => title));
    const text = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 60 }),
      fc.string({ unit: fc.constantFrom('发', '票', '密', '码', 'a', 'invoice', ' ', '\u0301', '15'), maxLength: 20 }),
    );
    await fc.assert(
      fc.asyncProperty(text, fc.constantFrom('zh-Hans', 'en'), async (asked, locale) => {
        const { results } = await search.query(asked, { locale });
        for (const { title } of results) expect(titles).toContain(joined(title));
      }),
    );
  }, 20_000);

  it('answers a query of 100,000 characters', async () => {
    const search = await createLiveSearch(demoArticles);
    expect((await search.query('发票'.repeat(50_000), { locale: 'zh-Hans' })).results[0]?.articleId).toBe('invoice');
  });
});

describe('a brief answer', () => {
  it('is what the index alone tells, and reads no text', async () => {
    const asked: string[] = [];
    const read = readFrom(memoryPack(demoArticles, { languages }));
    const search = await openPack((name, options) => {
      asked.push(name);
      return read(name, options);
    });
    const options: LocalQueryOptions = { locale: 'en', limit: 2, brief: true };
    const brief = await search.query('forgot password', options);
    const [first, second] = brief.results;
    expect(first).toMatchObject({ articleId: 'reset-password', kind: 'article', locale: 'en', excerpt: [] });
    expect(first!.title).toEqual([{ text: expect.any(String) as string, hit: false }]);
    expect(first!.score).toBeGreaterThanOrEqual(second?.score ?? 0);
    expect(brief.results.length).toBeLessThanOrEqual(2);
    expect(asked.filter((name) => name.startsWith('articles'))).toHaveLength(1); // read ahead, and not waited for
    const whole = await search.query('forgot password', { locale: 'en', limit: 2 });
    expect(whole.total).toBe(brief.total);
    expect(joined(whole.results[0]!.excerpt)).not.toBe('');
  });
});

describe('a brief answer to a question with a slip', () => {
  it('does not wait for what mends it, and has it mended once that is there', async () => {
    const search = await openPack(readFrom(memoryPack(demoArticles, { languages })));
    const options: LocalQueryOptions = { locale: 'en', brief: true };
    const first = await search.query('password refnud', options);
    expect(first.didYouMean).toBeUndefined();
    expect(first.results.length).toBeGreaterThan(0);
    const whole = await search.query('password refnud', { locale: 'en' });
    expect(whole.didYouMean).toBe('password refund');
    expect((await search.query('password refnud', options)).didYouMean).toBe('password refund');
  });
});

describe('suggest', () => {
  it('completes titles: those that begin with the text before those that hold it', async () => {
    const search = await live({ title: 'Track a refund' }, { title: 'Refund rules' }, { title: 'Prerefunded' });
    expect(await search.suggest('réf')).toEqual(['Refund rules', 'Track a refund']);
    expect(await search.suggest('')).toEqual([]);
  });

  it('completes Chinese anywhere', async () => {
    expect(await (await createLiveSearch(demoArticles)).suggest('发票', { locale: 'zh' })).toEqual(['如何开具发票']);
  });
});

describe('locales', () => {
  it('takes the nearest locale, then the first', async () => {
    const search = await createLiveSearch(demoArticles);
    const localeFor = async (locale: string) => (await search.browse({ locale })).locale;
    expect(search.locales()).toEqual(['zh-Hans', 'en']);
    expect(await localeFor('en-GB')).toBe('en');
    expect(await localeFor('zh-HK')).toBe('zh-Hans');
    expect(await localeFor('fr')).toBe('zh-Hans');
  });

  it('answers with nothing where there is no article at all', async () => {
    const search = await createLiveSearch([]);
    expect(await search.query('x')).toMatchObject({ total: 0 });
    expect(await search.browse()).toMatchObject({ total: 0, categories: [] });
  });
});
