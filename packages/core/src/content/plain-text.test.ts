import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { textOf } from './article-text.js';
import { cleanArticleTree } from './article-tree.js';
import { treeFromPlainText } from './plain-text.js';

const nodesOf = (body: string) => treeFromPlainText(body).nodes;

describe('treeFromPlainText', () => {
  it('parts paragraphs at empty lines and keeps single line breaks', () => {
    expect(nodesOf('one\ntwo\n\n \t\nthree')).toEqual([
      { tag: 'p', children: ['one', { tag: 'br' }, 'two'] },
      { tag: 'p', children: ['three'] },
    ]);
  });

  it('reads the line ends of every system', () => {
    const lines = ['a\r\nb', 'a\nb', 'a\rb', 'a\u2028b', 'a\u2029b'].map(nodesOf);
    for (const nodes of lines) expect(nodes).toEqual([{ tag: 'p', children: ['a', { tag: 'br' }, 'b'] }]);
  });

  it('makes headings of lines that begin with #, with anchors in order', () => {
    expect(nodesOf('# 退款\nHow\n## B\n### C\n#### D\n###### F\n#G')).toEqual([
      { tag: 'h2', id: 'section-1', children: ['退款'] },
      { tag: 'p', children: ['How'] },
      { tag: 'h2', id: 'section-2', children: ['B'] },
      { tag: 'h3', id: 'section-3', children: ['C'] },
      { tag: 'h4', id: 'section-4', children: ['D'] },
      { tag: 'h4', id: 'section-5', children: ['F'] },
      { tag: 'h2', id: 'section-6', children: ['G'] },
    ]);
  });

  it('takes a # within a line, and one that heads nothing, for text', () => {
    expect(nodesOf('order #7')).toEqual([{ tag: 'p', children: ['order #7'] }]);
    expect(nodesOf('#')).toEqual([{ tag: 'p', children: ['#'] }]);
  });

  it.each(['', ' \n\n\t'])('gives no nodes for %j', (body) => {
    expect(nodesOf(body)).toEqual([]);
  });

  it('reads nothing as markup', () => {
    expect(nodesOf('<b>**x**</b> [a](javascript:b)')).toEqual([
      { tag: 'p', children: ['<b>**x**</b> [a](javascript:b)'] },
    ]);
  });

  it('loses no word and gives a clean tree', () => {
    const aBody = fc.array(fc.constantFrom('word', '中文', ' ', '\n', '\r\n', '<i>', '*', '  '), { maxLength: 40 });
    fc.assert(
      fc.property(aBody, (parts) => {
        const body = parts.join('');
        const tree = treeFromPlainText(body);
        expect(textOf(tree.nodes)).toBe(body.replace(/\s+/gu, ' ').trim());
        expect(cleanArticleTree(tree)).toEqual(tree);
      }),
    );
  });
});
