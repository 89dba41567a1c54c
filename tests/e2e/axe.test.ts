import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { speakPseudo } from '../../scripts/lib/pseudo-rtl.mjs';
import { setStage, type Stage, type VisitOptions } from '../support/stage.js';
import { readAxe, violationsOf, withLooks } from './violations.js';

let stage: Stage;
let axeSource: string;
beforeAll(async () => {
  axeSource = await readAxe();
  stage = await setStage();
});
afterAll(() => stage.close());

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
const languages: { language: string; options: VisitOptions; question: string }[] = [
  { language: 'English', options: { path: '/' }, question: 'customs invoice' },
  { language: 'simplified Chinese', options: { path: '/zh.html' }, question: '发票' },
  { language: 'right to left', options: { before: (page) => speakPseudo(page) }, question: 'customs invoice' },
  {
    language: 'traditional Chinese',
    options: { path: '/zh.html', tag: { 'data-locale': 'zh-Hant' } },
    question: '发票',
  },
];

describe.each(withLooks(languages))('axe in $language, $colorScheme, $width px', (each) => {
  const { colorScheme, options, question, viewport } = each;

  it('finds nothing closed on its page, in home, results, article, picture, topic and contact', async () => {
    const { page, open, search, panel, field, launcher, close } = await stage.visit({
      ...options,
      tag: { ...options.tag, 'data-contact': contact },
      colorScheme,
      viewport,
    });
    const found: Record<string, string[]> = {};
    const back = () => panel.locator('.back').click();
    await launcher.waitFor();
    found['closed'] = await violationsOf(page, axeSource, 'help-kiosk', 'document');
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
      closed: [],
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
