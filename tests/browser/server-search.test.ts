import type { HelpAdapter, SearchResult } from '@helpkiosk/core';
import { equal, ok, settle, until } from '../support/check.js';
import { anArticle, mountKiosk, type Kiosk } from '../support/kiosk.js';

const articles = [anArticle('refund', 'Refund times'), anArticle('parcel', 'Lost parcel')];
const onServer: SearchResult = {
  kind: 'article',
  articleId: 'server-refund',
  locale: 'en',
  score: 3,
  title: [
    { text: 'Refund', hit: true },
    { text: ' of a gift card', hit: false },
  ],
  excerpt: [{ text: 'Gift cards are refunded as credit.', hit: false }],
};

describe('an adapter’s search beside the articles of the page', () => {
  let kiosk: Kiosk;
  const codes: string[] = [];
  const start = (search: NonNullable<HelpAdapter['search']>): void => {
    kiosk = mountKiosk({ articles, locale: 'en', adapter: { search } });
    kiosk.help.on('error', ({ code }) => codes.push(code));
  };
  afterEach(() => {
    kiosk.help.destroy();
    codes.length = 0;
  });

  it('adds what the server alone knows, and opens it by what its result says', async () => {
    const asked: unknown[] = [];
    start(async (input) => {
      asked.push(input);
      return [onServer];
    });
    await kiosk.help.open();
    kiosk.type('refund');
    const titles = await kiosk.results('of a gift card');
    ok(titles.some((title) => title.includes('Refund times')), 'the page’s own answer is there too'); // prettier-ignore
    equal(asked, [{ text: 'refund', locale: 'en', limit: 12 }], 'what was asked');
    kiosk.all('[role=option]').find((each) => each.textContent!.includes('of a gift card'))!.click(); // prettier-ignore
    await until(() => kiosk.one('.article')?.textContent?.includes('refunded as credit'), 'the text of the result');
  });

  it('shows the own answer and says nothing where the server fails, and tells the page', async () => {
    start(() => Promise.reject(new Error('the server is away')));
    await kiosk.help.open();
    kiosk.type('refund');
    await kiosk.results('Refund times');
    await until(() => codes.length > 0, 'the event');
    await settle();
    equal(codes, ['network'], 'codes');
    equal(kiosk.all('[role=option]').length, 1, 'results');
    ok(!kiosk.root.textContent!.includes('away'), 'no word of it in the panel');
  });
});
