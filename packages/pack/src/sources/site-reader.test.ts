import { textOf } from '@helpkiosk/core';
import { describe, expect, it } from 'vitest';
import { nodesOfArticle, problemLines, readFiles } from '../testing/read-files.js';

const page = (body: string, head = '', attributes = ''): string =>
  `<!doctype html><html ${attributes}><head><meta charset="utf-8">${head}</head><body>${body}</body></html>`;

describe('readSources, saved pages', () => {
  it('reads the facts of a page', async () => {
    const reading = await readFiles({
      'help/refunds.html': page(
        '<main><h1>Refunds</h1><p>Money comes back.</p></main>',
        '<title>Refunds | Paper Boat</title><meta name="description" content="How  refunds work"><meta name="keywords" content="money back, 退款">' +
          '<link rel="canonical" href="https://boat.example/help/refunds"><meta property="article:modified_time" content="2026-11-12T08:00:00Z"><meta property="article:section" content="Payments">',
        'lang="en"',
      ),
    });
    expect(problemLines(reading)).toEqual([]);
    expect(reading.articles).toEqual([
      {
        id: 'help/refunds',
        locale: 'en',
        title: 'Refunds',
        summary: 'How refunds work',
        keywords: ['money back', '退款'],
        category: 'Payments',
        url: 'https://boat.example/help/refunds',
        updatedAt: Date.UTC(2026, 10, 12, 8),
        body: { v: 1, nodes: [{ tag: 'p', children: ['Money comes back.'] }] },
      },
    ]);
  });

  it('tells the language of a page that nothing names by its text', async () => {
    const body = '<main><h1>怎么退款</h1><p>三天内到账，请联系客服。</p></main>';
    const locales = async (files: Record<string, string>, locale?: string): Promise<string[]> =>
      (await readFiles(files, locale ? { locale } : {})).articles.map((article) => article.locale);
    expect(await locales({ 'a.html': page(body), 'b.html': page(body, '', 'lang="ja"') })).toEqual(['zh-Hans', 'ja']);
    expect(await locales({ 'a.html': page(body) }, 'en')).toEqual(['en']);
  });

  it('takes the article alone: no menus, bars, paths, links to edit', async () => {
    const article =
      '<article><header><h1>Log in</h1><p>Lead</p></header><p>Press the key.</p><aside>Mind this</aside></article>';
    const around =
      '<a class="skip-link" href="#c">Skip</a><header>Logo</header><nav>Menu</nav><div class="cookie-banner">Cookies</div>';
    const after =
      '<a href="/edit/x" rel="edit">Edit this page</a><div class="pagination-nav">Next</div><footer>Imprint</footer>';
    const reading = await readFiles({
      'a.html': page(`${around}<main><ul class="breadcrumbs"><li>Home</li></ul>${article}${after}</main>`),
      'b.html': page(`${around}<div role="main">${article}<div class="toc">On this page</div></div>${after}`),
      'c.html': page(`${around}<div><div itemprop="articleBody">${article}</div></div>${after}`),
      'd.html': page(`${around}<div class="wrap"><div class="list"><a href=x>One</a><a href=y>Two</a></div><div>${article}</div></div><div>© Boat</div>`), // prettier-ignore
    });
    for (const id of ['a', 'b', 'c', 'd'])
      expect(textOf(nodesOfArticle(reading, id))).toBe('Lead Press the key. Mind this');
  });

  it('takes the densest block where nothing is marked, and never half of a plain one', async () => {
    const text = 'Plain words of an article that goes on for a while. '.repeat(8);
    const reading = await readFiles({
      'old.html': page(
        `<table><tr><td><a href=1>One</a> <a href=2>Two</a></td><td><h1>Old</h1><p>${text}</p></td></tr></table>`,
      ),
      'plain.html': `<h1>Plain</h1><p>Short.</p><div>${text}</div>`,
    });
    expect(textOf(nodesOfArticle(reading, 'old'))).toBe(text.trim());
    expect(textOf(nodesOfArticle(reading, 'plain'))).toBe(`Short. ${text.trim()}`);
  });

  it('takes the title from the heading, else from the head without the name of the site', async () => {
    const reading = await readFiles({
      'a.html': page('<main><p>x</p></main>', '<title>Ship a parcel - Paper Boat Help</title>'),
      'b.html': page('<main><p>x</p></main>', '<title>Pay - later - Paper Boat Help</title>'),
      'c.html': page(
        '<main><h1>Own <small>title</small></h1><p>x</p></main>',
        '<title>Other - Paper Boat Help</title>',
      ),
      'd.html': page('<main><p>x</p></main>'),
    });
    expect(reading.articles.map(({ title }) => title)).toEqual(['Ship a parcel', 'Pay - later', 'Own title', 'd']);
  });

  it('tells the language by the page, the folder, the option', async () => {
    const reading = await readFiles(
      {
        'de/a.html': page('<p>x</p>'),
        'b.html': page('<p>x</p>', '', 'lang="zh-CN"'),
        'c.html': page('<p>x</p>'),
        'fr/d.html': page('<p>x</p>', '', 'lang="fr-FR"'),
        'e.html': page('<p>x</p>', '', 'lang="ja-JP"'),
      },
      { locale: 'ja' },
    );
    expect(Object.fromEntries(reading.articles.map(({ id, locale }) => [id, locale]))).toEqual({
      a: 'de',
      b: 'zh-Hans',
      c: 'ja',
      d: 'fr',
      e: 'ja',
    });
  });

  it('makes article links of links between pages, however they are written', async () => {
    const head = (name: string): string => `<link rel="canonical" href="https://boat.example/help/${name}">`;
    const reading = await readFiles({
      'boat.example/help/a.html': page(
        '<main><p id="top"><a href="b.html#sec">1</a> <a href="/help/b">2</a> <a href="https://boat.example/help/b.html?x=1">3</a> <a href="sub/">4</a> <a href="#here">5</a>' +
          ' <a href="#top">6</a> <a href="gone.html">7</a> <a href="https://o.example/">8</a> <a href="mailto:a@b.example">9</a></p><h2>Here</h2><p id="here">x</p></main>',
        head('a'),
      ),
      'boat.example/help/b.html': page('<main><section id="sec"><h2>Sec</h2><p>x</p></section></main>', head('b')),
      'boat.example/help/sub/index.html': page('<main><p><a href="../gone.html">g</a><a href="/x">h</a></p></main>'),
    });
    expect(nodesOfArticle(reading, 'help/a')[0]).toEqual({
      tag: 'p',
      children: [
        { tag: 'link', article: 'help/b', section: 'sec', children: ['1'] },
        ' ',
        { tag: 'link', article: 'help/b', children: ['2'] },
        ' ',
        { tag: 'link', article: 'help/b', children: ['3'] },
        ' ',
        { tag: 'link', article: 'help/sub', children: ['4'] },
        ' ',
        { tag: 'link', article: 'help/a', section: 'here', children: ['5'] },
        ' ',
        '6',
        ' ',
        { tag: 'link', href: 'https://boat.example/help/gone.html', children: ['7'] },
        ' ',
        { tag: 'link', href: 'https://o.example/', children: ['8'] },
        ' ',
        { tag: 'link', href: 'mailto:a@b.example', children: ['9'] },
      ],
    });
    expect(problemLines(reading)).toEqual([
      'boat.example/help/sub/index.html:1 broken link to ../gone.html: there is no such page',
    ]);
  });

  it('takes pictures of the folder into the pack and names the others', async () => {
    const reading = await readFiles({
      'help/a.html': page(
        '<main>\n<p>x</p>\n<img src="../img/one%20two.png" alt="A"><img src="/img/one two.png" alt="B">\n<img src="no.png" alt="C"> <img src="https://cdn.example/x.png" alt="D"></main>',
      ),
      'img/one two.png': new Uint8Array([1, 2, 3]),
    });
    expect(reading.assets.size).toBe(1);
    const [name] = [...reading.assets.keys()];
    expect(JSON.stringify(nodesOfArticle(reading, 'help/a')).split(`"src":"${name}"`)).toHaveLength(3);
    expect(textOf(nodesOfArticle(reading, 'help/a'))).toBe('x A B C D');
    expect(problemLines(reading)).toEqual([
      'help/a.html:1 1 image lies on https://cdn.example: not shown unless saved beside the file or the origin is allowed (imageOrigins)',
      'help/a.html:4 missing image no.png: there is no file help/no.png',
    ]);
  });

  it('lets a sitemap say which pages count, in which order, and when they changed', async () => {
    const reading = await readFiles({
      'sitemap.xml':
        '<?xml version="1.0"?><urlset><url><loc>https://boat.example/b.html</loc><lastmod>2026-01-02</lastmod></url><url>\n<loc>https://boat.example/</loc></url><url><loc>https://boat.example/gone</loc></url></urlset>',
      'index.html': page('<p>home</p>'),
      'b.html': page('<p>b</p>'),
      'old.html': page('<p>old</p>'),
    });
    expect(reading.articles.map(({ id, order, updatedAt }) => [id, order, updatedAt])).toEqual([
      ['b', 1, Date.UTC(2026, 0, 2)],
      ['index', 2, undefined],
    ]);
    expect(problemLines(reading)).toEqual(['old.html:1 is left out: the sitemap does not name it']);
  });

  it('follows a sitemap of sitemaps, and finds language folders below that of the host', async () => {
    const url = (path: string): string => `<url><loc>https://boat.example/${path}</loc></url>`;
    const reading = await readFiles({
      'boat.example/sitemap.xml':
        '<sitemapindex><sitemap><loc>https://boat.example/sitemap-zh.xml</loc></sitemap><sitemap><loc>https://boat.example/sitemap-en.xml</loc></sitemap></sitemapindex>',
      'boat.example/sitemap-en.xml': `<urlset>${url('en/a/')}</urlset>`,
      'boat.example/sitemap-zh.xml': `<urlset>${url('zh-CN/b/')}${url('zh-CN/a/')}</urlset>`,
      'boat.example/en/a/index.html': page('<p>a</p>'),
      'boat.example/zh-CN/a/index.html': page('<p>甲</p>'),
      'boat.example/zh-CN/b/index.html': page('<p>乙</p>'),
    });
    expect(problemLines(reading)).toEqual([]);
    expect(reading.articles.map(({ id, locale, order }) => [id, locale, order])).toEqual([
      ['b', 'zh-Hans', 1],
      ['a', 'zh-Hans', 2],
      ['a', 'en', 3],
    ]);
  });

  it('reads one of two pages that are the same article', async () => {
    const reading = await readFiles({ 'a.html': page('<p>one</p>'), 'a/index.html': page('<p>two</p>') });
    expect(textOf(nodesOfArticle(reading, 'a'))).toBe('one');
    expect(problemLines(reading)).toEqual([
      'a/index.html:1 is the same article as a.html (a in en): rename one of them',
    ]);
  });

  it('names every page that it leaves out', async () => {
    const reading = await readFiles({
      '404.html': page('<p>nothing here</p>'),
      'app.html': page('<div id="root"></div><script>start()</script>'),
      'good.html': page('<p>good</p>'),
      'hidden.html': page('<p>x</p>', '<meta name="robots" content="noindex, follow">'),
      'moved.html': page('<p>x</p>', '<meta http-equiv="refresh" content="0; url=good.html">'),
      'layout.html': '{{ define "main" }}<p>x</p>{{ end }}',
      'deep.html': page(`<main>${'<ul><li>'.repeat(40)}x</main>`),
      'long.html': page(`<main><p>${'字'.repeat(30_000)}</p></main>`),
      'binary.html': new Uint8Array([60, 112, 62, 0, 0, 0, 255, 1]),
    });
    expect(reading.articles.map(({ id }) => id)).toEqual(['good']);
    expect(problemLines(reading)).toEqual([
      '404.html:1 is left out: it is the page for addresses that do not exist',
      'app.html:1 is left out: it has no words without its scripts',
      'binary.html:1 is no text: it has bytes that no page has',
      expect.stringMatching(/^deep\.html:1 lists, quotes or marks nest \d+ levels deep, and 32 are allowed/),
      'hidden.html:1 is left out: it asks search engines not to list it (noindex)',
      'layout.html:1 is left out: it is the template of a site, not a page of it',
      expect.stringMatching(/^long\.html:1 the text has 90000 bytes/),
      'moved.html:1 is left out: it only leads on to good.html',
    ]);
  });

  it('reads pages in the encoding that they declare', async () => {
    const gbk = new Uint8Array([...new TextEncoder().encode('<meta charset="gb2312"><h1>'), 0xcd, 0xcb, 0xbf, 0xee, ...new TextEncoder().encode('</h1><p>ok')]); // prettier-ignore
    expect((await readFiles({ 'a.html': gbk })).articles[0]).toMatchObject({ title: '退款' });
  });
});
