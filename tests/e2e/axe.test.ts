import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { speakPseudo } from '../../scripts/lib/pseudo-rtl.mjs';
import { setStage, type Stage, type VisitOptions } from '../support/stage.js';
import { readAxe, violationsOf } from './violations.js';

let stage: Stage;
let axeSource: string;
beforeAll(async () => {
  axeSource = await readAxe();
  stage = await setStage();
});
afterAll(() => stage.close());

const screens = [
  ['desktop', { width: 1280, height: 800 }],
  ['360 px', { width: 360, height: 740 }],
] as const;
const contact = JSON.stringify({
  email: 'help@example.com',
  phone: '+44 1632 960144',
  links: [
    {
      label: { en: 'Chat app', 'zh-Hans': '微信' },
      url: 'https://example.com/',
      image: '/images/kettle.svg',
    },
  ],
});
const languages: [language: string, visit: VisitOptions, question: string][] = [
  ['English', { path: '/' }, 'customs invoice'],
  ['simplified Chinese', { path: '/zh.html' }, '发票'],
  ['traditional Chinese', { path: '/zh.html', tag: { 'data-locale': 'zh-Hant' } }, '发票'],
  ['right to left', { path: '/', before: (page) => speakPseudo(page) }, 'customs invoice'],
];
const cases = (['light', 'dark'] as const).flatMap((colorScheme) =>
  languages.flatMap(([language, options, question]) =>
    screens.map(([screen, viewport]) => ({
      colorScheme,
      language,
      options,
      question,
      screen,
      viewport,
    })),
  ),
);

describe.each(cases)('axe in $language, $colorScheme, $screen', ({ colorScheme, options, question, viewport }) => {
  const visit = () =>
    stage.visit({
      ...options,
      tag: { ...options.tag, 'data-contact': contact },
      colorScheme,
      viewport,
    });

  it('finds nothing while the panel is closed', async () => {
    const { page, launcher, close } = await visit();
    await launcher.waitFor();
    expect(await violationsOf(page, axeSource)).toEqual([]);
    await close();
  });

  it('finds nothing in home, results, article, picture, topic and contact', async () => {
    const { page, open, search, panel, field, close } = await visit();
    const found: Record<string, string[]> = {};
    const back = () => panel.locator('.back').click();
    await open();
    await panel.locator('.ways').waitFor();
    found['home'] = await violationsOf(page, axeSource);
    await search(question);
    await field.press('ArrowDown');
    await panel.locator('.keys').waitFor();
    found['results'] = await violationsOf(page, axeSource);
    await field.press('Enter');
    await panel.locator('.vote button').nth(1).click();
    await panel.locator('.head-tools button').last().click();
    await panel.locator('.tools').waitFor();
    await panel
      .locator('.article img')
      .first()
      .evaluate((image: HTMLImageElement) => image.decode());
    found['article'] = await violationsOf(page, axeSource);
    await panel.locator('button.picture').first().click();
    await page.locator('help-kiosk .lightbox').waitFor();
    found['picture'] = await violationsOf(page, axeSource);
    await page.keyboard.press('Escape');
    await back();
    await back();
    await panel.locator('.section-head').waitFor();
    await panel.locator('.row').nth(4).click();
    await panel.locator('.row').first().waitFor();
    found['topic'] = await violationsOf(page, axeSource);
    await panel.locator('.ways button').click();
    await panel.locator('.code').waitFor();
    found['contact'] = await violationsOf(page, axeSource);
    expect(found).toEqual({
      home: [],
      results: [],
      article: [],
      picture: [],
      topic: [],
      contact: [],
    });
    await close();
  });
});

it.each([
  ['nothing found', '/', 'xqzvw'],
  ['nothing found', '/zh.html', 'xqzvw'],
])('finds nothing where %s on %s', async (_, path, text) => {
  const { page, open, field, panel, close } = await stage.visit({ path });
  await open();
  await field.fill(text);
  await panel.getByRole('heading', { name: text }).waitFor();
  expect(await violationsOf(page, axeSource)).toEqual([]);
  await close();
});

it('finds nothing in the notice of a failure', async () => {
  stage.intercept(({ url }, response) => url === '/pack/pack.json' && Boolean(response.writeHead(404).end()));
  const { page, launcher, panel, close } = await stage.visit();
  await launcher.click();
  await panel.getByRole('button', { name: 'Try again' }).waitFor();
  expect(await violationsOf(page, axeSource)).toEqual([]);
  stage.intercept(null);
  await close();
});
