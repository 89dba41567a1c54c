import type { ArticleNode, CompileOptions } from '@helpkiosk/core';
import { describe, expect, it } from 'vitest';
import { compileMarkdown } from './compile-markdown.js';

const nodesOf = (source: string, options?: CompileOptions): readonly ArticleNode[] =>
  compileMarkdown(source, options).nodes;
const p = (...children: ArticleNode[]): ArticleNode => ({ tag: 'p', children });

describe('compileMarkdown', () => {
  it('maps headings to three levels and gives them anchors in any script', () => {
    expect(nodesOf('# A\n## 忘记密码？\n### A\n###### Été & co {#own}')).toEqual([
      { tag: 'h2', id: 'a', children: ['A'] },
      { tag: 'h2', id: '忘记密码', children: ['忘记密码？'] },
      { tag: 'h3', id: 'a-1', children: ['A'] },
      { tag: 'h4', id: 'own', children: ['Été & co'] },
    ]);
  });

  it('gives an anchor that the author wrote precedence over an equal one made from words', () => {
    const ids = nodesOf('## Own\n## Other {#own}').map((node) => (node as { id?: string }).id);
    expect(ids).toEqual(['own-1', 'own']);
  });

  it('builds tables with alignment', () => {
    expect(nodesOf('| a | b | c |\n|:-|:-:|-:|\n| 1 | **2** | |')).toEqual([
      {
        tag: 'table',
        children: [
          {
            tag: 'row',
            children: [
              { tag: 'headcell', align: 'start', children: ['a'] },
              { tag: 'headcell', align: 'center', children: ['b'] },
              { tag: 'headcell', align: 'end', children: ['c'] },
            ],
          },
          {
            tag: 'row',
            children: [
              { tag: 'cell', align: 'start', children: ['1'] },
              { tag: 'cell', align: 'center', children: [{ tag: 'strong', children: ['2'] }] },
              { tag: 'cell', align: 'end' },
            ],
          },
        ],
      },
    ]);
  });

  it('builds nested lists, task lists and lists that start elsewhere', () => {
    expect(nodesOf('- [x] done\n- [ ] open\n  1. one\n  2. two\n\n3. three')).toEqual([
      {
        tag: 'ul',
        children: [
          { tag: 'li', checked: true, children: ['done'] },
          {
            tag: 'li',
            checked: false,
            children: [
              'open',
              {
                tag: 'ol',
                children: [
                  { tag: 'li', children: ['one'] },
                  { tag: 'li', children: ['two'] },
                ],
              },
            ],
          },
        ],
      },
      { tag: 'ol', start: 3, children: [{ tag: 'li', children: ['three'] }] },
    ]);
  });

  it('keeps the box of a task in a list with empty lines', () => {
    expect(nodesOf('- [x] one\n\n- [ ] two')).toEqual([
      {
        tag: 'ul',
        children: [
          { tag: 'li', checked: true, children: [p('one')] },
          { tag: 'li', checked: false, children: [p('two')] },
        ],
      },
    ]);
  });

  it('keeps code as it is written, with the language alone', () => {
    expect(nodesOf('```js title="x"\nif (a < b) **c** &amp;\n\n```\n\nRun `a &amp; b`.')).toEqual([
      { tag: 'pre', lang: 'js', children: ['if (a < b) **c** &amp;\n'] },
      p('Run ', { tag: 'code', children: ['a &amp; b'] }, '.'),
    ]);
  });

  it.each([
    ['NOTE', 'note'],
    ['TIP', 'tip'],
    ['IMPORTANT', 'warning'],
    ['WARNING', 'warning'],
    ['CAUTION', 'danger'],
  ])('makes a note of the alert %s', (alert, kind) => {
    expect(nodesOf(`> [!${alert}]\n> Read **this**.\n>\n> And this.`)).toEqual([
      { tag: 'note', kind, children: [p('Read ', { tag: 'strong', children: ['this'] }, '.'), p('And this.')] },
    ]);
  });

  it('keeps the words of an alert that stand on its first line', () => {
    expect(nodesOf('> [!TIP] Save first.')).toEqual([{ tag: 'note', kind: 'tip', children: [p('Save first.')] }]);
  });

  it('leaves a quote without an alert a quote', () => {
    expect(nodesOf('> [!NEWS]\n> x')).toEqual([{ tag: 'quote', children: [p('[!NEWS] x')] }]);
  });

  it('makes a figure of a lone image with a title, an image of any other', () => {
    expect(nodesOf("![Alt **x**](a/b.png 'What *is*')\n\n![](c d.png)\n\nsee ![i](i.png 't')")).toEqual([
      {
        tag: 'figure',
        children: [
          { tag: 'image', src: 'a/b.png', alt: 'Alt x' },
          { tag: 'caption', children: ['What *is*'] },
        ],
      },
      p('![](c d.png)'),
      p('see ', { tag: 'image', src: 'i.png', alt: 'i' }),
    ]);
  });

  it('loads images from allowed origins only and leaves the words of others', () => {
    const source = '![one](https://a.example/1.png) ![two](https://b.example/2.png) ![three](data:image/png;base64,AA)';
    expect(nodesOf(source, { imageOrigins: ['https://a.example'] })).toEqual([
      p({ tag: 'image', src: 'https://a.example/1.png', alt: 'one' }, ' two three'),
    ]);
  });

  it('keeps alternative text and caption of a figure whose image may not be loaded', () => {
    expect(nodesOf("![Alt](https://b.example/2.png 'Caption')")).toEqual([p('Alt Caption')]);
  });

  it('knows strikethrough, hard breaks and addresses without marks', () => {
    expect(nodesOf('~~old~~ new  \nnext <a@b.example> https://c.example/d?e=1&f=2.')).toEqual([
      p(
        { tag: 'del', children: ['old'] },
        ' new',
        { tag: 'br' },
        'next ',
        { tag: 'link', href: 'mailto:a@b.example', children: ['a@b.example'] },
        ' ',
        { tag: 'link', href: 'https://c.example/d?e=1&f=2', children: ['https://c.example/d?e=1&f=2'] },
        '.',
      ),
    ]);
  });

  it('joins Chinese lines without a space and others with one', () => {
    expect(nodesOf('第一行\n第二行\nand then\nmore')).toEqual([p('第一行第二行 and then more')]);
  });

  it('decodes character references once', () => {
    expect(nodesOf('&lt;b&gt; &amp;lt; &#20013;&#x6587; &hellip; &copy; &nope; AT&T &#0;')).toEqual([
      p('<b> &lt; 中文 … © &nope; AT&T \u{fffd}'),
    ]);
  });

  it('asks resolveLink about every link and keeps the words of refused ones', () => {
    const asked: string[] = [];
    const options: CompileOptions = {
      resolveLink(href) {
        asked.push(href);
        if (href.startsWith('gone')) return null;
        return href.startsWith('a.md') ? { article: 'a' } : { href: `${href}?x` };
      },
    };
    expect(nodesOf('[A](a.md#%E5%AE%89) [gone](gone.md) [out](https://o.example/)', options)).toEqual([
      p({ tag: 'link', article: 'a', section: '安', children: ['A'] }, ' gone ', {
        tag: 'link',
        href: 'https://o.example/?x',
        children: ['out'],
      }),
    ]);
    expect(asked).toEqual(['a.md#%E5%AE%89', 'gone.md', 'https://o.example/']);
  });

  it('reports what resolveLink throws as a HelpError with its cause', () => {
    const cause = new TypeError('mine');
    const compile = (): unknown =>
      compileMarkdown('[a](b)', {
        resolveLink: () => {
          throw cause;
        },
      });
    expect(compile).toThrow(expect.objectContaining({ code: 'internal', cause }));
  });
});
