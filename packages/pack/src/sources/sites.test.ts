import type { ArticleTree } from '@helpkiosk/core';
import { describe, expect, it } from 'vitest';
import { problemLines, readMarkdownFiles } from '../testing/read-files.js';
import { type MarkdownFolder } from './read-markdown-folder.js';

const head = (yaml: string, body = 'Some words'): string => `---\n${yaml}\n---\n${body}`;
const listed = ({ articles }: MarkdownFolder): unknown[] =>
  articles.map(({ locale, id, title, category }) => [locale, id, title, category].filter(Boolean).join(' | '));
const linksOf = ({ articles }: MarkdownFolder, id: string, locale = 'en'): string[] => {
  const body = articles.find((article) => article.id === id && article.locale === locale)!.body as ArticleTree;
  const found = JSON.stringify(body).matchAll(/"tag":"link","(article|href)":"([^"]*)"(?:,"section":"([^"]*)")?/g);
  return [...found].map(
    ([, kind, to, section]) => `${kind === 'href' ? 'away ' : ''}${to!}${section ? `#${section}` : ''}`,
  );
};

describe('readMarkdownFolder, Docusaurus', () => {
  const site = {
    'docs/01-start/01-install.mdx': head(
      'slug: /setup',
      "import A from './a';\n\n<A/> [pay](../billing/pay.md) [pay](/billing/pay#how-to) [old](/setup)",
    ),
    'docs/01-start/02-next.md': head('sidebar_position: 1', '[up](./install)'),
    'docs/01-start/_category_.json': '{"label": "Getting started", "position": 2}',
    'docs/billing/pay.md': '# Pay\n\n## How to\n\nx',
    'docs/billing/_category_.yml': 'label: Money\nposition: 1',
    'docs/03-end/index.md': head('title: The end'),
    'docs/_parts/_snippet.mdx': 'part',
    'i18n/zh-CN/docusaurus-plugin-content-docs/current/billing/pay.md': '# 付款\n\n正文',
    'i18n/zh-CN/docusaurus-plugin-content-docs/current/billing/_category_.json': '{"label": "账单"}',
    'i18n/zh-CN/docusaurus-plugin-content-docs/version-1.0/billing/pay.md': 'old',
    'versioned_docs/version-1.0/billing/pay.md': 'old',
  };

  it('places documents of all languages, without the folder of the content and without numbers', async () => {
    const folder = await readMarkdownFiles(site);
    expect(listed(folder)).toEqual([
      'en | start/install | install | Getting started',
      'en | start/next | next | Getting started',
      'en | end | The end',
      'en | billing/pay | Pay | Money',
      'zh-Hans | billing/pay | 付款 | 账单',
    ]);
    expect(folder.problems).toEqual([]);
    expect(folder.leftOut).toEqual([
      { path: 'docs/_parts/_snippet.mdx', reason: 'is a part of other pages: its name begins with _' },
      {
        path: 'i18n/zh-CN/docusaurus-plugin-content-docs/version-1.0/billing/pay.md',
        reason: 'belongs to an older version of the site',
      },
      { path: 'versioned_docs/version-1.0/billing/pay.md', reason: 'belongs to an older version of the site' },
    ]);
  });

  it('numbers articles through by the order of folders and pages', async () => {
    const { articles } = await readMarkdownFiles(site);
    const english = articles.filter(({ locale }) => locale === 'en');
    expect(english.sort((a, b) => a.order! - b.order!).map(({ id }) => id)).toEqual([
      'billing/pay',
      'start/install',
      'start/next',
      'end',
    ]);
  });

  it('follows links to files, pages, slugs and numbers', async () => {
    const folder = await readMarkdownFiles(site);
    expect(linksOf(folder, 'start/install')).toEqual(['billing/pay', 'billing/pay#how-to', 'start/install']);
    expect(linksOf(folder, 'start/next')).toEqual(['start/install']);
  });
});

describe('readMarkdownFolder, Hugo', () => {
  it('reads bundles, languages as suffixes, TOML heads, weights and refs', async () => {
    const folder = await readMarkdownFiles({
      'content/_index.en.md': head('title: Home', '{{% children %}}'),
      'content/shop/_index.en.md': '+++\ntitle = "Shop"\nweight = 2\nlinkTitle = "S"\n+++\n',
      'content/shop/pay/_index.en.md':
        '+++\ntitle = "Pay"\nweight = 1\ntags = ["card", "cash"]\nlastmod = 2026-05-01\n+++\n[a]({{< ref "ship" >}}) [b](/docs/en/shop/ship/#cost) [c](/docs/en/shop/gone/) [d](/other)',
      'content/shop/ship/_index.en.md': head(
        'title: Ship\naliases: [/old/ship, freight]',
        '## Cost\n[x](/old/ship) [y](../pay/)',
      ),
      'content/shop/ship/_index.de.md': head('title: Versand', '## Kosten\n[z](/docs/en/shop/ship/#cost)'),
      'content/about/_index.en.md': head('title: About\nweight: 1', 'Text'),
      'LICENSE.md': 'free',
    });
    expect(listed(folder)).toEqual([
      'en | about | About',
      'en | shop/pay | Pay | Shop',
      'de | shop/ship | Versand | shop',
      'en | shop/ship | Ship | Shop',
    ]);
    expect(folder.articles[1]).toMatchObject({ keywords: ['card', 'cash'], updatedAt: Date.UTC(2026, 4, 1) });
    expect(linksOf(folder, 'shop/pay')).toEqual(['shop/ship', 'shop/ship#cost', 'away /other']);
    expect(linksOf(folder, 'shop/ship')).toEqual(['shop/ship', 'shop/pay']);
    expect(linksOf(folder, 'shop/ship', 'de')).toEqual(['shop/ship#kosten']);
    expect(problemLines(folder)).toEqual([
      'content/shop/pay/_index.en.md:7 broken link to /docs/en/shop/gone/: there is no article shop/gone',
    ]);
    expect(folder.leftOut.map(({ path, reason }) => `${path} ${reason}`)).toEqual([
      'LICENSE.md is about the project, no help for customers',
      'content/_index.en.md has no text of its own',
      'content/shop/_index.en.md has no text of its own',
    ]);
  });
});

describe('readMarkdownFolder, Starlight and VitePress', () => {
  it('reads languages as folders with the first one at the root, and keeps links in the language', async () => {
    const folder = await readMarkdownFiles(
      {
        'guides/pay.mdx': head(
          'title: Pay\nsidebar:\n  order: 3',
          '[a](/guides/ship/) [b](../ship/) [c](/guides/gone/)',
        ),
        'guides/ship.md': head('title: Ship\npagefind: true'),
        'fr/guides/pay.mdx': head('title: Payer', '[a](/fr/guides/pay/) [b](/fr/guides/ship/)'),
        'guides/hidden.md': head('pagefind: false'),
        'guides/not-yet.md': head('draft: true'),
        '404.md': 'gone',
      },
      { locale: 'en' },
    );
    expect(listed(folder)).toEqual([
      'fr | guides/pay | Payer | guides',
      'en | guides/pay | Pay | guides',
      'en | guides/ship | Ship | guides',
    ]);
    expect(folder.articles[1]!.order).toBe(3);
    expect(linksOf(folder, 'guides/pay')).toEqual(['guides/ship', 'guides/ship']);
    expect(linksOf(folder, 'guides/pay', 'fr')).toEqual(['guides/pay']);
    expect(problemLines(folder)).toEqual([
      'fr/guides/pay.mdx:4 broken link to /fr/guides/ship/: guides/ship.md is not there in fr',
      'guides/pay.mdx:6 broken link to /guides/gone/: there is no article guides/gone',
    ]);
    expect(folder.leftOut).toEqual([
      { path: '404.md', reason: 'is the page for what is not found' },
      { path: 'guides/hidden.md', reason: 'its head says pagefind: false' },
      { path: 'guides/not-yet.md', reason: 'its head says draft: true' },
    ]);
  });

  it('keeps the text before the first heading', async () => {
    const { articles } = await readMarkdownFiles({ 'docs/a.md': 'Before\n\n# Title\n\nAfter' });
    expect(JSON.stringify(articles[0]!.body)).toMatch(/Before.*After/);
    expect(articles[0]).toMatchObject({ id: 'a', title: 'Title' });
  });
});

describe('readMarkdownFolder, MkDocs and Nextra', () => {
  it('reads search.exclude, titles from _meta.json and README pages', async () => {
    const folder = await readMarkdownFiles({
      'docs/README.md': '# Home\n\nText [pay](money/pay.html)',
      'docs/money/pay.md': '# Pay\n\nText',
      'docs/money/out.md': head('search:\n  exclude: true'),
      'docs/_meta.json': '{"index": "Start", "money": {"title": "Money matters"}}',
      'docs/money/_meta.json': 'no json {',
    });
    expect(listed(folder)).toEqual(['en | index | Home', 'en | money/pay | Pay | Money matters']);
    expect(linksOf(folder, 'index')).toEqual(['money/pay']);
    expect(problemLines(folder)[0]).toMatch(/^docs\/money\/_meta\.json:1 /);
  });
});

describe('readMarkdownFolder, Obsidian', () => {
  it('follows wikilinks by name, title and alias, and finds embeds anywhere', async () => {
    const folder = await readMarkdownFiles({
      'Notes/Start here.md': '[[Refunds]] [[notes/Money back|x]] [[Cash#Step two]] [[#Own part]] ![[plan.png]] [[Nowhere]]\n\n## Own part',
      'Notes/Refunds.md': head('aliases: [Cash]', '## Step two\n\nx'),
      'Notes/Money back.md': 'x',
      'attachments/deep/plan.png': new Uint8Array([1]),
    }); // prettier-ignore
    expect(linksOf(folder, 'Notes/Start here')).toEqual([
      'Notes/Refunds',
      'Notes/Money back',
      'Notes/Refunds#step-two',
      'Notes/Start here#own-part',
    ]);
    expect(folder.assets.size).toBe(1);
    expect(problemLines(folder)).toEqual([
      'Notes/Start here.md:1 broken link to Nowhere: there is no page called Nowhere',
    ]);
  });
});

describe('readMarkdownFolder, traps', () => {
  const english =
    'To get your money back you open the order, choose the articles and tell us why you send them back to us.';
  const german =
    'Um Ihr Geld zurückzubekommen, öffnen Sie die Bestellung, wählen die Artikel und sagen uns den Grund dafür.';

  it('tells the language by the text where nothing else does', async () => {
    const files = { 'a.md': english, 'b.md': german, 'c.md': '请先打开订单页面，选择要退的商品', 'd.md': '請先打開訂單頁面，選擇要退的商品', 'e.md': 'お問い合わせの前にご確認ください', 'f.md': '주문을 열고 상품을 고르세요', 'g.md': 'x' }; // prettier-ignore
    const { articles } = await readMarkdownFiles(files);
    expect(articles.map(({ locale }) => locale).slice(0, 6)).toEqual(['en', 'de', 'zh-Hans', 'zh-Hant', 'ja', 'ko']);
    const told = await readMarkdownFiles(files, { locale: 'fr' });
    expect(new Set(told.articles.map(({ locale }) => locale))).toEqual(new Set(['fr']));
  });

  it('reports empty and binary files and reads the others', async () => {
    const folder = await readMarkdownFiles({
      'a.md': '',
      'b.md': head('title: B', '<!-- nothing -->'),
      'c.md': new Uint8Array([35, 0, 1, 2]),
      'd.md': '+++\ntitle = \n+++\nx',
      'e.md': '{\n  "title": "E"\n}\nx',
      'f.md': '{not json}\n\nx',
    });
    expect(folder.articles.map(({ id, title }) => `${id} ${title}`)).toEqual(['d d', 'e E', 'f f']);
    expect(problemLines(folder)).toEqual([
      'a.md:1 has no text: write some, or say draft: true',
      'b.md:4 has no text: write some, or say draft: true',
      'c.md:1 is no text: it has zero bytes',
      'd.md:2 front matter: this line is not understood',
    ]);
  });

  it('names every file once: in the pack, as a problem or as left out', async () => {
    const names = ['a.md', 'b/index.md', 'b/README.md', 'b/_part.md', 'c.zh.md', '_sidebar.md', '404.md', 'd.mdx'];
    const folder = await readMarkdownFiles(Object.fromEntries(names.map((name) => [name, `Words of ${name}`])));
    const named = [...folder.files.values(), ...folder.leftOut.map(({ path }) => path)];
    expect(named.sort()).toEqual([...names].sort());
  });

  it('keeps numbers that are no order, and an index page beside a page of its name', async () => {
    const folder = await readMarkdownFiles({
      '2fa.md': 'x',
      '2024-01-31-news.md': 'x',
      '2024-02-01-more.md': 'x',
      'pay.md': 'x',
      'pay/index.md': 'x',
    });
    expect(folder.articles.map(({ id }) => id)).toEqual([
      '2024-01-31-news',
      '2024-02-01-more',
      '2fa',
      'pay',
      'pay/index',
    ]);
  });

  it('finds images that a site serves from its root, and leaves those of other places', async () => {
    const folder = await readMarkdownFiles({
      'docs/a.md':
        '![one](/img/one.png) ![two](/elsewhere/two.png) ![three](@site/static/img/one.png) ![four](~/gone.png)',
      'static/img/one.png': new Uint8Array([1]),
    });
    expect(JSON.stringify(folder.articles[0]!.body).match(/"src":"[^"]*"/g)).toEqual([
      expect.stringMatching(/asset-/),
      '"src":"/elsewhere/two.png"',
      expect.stringMatching(/asset-/),
    ]);
    expect(problemLines(folder)).toEqual(['docs/a.md:1 missing image ~/gone.png: there is no file ~/gone.png']);
  });

  it('finds a heading whose anchor another site would have written otherwise', async () => {
    const folder = await readMarkdownFiles({
      'a.md': '[x](b.md#_1-prix-ete) [y](b.md#no)',
      'b.md': '## 1. Prix été\n\nx',
    });
    expect(linksOf(folder, 'a')).toEqual(['b#1-prix-été', 'b#no']);
    expect(problemLines(folder)).toEqual(['a.md:1 broken link to b.md#no: b.md has no heading #no']);
  });
});
