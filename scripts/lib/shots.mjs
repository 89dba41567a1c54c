// What the screenshots show: the views and the way to each, the languages, and readers whose screens are not like others.
import { bundleScenes } from '../../tests/support/bundle-scenes.mjs';
import { speakPseudo } from './pseudo-rtl.mjs';

/** Page, locale of the words, and a question that finds something, a mistyped one, for each language. */
export const LANGUAGES = {
  en: { path: '', question: 'wrong customs invoice', slip: 'refnud' },
  'zh-Hans': { path: 'zh.html', question: '海关发票', slip: 'refnud' },
  'zh-Hant': { path: 'zh.html', locale: 'zh-Hant', question: '海关发票', slip: 'refnud' },
  rtl: { path: '', question: 'wrong customs invoice', slip: 'refnud', pseudo: true },
};

const GERMAN = 'Umsatzsteuer-Identifikationsnummernbescheinigungsverfahren und Zollabfertigungsunterlagen';
const HAN =
  '寄往海外的包裹在海关清关时被要求补充发票与购买凭证但订单页面里找不到下载入口或者文件上的姓名金额有误时应该怎么办理才最快';

/** Readers whose screens are not like others; each goes through every view. `change` works on the page before it loads, or after. */
export const SPECIAL = {
  'text-200': { change: { css: 'html { font-size: 200% }' } },
  '320px': { viewport: { width: 320, height: 568 }, hasTouch: true, isMobile: true },
  '320px-text-200': { viewport: { width: 320, height: 568 }, change: { css: 'html { font-size: 200% }' } },
  'forced-colours': { forcedColors: 'active' },
  'long-german': { change: { titles: GERMAN } },
  'long-chinese': { change: { titles: HAN }, language: 'zh-Hans' },
};

const CONTACT = {
  email: 'help@example.com',
  phone: '+44 1632 960144',
  links: [
    {
      label: { en: 'WeChat', 'zh-Hans': '微信客服', 'zh-Hant': '微信客服' },
      url: 'https://example.com/wechat',
      image: 'images/code.svg',
    },
    { label: { en: 'Help forum', 'zh-Hans': '帮助社区', 'zh-Hant': '討論區' }, url: 'https://example.com/forum' },
  ],
};

/** A page of the demo as one visitor sees it. */
export async function visit(browser, base, { language, change = {}, context: options }) {
  const { path, locale, pseudo } = LANGUAGES[language];
  const context = await browser.newContext(options);
  const page = await context.newPage();
  if (pseudo) await speakPseudo(page);
  if (change.titles) await page.route('**/long.json', (route) => route.fulfill({ json: longArticles(change.titles) }));
  await page.route('**/images/code.svg', (route) => route.fulfill({ contentType: 'image/svg+xml', body: drawCode() }));
  await page.route(`${base}/${path}`, async (route) => {
    const response = await route.fetch();
    const html = (await response.text())
      .replace(/data-pack="[^"]*"/, (pack) => (change.titles ? 'data-articles="/long.json"' : pack))
      .replace('data-name=', `${locale ? `data-locale="${locale}" ` : ''}data-deep-links="true" data-name=`)
      .replace(/"contact": \{[^}]*\}/, `"logo": "favicon.svg", "contact": ${JSON.stringify(CONTACT)}`);
    await route.fulfill({ response, body: html });
  });
  await page.goto(`${base}/${path}`);
  if (change.css) await page.addStyleTag({ url: `${base}/shop.css` }).catch(() => {});
  if (change.css)
    await page.evaluate((css) => {
      const sheet = new CSSStyleSheet();
      sheet.replaceSync(css);
      document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet];
    }, change.css);
  await page.waitForSelector('[part=launcher]');
  return { page, close: () => context.close() };
}

/** Articles of a page's own whose titles and topics are all as long as `title`. */
const longArticles = (title) =>
  ['customs-invoice', 'customs-clearance', 'refund-times'].map((id, place) => ({
    id,
    locale: /\p{Script=Han}/u.test(title) ? 'zh-Hans' : 'de',
    title: `${title} ${place + 1}`,
    category: title,
    body: {
      v: 1,
      nodes: [
        { tag: 'p', children: [`${title}: wrong customs invoice, refund, 海关发票.`] },
        { tag: 'image', src: 'images/kettle.svg', alt: title },
        { tag: 'h2', id: 'more', children: [title] },
      ],
    },
  }));

/** A picture that looks like a code to scan, and is none. */
function drawCode() {
  const cells = Array.from({ length: 21 * 21 }, (_, place) => [place % 21, Math.floor(place / 21)])
    .filter(([x, y]) => (x * 7 + y * 13 + x * y) % 5 < 2)
    .map(([x, y]) => `M${x} ${y}h1v1h-1z`);
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 21 21" width="420" height="420"><path d="${cells.join('')}"/></svg>`;
}

async function open(page, until = '.row') {
  await page.click('[part=launcher]');
  await page.waitForSelector(until);
}

async function type(page, text) {
  await page.fill('input[role=combobox]', text);
}

async function read(page, articleId = 'customs-invoice') {
  await page.evaluate((id) => window.HelpKiosk('article', id), articleId);
  await page.waitForSelector('.article .view-title');
  await page.waitForSelector('.vote');
}

let scenes;
/** One of the views of waiting with states by hand, in a frame like the panel's: see tests/support/waiting-scene.ts. */
const scene = (view, state) => async (page, language) => {
  await page.evaluate(await (scenes ??= bundleScenes()));
  const shown = {
    view,
    state,
    locale: language === 'rtl' ? 'en' : language,
    direction: language === 'rtl' ? 'rtl' : 'ltr',
    theme: 'auto',
  };
  await page.evaluate((each) => window.showWaiting(each), shown);
  await page.evaluate(() => innerWidth < 480 && window.HelpKiosk('hide')); // a sheet covers it
};

/** What leads to each view, from the page as it was loaded. */
export const VIEWS = {
  launcher: async () => {},
  home: (page) => open(page),
  'home-recent': async (page, language) => {
    await open(page);
    for (const text of [LANGUAGES[language].slip, LANGUAGES[language].question]) {
      await type(page, text);
      await page.waitForSelector('[role=option]');
      await page.keyboard.press('Enter');
      await page.waitForSelector('.view-title');
      await page.click('.back');
      await page.waitForSelector('[role=option]');
    }
    await page.click('.back');
    await page.waitForSelector('.section-head');
    await page.evaluate(() =>
      document.querySelector('help-kiosk').shadowRoot.querySelector('.section-head').scrollIntoView(),
    );
  },
  results: async (page, language) => {
    await open(page);
    await type(page, LANGUAGES[language].question);
    await page.waitForSelector('[role=option]');
    await page.keyboard.press('ArrowDown');
  },
  mended: async (page, language) => {
    await open(page);
    await type(page, LANGUAGES[language].slip);
    await page.waitForSelector('[role=option]');
  },
  empty: async (page) => {
    await open(page);
    await type(page, 'qqq');
    await page.waitForSelector('.empty');
  },
  category: async (page) => {
    await open(page);
    await page.locator('.section').last().locator('.row').first().click();
    await page.waitForSelector('.back');
    await page.waitForSelector('.row');
  },
  article: async (page) => {
    await read(page);
    await page.waitForSelector('.article img');
  },
  'article-menu': async (page) => {
    await read(page);
    await page.click('.head-tools button:last-child');
    await page.click('.size-1');
  },
  'article-wide': async (page) => {
    await read(page);
    await page
      .locator('.widen')
      .click({ timeout: 2000 })
      .catch(() => {}); // a phone has none
  },
  'article-end': async (page) => {
    await read(page);
    await page.locator('.vote button').nth(1).click();
    await page.waitForSelector('.vote p');
    await page.evaluate(() => document.querySelector('help-kiosk').shadowRoot.querySelector('.ways').scrollIntoView());
  },
  picture: async (page) => {
    await read(page);
    await page.click('button.picture');
    await page.waitForSelector('.lightbox img');
  },
  video: async (page) => {
    await read(page);
    await page.waitForSelector('.poster', { timeout: 3000 }).catch(() => {}); // articles of the page's own have none
  },
  'video-playing': async (page) => {
    await read(page);
    await page.click('.poster', { timeout: 3000 }).catch(() => {});
    await page.waitForSelector('.captions [aria-current]', { timeout: 6000 }).catch(() => {});
  },
  contact: async (page) => {
    await page.evaluate(() => window.HelpKiosk('open', 'contact'));
    await page.waitForSelector('.channels');
  },
  missing: async (page) => {
    await page.evaluate(() => window.HelpKiosk('article', 'nope'));
    await page.waitForSelector('.notice');
  },
  loading: async (page) => {
    await page.route(/(pack|long)\.json$/, () => {});
    await page.click('[part=launcher]');
    await page.waitForSelector('.skeleton');
    await page.waitForTimeout(600);
  },
  error: async (page) => {
    await page.route(/(pack|long)\.json$/, (route) => route.abort());
    await open(page, '.notice');
  },
  offline: async (page) => {
    await open(page);
    await page.context().setOffline(true);
    await page.waitForSelector('.strip');
  },
  'waiting-soon': scene('waiting', 'soon'),
  'waiting-range': scene('waiting', 'range'),
  'waiting-risen': scene('waiting', 'risen'),
  'waiting-past': scene('waiting', 'past'),
  'waiting-unknown': scene('waiting', 'unknown'),
  'waiting-stale': scene('waiting', 'stale'),
  'waiting-far': scene('waiting', 'far'),
  'waiting-turn': scene('waiting', 'turn'),
  'waiting-left': scene('waiting', 'left'),
  'status-open': scene('status', 'open'),
  'status-outage': scene('status', 'outage'),
  'status-closed': scene('status', 'closed'),
  'status-home': scene('home', 'outage'),
  promise: scene('promise', 'open'),
};
