import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { ArticleNode } from '../contracts.js';
import { cleanArticleTree, isTag, MAX_TREE_DEPTH, MAX_TREE_NODES } from './article-tree.js';

const clean = (nodes: unknown, imageOrigins: readonly string[] = []): readonly ArticleNode[] =>
  cleanArticleTree({ v: 1, nodes }, { imageOrigins }).nodes;

const NEVER_TAGS = ['script', 'style', 'iframe', 'object', 'embed', 'form', 'input', 'button', 'svg', 'math', 'meta', 'base', 'template', 'slot', 'a', 'img', 'div', 'H2', '__proto__', 'constructor', 'toString', '']; // prettier-ignore
const NEVER_ATTRIBUTES = ['name', 'class', 'style', 'for', 'form', 'slot', 'part', 'popover', 'tabindex', 'role', 'srcset', 'onclick', 'onerror', 'innerHTML', 'dangerouslySetInnerHTML', 'ref', 'key', 'is', '__html']; // prettier-ignore

/** Trees that look right, with what is not allowed planted in them. */
const aNode: fc.Arbitrary<unknown> = fc.letrec<{ node: unknown }>((tie) => ({
  node: fc.oneof(
    { maxDepth: 6 },
    fc.string({ maxLength: 4 }),
    fc.jsonValue({ maxDepth: 1 }),
    fc.record(
      {
        tag: fc.constantFrom(
          'p',
          'ul',
          'link',
          'image',
          'note',
          'cell',
          'video',
          'h2',
          'details',
          'script',
          '__proto__',
        ),
        href: fc.constantFrom('https://shop.example', 'javascript:alert(1)', '/a', 7),
        src: fc.constantFrom('/a.png', 'https://evil.example/a.png', 'https://cdn.example/a.png'),
        alt: fc.string({ maxLength: 3 }),
        id: fc.oneof(fc.string(), fc.integer()),
        article: fc.constantFrom('refund', null),
        kind: fc.constantFrom('tip', 'evil'),
        colspan: fc.oneof(fc.integer(), fc.double()),
        open: fc.constantFrom(true, 'yes'),
        style: fc.constant('position: fixed'),
        onclick: fc.constant('alert(1)'),
        children: fc.oneof(fc.array(tie('node'), { maxLength: 4 }), fc.jsonValue({ maxDepth: 1 })),
      },
      { requiredKeys: ['tag'] },
    ),
  ),
})).node;

const aValue = fc.oneof(fc.jsonValue(), fc.record({ v: fc.constant(1), nodes: fc.array(aNode, { maxLength: 5 }) }));

function eachElement(
  nodes: readonly ArticleNode[],
  visit: (node: Exclude<ArticleNode, string>, depth: number) => void,
  depth = 1,
): void {
  for (const node of nodes) {
    if (typeof node === 'string') continue;
    visit(node, depth);
    eachElement(node.children ?? [], visit, depth + 1);
  }
}

/** `depth` paragraphs inside one another. */
const aNest = (depth: number): unknown => {
  let node: unknown = 'deepest';
  for (let level = 0; level < depth; level++) node = { tag: 'quote', children: [node] };
  return node;
};

describe('cleanArticleTree', () => {
  it('takes any JSON value without throwing and leaves only what is allowed', () => {
    fc.assert(
      fc.property(aValue, (value) => {
        const tree = cleanArticleTree(value, { imageOrigins: ['https://cdn.example'] });
        expect(tree.v).toBe(1);
        eachElement(tree.nodes, (node) => {
          expect(isTag(node.tag)).toBe(true);
          for (const name of NEVER_ATTRIBUTES) expect(Object.hasOwn(node, name)).toBe(false);
          expect([undefined, 'https://shop.example', '/a']).toContain(node['href']);
          expect([undefined, '/a.png', 'https://cdn.example/a.png']).toContain(
            node.tag === 'image' ? node['src'] : undefined,
          );
        });
      }),
      { numRuns: 500 },
    );
  });

  it('changes nothing the second time', () => {
    fc.assert(
      fc.property(aValue, (value) => {
        const once = cleanArticleTree(value);
        expect(cleanArticleTree(once)).toEqual(once);
        expect(JSON.parse(JSON.stringify(once))).toEqual(once);
      }),
      { numRuns: 500 },
    );
  });

  it('keeps an allowed tree as it is', () => {
    const nodes: ArticleNode[] = [
      { tag: 'h2', id: 'refund', children: ['退款'] },
      {
        tag: 'p',
        children: ['See ', { tag: 'link', article: 'invoice', section: 'tax', children: ['invoices'] }, '.'],
      },
      { tag: 'ol', start: 3, children: [{ tag: 'li', checked: false, children: ['done?'] }] },
      { tag: 'note', kind: 'warning', title: 'Mind', children: ['the step'] },
      {
        tag: 'table',
        children: [{ tag: 'row', children: [{ tag: 'headcell', align: 'end', colspan: 2, children: ['a'] }] }],
      },
      { tag: 'image', src: '/a.png', alt: 'a', width: 10, height: 20 },
      { tag: 'ruby', children: ['漢', { tag: 'rt', children: ['かん'] }] },
      { tag: 'details', open: true, children: [{ tag: 'summary', children: ['more'] }] },
      { tag: 'video', src: 'https://player.example/1', title: 'How' },
    ];
    expect(clean(nodes)).toEqual(nodes);
  });

  it.each(NEVER_TAGS)('drops <%s> with all it holds', (tag) => {
    expect(clean([JSON.parse(`{"tag": ${JSON.stringify(tag)}, "children": ["inside"]}`), 'after'])).toEqual(['after']);
  });

  it.each(NEVER_ATTRIBUTES)('drops the attribute %s alone', (name) => {
    expect(clean([{ tag: 'p', [name]: 'x', children: ['text'] }])).toEqual([{ tag: 'p', children: ['text'] }]);
  });

  it.each([
    [{ tag: 'p', id: 'a' }, { tag: 'p' }],
    [{ tag: 'h2', id: 'x'.repeat(501) }, { tag: 'h2' }],
    [{ tag: 'note', kind: 'evil' }, { tag: 'note' }],
    [{ tag: 'cell', align: 'left', colspan: 1.5, rowspan: 1e6 }, { tag: 'cell' }],
    [{ tag: 'ol', start: '3' }, { tag: 'ol' }],
    [{ tag: 'details', open: 'yes' }, { tag: 'details' }],
    [{ tag: 'p', children: 'text' }, { tag: 'p' }],
    [{ tag: 'p', children: [] }, { tag: 'p' }],
  ])('turns %j into %j', (node, expected) => {
    expect(clean([node])).toEqual([expected]);
  });

  it('leaves the words of a link that may not be followed', () => {
    const link = {
      tag: 'link',
      href: 'javascript:alert(1)',
      children: ['click ', { tag: 'strong', children: ['here'] }],
    };
    expect(clean([{ tag: 'p', children: [link, '.'] }])).toEqual([
      { tag: 'p', children: ['click ', { tag: 'strong', children: ['here'] }, '.'] },
    ]);
  });

  it('leaves the alternative text of an image that may not be loaded', () => {
    expect(clean([{ tag: 'image', src: 'https://evil.example/a.png', alt: 'a map' }, { tag: 'image' }])).toEqual([
      'a map',
    ]);
    const allowed = { tag: 'image', src: 'https://cdn.example/a.png', alt: 'a map' };
    expect(clean([allowed], ['https://cdn.example'])).toEqual([allowed]);
  });

  it('does not read what a polluted prototype says', () => {
    const planted: Record<string, unknown> = { nodes: ['planted'], tag: 'p', children: ['planted'], href: '/planted' };
    const prototype = Object.prototype as unknown as Record<string, unknown>;
    for (const [name, value] of Object.entries(planted)) {
      Object.defineProperty(prototype, name, { value, configurable: true, writable: true });
    }
    try {
      expect(cleanArticleTree({}).nodes).toEqual([]);
      expect(clean([{}])).toEqual([]);
      expect(Object.keys(clean([{ tag: 'quote' }])[0]!)).toEqual(['tag']);
    } finally {
      for (const name of Object.keys(planted)) delete prototype[name];
    }
  });

  it('cuts what is nested too deep', () => {
    let deepest = 0;
    eachElement(clean([aNest(100_000)]), (_, depth) => (deepest = depth));
    expect(deepest).toBe(MAX_TREE_DEPTH);
    expect(JSON.stringify(clean([aNest(MAX_TREE_DEPTH - 1)]))).toContain('deepest');
  });

  it('cuts what has too many nodes, wherever they are', () => {
    expect(clean(Array.from({ length: MAX_TREE_NODES + 1 }, () => 'x'))).toHaveLength(MAX_TREE_NODES);
    const wide = Array.from({ length: 3 }, () => ({ tag: 'p', children: Array.from({ length: 2000 }, () => 'x') }));
    expect(clean(wide).map((node) => (node as { children: readonly unknown[] }).children.length)).toEqual([
      2000, 2000, 997,
    ]);
  });
});
