import type { ArticleNode } from '@helpkiosk/core';
import { describe, expect, it } from 'vitest';
import { compileHtml, compileHtmlSource } from './compile-html.js';

const nodesOf = (source: string, options?: Parameters<typeof compileHtml>[1]): readonly ArticleNode[] =>
  compileHtml(source, options).nodes;
const p = (...children: ArticleNode[]): ArticleNode => ({ tag: 'p', children });

describe('compileHtml', () => {
  it('makes paragraphs of loose text, of block elements and of two breaks', () => {
    expect(nodesOf('One<div>two<p>three</p></div>four<br><br>five<br>six')).toEqual([
      p('One'),
      p('two'),
      p('three'),
      p('four'),
      p('five', { tag: 'br' }, 'six'),
    ]);
  });

  it('keeps the marks of a line and leaves the words of others', () => {
    const source =
      '<p><b>b</b> <i>i</i> <s>s</s> <kbd>K</kbd> <samp>c</samp> x<sup>2</sup> H<sub>2</sub> <mark>m</mark> <u>u</u> <span style="color:red">t</span></p>';
    expect(nodesOf(source)).toEqual([
      p(
        { tag: 'strong', children: ['b'] },
        ' ',
        { tag: 'em', children: ['i'] },
        ' ',
        { tag: 'del', children: ['s'] },
        ' ',
        { tag: 'kbd', children: ['K'] },
        ' ',
        { tag: 'code', children: ['c'] },
        ' x',
        { tag: 'sup', children: ['2'] },
        ' H',
        { tag: 'sub', children: ['2'] },
        ' ',
        { tag: 'mark', children: ['m'] },
        ' u t',
      ),
    ]);
  });

  it('carries marks and links over the blocks that they hold', () => {
    expect(nodesOf('<b>a<p>b</p>c</b><a href="/x"><div>d</div><div>e</div></a>')).toEqual([
      p({ tag: 'strong', children: ['a'] }),
      p({ tag: 'strong', children: ['b'] }),
      p({ tag: 'strong', children: ['c'] }),
      p({ tag: 'link', href: '/x', children: ['d'] }),
      p({ tag: 'link', href: '/x', children: ['e'] }),
    ]);
  });

  it('gives headings three levels and their anchors, the author first', () => {
    const source =
      '<h1>A</h1><h2 id="own">B</h2><h3><a name="inner"></a>C</h3><section id="around"><h4>D</h4></section><h6>D d</h6>';
    expect(nodesOf(source)).toEqual([
      { tag: 'h2', id: 'a', children: ['A'] },
      { tag: 'h2', id: 'own', children: ['B'] },
      { tag: 'h3', id: 'inner', children: ['C'] },
      { tag: 'h4', id: 'around', children: ['D'] },
      { tag: 'h4', id: 'd-d', children: ['D d'] },
    ]);
  });

  it('takes the link of a heading to itself away, and keeps its words', () => {
    const source = '<h2 id="a">One<a href="#a" class="hash">¶</a></h2><h2><a href="#b">Two</a></h2>';
    expect(nodesOf(source)).toEqual([
      { tag: 'h2', id: 'a', children: ['One'] },
      { tag: 'h2', id: 'two', children: ['Two'] },
    ]);
  });

  it('tells the section of every id', () => {
    const { sections } = compileHtmlSource(
      '<p id="top">x</p><h2>H</h2><table><tr id="row"><td id="c">1<td>2</table><p>y<a name="z"></a><h2>I <a name="in">i</a></h2>k',
    );
    expect([...sections]).toEqual([
      ['top', null],
      ['row', 'h'],
      ['c', 'h'],
      ['in', 'in'],
      ['z', 'in'],
    ]);
  });

  it('builds lists with what stands between their items', () => {
    const source =
      '<ol start="3"><li>a<ul><li><p>b</p></li></ul><ul><li>loose</li></ul><li><p>c</p><p>d</p></ol><ul><li><input type="checkbox" checked> done<li><label><input type=checkbox> open</label></ul>';
    expect(nodesOf(source)).toEqual([
      {
        tag: 'ol',
        start: 3,
        children: [
          {
            tag: 'li',
            children: [
              'a',
              { tag: 'ul', children: [{ tag: 'li', children: ['b'] }] },
              { tag: 'ul', children: [{ tag: 'li', children: ['loose'] }] },
            ],
          },
          { tag: 'li', children: [p('c'), p('d')] },
        ],
      },
      {
        tag: 'ul',
        children: [
          { tag: 'li', checked: true, children: ['done'] },
          { tag: 'li', checked: false, children: ['open'] },
        ],
      },
    ]);
    expect(nodesOf('<ul><li>a</li><ul><li>b</li></ul></ul>')).toEqual([
      {
        tag: 'ul',
        children: [{ tag: 'li', children: ['a', { tag: 'ul', children: [{ tag: 'li', children: ['b'] }] }] }],
      },
    ]);
  });

  it('keeps spans and alignment of tables, and empty cells', () => {
    const source =
      '<table><caption>Prices</caption><thead><tr><th colspan="2" align="right">H</th></tr></thead><tr><td rowspan=2 style="text-align:center">a<td></tr></table>';
    expect(nodesOf(source)).toEqual([
      {
        tag: 'figure',
        children: [
          { tag: 'caption', children: ['Prices'] },
          {
            tag: 'table',
            children: [
              { tag: 'row', children: [{ tag: 'headcell', align: 'end', colspan: 2, children: ['H'] }] },
              {
                tag: 'row',
                children: [{ tag: 'cell', align: 'center', rowspan: 2, children: ['a'] }, { tag: 'cell' }],
              },
            ],
          },
        ],
      },
    ]);
  });

  it('gives the content of a table that only lays out', () => {
    expect(nodesOf('<table role="presentation"><tr><td>a</td><td><p>b</p></td></tr></table>')).toEqual([
      p('a'),
      p('b'),
    ]);
    expect(nodesOf('<table><tr><td><h2>a</h2>b</td></tr></table>')).toEqual([
      { tag: 'h2', id: 'a', children: ['a'] },
      p('b'),
    ]);
  });

  it('keeps code as it is written, without line numbers and buttons', () => {
    const pre = (text: string, lang?: string): ArticleNode => ({
      tag: 'pre',
      ...(lang ? { lang } : {}),
      children: [text],
    });
    expect(nodesOf('<pre><code class="hljs language-ts">  a\n    b &lt; c\n</code></pre>')).toEqual([
      pre('  a\n    b < c', 'ts'),
    ]);
    expect(
      nodesOf(
        '<div class="highlight-py"><table><tr><td class="gutter"><pre>1\n2</pre></td><td class="code"><pre>x\ny</pre></td></tr></table></div>',
      )[0],
    ).toEqual(pre('x\ny'));
    expect(nodesOf('<pre><span class="line">a</span><span class="line"> b</span><button>Copy</button></pre>')).toEqual([
      pre('a\n b'),
    ]);
    expect(nodesOf('<pre>a<br>b<div>c</div></pre>')).toEqual([pre('a\nb\nc')]);
  });

  it('builds details, definitions and quotes', () => {
    expect(nodesOf('<details open><summary>S <h3>s</h3></summary>body</details>')).toEqual([
      { tag: 'details', open: true, children: [{ tag: 'summary', children: ['S s'] }, p('body')] },
    ]);
    expect(nodesOf('<dl><div><dt>T</dt><dd>D</dd></div><dt>U<dd><p>1</p><p>2</p></dl>')).toEqual([
      {
        tag: 'dl',
        children: [
          { tag: 'dt', children: ['T'] },
          { tag: 'dd', children: ['D'] },
          { tag: 'dt', children: ['U'] },
          { tag: 'dd', children: [p('1'), p('2')] },
        ],
      },
    ]);
    expect(nodesOf('<blockquote>q</blockquote>')).toEqual([{ tag: 'quote', children: [p('q')] }]);
  });

  it('builds notes; class names tell their kind and their title', () => {
    expect(nodesOf('<aside>a</aside>')).toEqual([{ tag: 'note', kind: 'note', children: [p('a')] }]);
    expect(
      nodesOf('<div class="admonition warning"><p class="admonition-title">Mind <b>this</b></p><p>w</p></div>'),
    ).toEqual([{ tag: 'note', kind: 'warning', title: 'Mind this', children: [p('w')] }]);
    expect(nodesOf('<div class="markdown-alert markdown-alert-caution">c</div>')[0]).toMatchObject({ kind: 'danger' });
    expect(nodesOf('<div class="callout"><div class="callout-title">Only this</div></div>')).toEqual([
      { tag: 'note', kind: 'note', children: [p('Only this')] },
    ]);
    expect(nodesOf('<div class="card">no note</div>')).toEqual([p('no note')]);
  });

  it('builds figures of images with their caption', () => {
    expect(
      nodesOf('<figure><img src="a.png" alt="A" width=40 height="30px"><figcaption>Cap <b>c</b></figcaption></figure>'),
    ).toEqual([
      {
        tag: 'figure',
        children: [
          { tag: 'image', src: 'a.png', alt: 'A', width: 40, height: 30 },
          { tag: 'caption', children: ['Cap ', { tag: 'strong', children: ['c'] }] },
        ],
      },
    ]);
    expect(nodesOf('<figure><img src="https://b.example/a.png" alt="A"><figcaption>Cap</figcaption></figure>')).toEqual(
      [p('A'), p('Cap')],
    );
  });

  it('loads images from named origins alone, and finds those that wait for a script', () => {
    const imageOrigins = ['https://cdn.example'];
    expect(nodesOf('<img src="https://cdn.example/a b.png">', { imageOrigins })).toEqual([
      p({ tag: 'image', src: 'https://cdn.example/a%20b.png' }),
    ]);
    expect(nodesOf('<img src="data:image/gif;base64,AA" data-src="real.png" alt="x">')).toEqual([
      p({ tag: 'image', src: 'real.png', alt: 'x' }),
    ]);
    expect(nodesOf('<img class="lazy" alt="x"><noscript><img src="twin.png"></noscript>')).toEqual([
      p({ tag: 'image', src: 'twin.png', alt: 'x' }),
    ]);
    expect(
      nodesOf('<picture><source srcset="a.avif"><img src="a.jpg"></picture><img src="count.gif" width=1 height=1>'),
    ).toEqual([p({ tag: 'image', src: 'a.jpg' })]);
    expect(nodesOf('<p>nice <img class="emoji" alt="👍" src="https://x.example/1.svg"></p>')).toEqual([p('nice 👍')]);
  });

  it('asks resolveLink for every link', () => {
    const seen: string[] = [];
    const resolveLink = (href: string): { article: string } | { href: string } | null => {
      seen.push(href);
      return href.startsWith('a.') ? { article: 'a' } : href === 'gone' ? null : { href };
    };
    expect(
      nodesOf(
        '<p><a href=" a.html#x%20y ">a</a> <a href="gone">g</a> <a href="/r">r</a> <a href="#">n</a> <a>m</a></p>',
        { resolveLink },
      ),
    ).toEqual([
      p(
        { tag: 'link', article: 'a', section: 'x y', children: ['a'] },
        ' g ',
        { tag: 'link', href: '/r', children: ['r'] },
        ' n m',
      ),
    ]);
    expect(seen).toEqual(['a.html#x%20y', 'gone', '/r']);
  });

  it('keeps ruby, Chinese line ends and Arabic', () => {
    expect(nodesOf('<p><ruby>漢<rp>(</rp><rt>kan</rt><rp>)</rp>字<rt>ji</rt></ruby>を読む</p>')).toEqual([
      p(
        { tag: 'ruby', children: ['漢', { tag: 'rt', children: ['kan'] }, '字', { tag: 'rt', children: ['ji'] }] },
        'を読む',
      ),
    ]);
    expect(nodesOf('<p>请先登录，\n   然后打开设置\n(Settings)</p><p dir="rtl">مرحبا&nbsp;بك</p>')).toEqual([
      p('请先登录，然后打开设置 (Settings)'),
      p('مرحبا\u00a0بك'),
    ]);
  });

  it('leaves out what no reader sees, and keeps what a control reveals', () => {
    const source =
      '<p>a<script>x()</script><style>x{}</style><template>t</template><noscript>n</noscript><span hidden>h</span><span aria-hidden="true">i</span><span style="color:red; display: none">d</span></p>' +
      '<button aria-controls="more">Question</button><div id="more" style="display:none">Answer</div><div role="tabpanel" hidden>Panel</div><!-- c -->';
    expect(nodesOf(source)).toEqual([p('a'), p('Question'), p('Answer'), p('Panel')]);
  });

  it('keeps formulas as code and films as links', () => {
    expect(
      nodesOf(
        '<p>So <math><semantics><mi>x</mi><annotation encoding="application/x-tex">x^2</annotation></semantics></math></p>',
      ),
    ).toEqual([p('So ', { tag: 'code', children: ['x^2'] })]);
    expect(
      nodesOf(
        '<iframe src="//www.youtube.com/embed/abc" title="How to start"></iframe><iframe src="https://ads.example/"></iframe>',
      ),
    ).toEqual([p({ tag: 'link', href: 'https://www.youtube.com/embed/abc', children: ['How to start'] })]);
  });

  it('takes a whole page as well as a piece', () => {
    expect(nodesOf('<!doctype html><html><head><title>T</title></head><body><p>b</p></body></html>')).toEqual([p('b')]);
    expect(nodesOf('')).toEqual([]);
  });
});
