// What the search knows of slips, sounds and videos, without a network after the first visit; and without the chunk that knows it.
import { beforeAll, afterAll, afterEach, describe, expect, it } from 'vitest';
import { setStage, type Stage } from '../support/stage.js';
import { visitSite } from './offline-site.js';
import { named, PATIENCE, stageOffline } from './offline-stage.js';

describe('off line after the first visit', () => {
  const stage = stageOffline();

  const LANGUAGES = [
    { lang: 'en', slip: 'refnud', title: 'How long a refund takes', spoken: 'melody', said: 'A melody of three notes' },
    { lang: 'zh-Hans', slip: 'denglu', title: '手机无法登录', spoken: '旋律', said: '听到三声旋律' },
  ]; // prettier-ignore

  it.each(LANGUAGES.flatMap((each) => ['', '?worker=off'].map((query) => ({ ...each, query }))))(
    'in $lang $query, $slip is understood, and the words of a video are there to read',
    async ({ lang, query, slip, title, spoken, said }) => {
      await stage.site.publishDemo();
      await stage.firstVisit(`${lang}${query}`);
      expect(named(stage.site.asked())).toContain('recover.js');
      await stage.site.stop();
      const { page, panel, options, open, search, kept, errors } = await visitSite(stage.context, stage.at(`${lang}${query}`));
      await open();
      expect((await kept())!.filter((name) => name.startsWith('han-'))).toHaveLength(lang === 'en' ? 0 : 1);
      await search(slip);
      expect(await options.first().textContent()).toContain(title);
      await search(spoken);
      await options.filter({ hasText: '0:08' }).click();
      await panel.locator('.captions').getByText(said).waitFor();
      expect(await page.locator('help-kiosk').getByRole('alert').count()).toBe(0);
      expect(errors).toEqual([]);
    },
  ); // prettier-ignore
});

describe('without the chunk that knows of slips', () => {
  let stage: Stage;
  beforeAll(async () => void (stage = await setStage()));
  afterEach(() => stage.intercept(null));
  afterAll(() => stage.close());

  const PAGES = [
    {
      path: '/',
      known: 'refund',
      title: 'How long a refund takes',
      slip: 'xrefundx',
      none: 'There is no article on “xrefundx” yet',
    },
    { path: '/zh.html', known: '退款', title: '退款', slip: 'denglu', none: '还没有关于“denglu”的文章' },
  ];
  const PLACES = [
    { where: 'in a worker', tag: {} as Record<string, string> },
    { where: 'on the page itself', tag: { 'data-worker': 'off' } as Record<string, string> },
  ];

  it.each(PAGES.flatMap((each) => PLACES.map((place) => ({ ...each, ...place }))))(
    'on $path, searched $where, $known is found, and $slip is not, which is no failure',
    async ({ path, known, title, slip, none, tag }) => {
      let refused = 0;
      stage.intercept(({ url = '' }, response) => {
        if (!url.endsWith('/recover.js')) return false;
        refused++;
        return Boolean(response.writeHead(404).end());
      });
      const { panel, field, options, open, search, close, console: heard } = await stage.visit({ path, tag });
      await open();
      await search(known);
      expect(await options.first().textContent()).toContain(title);
      await field.fill(slip);
      await panel.getByRole('heading', { name: none }).waitFor();
      await search(known);
      expect(await options.first().textContent()).toContain(title);
      await expect.poll(() => refused, PATIENCE).toBeGreaterThan(0);
      expect(await panel.getByRole('alert').count()).toBe(0);
      expect(heard.filter((line) => /HelpKiosk|pageerror|Uncaught/.test(line))).toEqual([]);
      await close();
    },
  ); // prettier-ignore
});
