import type { ArticleNode } from '@helpkiosk/core';
import { describe, expect, it } from 'vitest';
import { compileMarkdown } from '../compile-markdown.js';

const nodesOf = (source: string): readonly ArticleNode[] => compileMarkdown(source).nodes;
const p = (...children: ArticleNode[]): ArticleNode => ({ tag: 'p', children });
const strong = (text: string): ArticleNode => ({ tag: 'strong', children: [text] });

describe('compileMarkdown, code and HTML of sites', () => {
  it.each([
    ['```js {1,3} title="x.js"\na\n```', 'js', 'a'],
    ['```ts:line-numbers {1}\na // [!code ++]\nb\n```', 'ts', 'a\nb'],
    ['```{.python title="x"}\na\n```', 'python', 'a'],
    ['```jsx\n// highlight-next-line\na\n```', 'jsx', 'a'],
    ['```c++\na\n```', 'c++', 'a'],
  ])('keeps of %j the language and the code', (source, lang, code) => {
    expect(nodesOf(source)).toEqual([{ tag: 'pre', lang, children: [code] }]);
  });

  it('keeps links, images, tables, lists and headings of HTML', () => {
    const source =
      '<h2 id="own">Head</h2>\n<a href="https://a.example">go</a> <img src="a.png" alt="A" width="40">\n\n' +
      '<table><tr><th align="right">a</th></tr><tr><td colspan="2">b</td></tr></table>\n\n<ul>\n<li>one</li>\n<li><b>two</b></li>\n</ul>\n\n' +
      '<blockquote>said</blockquote>\n\n<pre>\na\n  b</pre>\n\n<dl><dt>t<dd>d</dl>';
    expect(nodesOf(source)).toEqual([
      { tag: 'h2', id: 'own', children: ['Head'] },
      p({ tag: 'link', href: 'https://a.example', children: ['go'] }, ' ', {
        tag: 'image',
        src: 'a.png',
        alt: 'A',
        width: 40,
      }),
      {
        tag: 'table',
        children: [
          { tag: 'row', children: [{ tag: 'headcell', align: 'end', children: ['a'] }] },
          { tag: 'row', children: [{ tag: 'cell', colspan: 2, children: ['b'] }] },
        ],
      },
      {
        tag: 'ul',
        children: [
          { tag: 'li', children: ['one'] },
          { tag: 'li', children: [strong('two')] },
        ],
      },
      { tag: 'quote', children: [p('said')] },
      { tag: 'pre', children: ['a\n  b'] },
      {
        tag: 'dl',
        children: [
          { tag: 'dt', children: ['t'] },
          { tag: 'dd', children: ['d'] },
        ],
      },
    ]);
  });

  it('asks resolveLink about links in HTML too, and refuses schemes', () => {
    expect(nodesOf('<a href="javascript:x()">one</a> <a href="vbscript&colon;x">two</a>')).toEqual([p('one two')]);
  });
});
