import { describe, expect, it } from 'vitest';
import type { ArticleNode } from '../contracts.js';
import { sectionsOf, textOf } from './article-text.js';

const p = (...children: ArticleNode[]): ArticleNode => ({ tag: 'p', children });

describe('textOf', () => {
  it.each<[string, ArticleNode[], string]>([
    ['nothing', [], ''],
    ['words of inline marks, unbroken', [p('re', { tag: 'strong', children: ['fund'] }, 's')], 'refunds'],
    ['blocks apart', [p('one'), p('two')], 'one two'],
    [
      'list items and cells apart',
      [
        { tag: 'ul', children: ['a', 'b'].map((text) => ({ tag: 'li', children: [text] })) },
        { tag: 'row', children: ['c', 'd'].map((text) => ({ tag: 'cell', children: [text] })) },
      ],
      'a b c d',
    ],
    ['lines apart', [p('one', { tag: 'br' }, 'two')], 'one two'],
    ['white space as one space', [p('  one \n\t two\u00a0 ')], 'one two'],
    [
      'alternative texts and titles',
      [
        { tag: 'image', src: '/a', alt: 'a map' },
        { tag: 'note', title: 'Mind', children: ['the step'] },
        { tag: 'video', src: '/v', title: 'How' },
      ],
      'a map Mind the step How',
    ],
    ['no attribute else', [{ tag: 'link', href: '/secret', article: 'id', children: ['here'] }], 'here'],
    [
      'Chinese and ruby without gaps',
      [p('退', { tag: 'ruby', children: ['款', { tag: 'rt', children: ['kuǎn'] }] })],
      '退款kuǎn',
    ],
  ])('gives %s', (_, nodes, text) => {
    expect(textOf(nodes)).toBe(text);
  });
});

describe('sectionsOf', () => {
  it('begins with what stands before the first heading, even where that is nothing', () => {
    expect(sectionsOf({ v: 1, nodes: [] })).toEqual([{ heading: '', text: '' }]);
    expect(sectionsOf({ v: 1, nodes: [{ tag: 'h2', children: ['A'] }] })).toEqual([
      { heading: '', text: '' },
      { heading: 'A', text: '' },
    ]);
  });

  it('puts each stretch under its heading, of whatever level', () => {
    const nodes: ArticleNode[] = [
      p('intro'),
      { tag: 'h2', id: 'a', children: ['A ', { tag: 'code', children: ['x'] }] },
      p('one'),
      p('two'),
      { tag: 'h4', id: 'b', children: ['B'] },
      { tag: 'quote', children: [{ tag: 'h2', id: 'inner', children: ['quoted'] }] },
    ];
    expect(sectionsOf({ v: 1, nodes })).toEqual([
      { heading: '', text: 'intro' },
      { id: 'a', heading: 'A x', text: 'one two' },
      { id: 'b', heading: 'B', text: 'quoted' },
    ]);
  });

  it('gives no id for a heading that has none, or a wrong one', () => {
    const [, bare, wrong] = sectionsOf({ v: 1, nodes: [{ tag: 'h2' }, { tag: 'h3', id: 7 }] });
    expect([bare, wrong]).toEqual([
      { heading: '', text: '' },
      { heading: '', text: '' },
    ]);
  });
});
