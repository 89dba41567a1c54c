import type { ArticleNode } from '@helpkiosk/core';
import { describe, expect, it } from 'vitest';
import { compileMarkdown } from './compile-markdown.js';

const nodesOf = (source: string): readonly ArticleNode[] => compileMarkdown(source).nodes;
const p = (...children: ArticleNode[]): ArticleNode => ({ tag: 'p', children });

describe('compileMarkdown, raw HTML', () => {
  it('keeps the few inline tags and the text of all others', () => {
    const source =
      'Press <kbd class="x">Ctrl</kbd>, H<sub>2</sub>O, x<sup>2</sup>, <MARK>m</MARK>, <b>b</b> <em>e</em> <del>d</del>,<br>a <span style="x">span</span>';
    expect(nodesOf(source)).toEqual([
      p(
        'Press ',
        { tag: 'kbd', children: ['Ctrl'] },
        ', H',
        { tag: 'sub', children: ['2'] },
        'O, x',
        { tag: 'sup', children: ['2'] },
        ', ',
        { tag: 'mark', children: ['m'] },
        ', ',
        { tag: 'strong', children: ['b'] },
        ' ',
        { tag: 'em', children: ['e'] },
        ' ',
        { tag: 'del', children: ['d'] },
        ',',
        { tag: 'br' },
        'a span',
      ),
    ]);
  });

  it('keeps ruby without its fallback brackets', () => {
    expect(nodesOf('<ruby>漢<rp>(</rp><rt>kan</rt><rp>)</rp></ruby>字')).toEqual([
      p({ tag: 'ruby', children: ['漢', { tag: 'rt', children: ['kan'] }] }, '字'),
    ]);
  });

  it('builds details with Markdown inside', () => {
    expect(nodesOf('<details open>\n<summary>More <b>now</b></summary>\n\nInner *md*\n\n</details>\n\nAfter')).toEqual([
      {
        tag: 'details',
        open: true,
        children: [
          { tag: 'summary', children: ['More ', { tag: 'strong', children: ['now'] }] },
          p('Inner ', { tag: 'em', children: ['md'] }),
        ],
      },
      p('After'),
    ]);
  });

  it('makes paragraphs of block tags, so that no words run together', () => {
    expect(nodesOf('<div><p>One</p><p>Two</p>three</div>')).toEqual([p('One'), p('Two'), p('three')]);
    expect(nodesOf('a<div>b</div>c')).toEqual([p('a b c')]);
  });

  it('closes what is left open at the end of its block', () => {
    expect(nodesOf('a <b>b <i>c\n\nd')).toEqual([
      p('a ', { tag: 'strong', children: ['b ', { tag: 'em', children: ['c'] }] }),
      p('d'),
    ]);
  });

  it.each(['script', 'style', 'template', 'iframe', 'object', 'svg', 'math', 'noscript'])(
    'drops %s with its content, in a line and over blocks',
    (name) => {
      expect(nodesOf(`a <${name} x="1">evil()</${name}> b`)).toEqual([p('a  b')]);
      expect(nodesOf(`a\n\n<${name}>\n\nevil()\n\n</${name}>\n\nb`)).toEqual([p('a'), p('b')]);
    },
  );

  it('drops comments and declarations', () => {
    expect(nodesOf('a <!-- x --> b\n\n<!-- y\n\nz -->\n\n<!DOCTYPE html>\n\nc')).toEqual([p('a  b'), p('c')]);
  });

  it('keeps the words after a hiding tag that never ends', () => {
    expect(nodesOf('<svg>\n\nstill here')).toEqual([p('still here')]);
  });
});
