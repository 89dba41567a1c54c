// The bundles hold preact without what no view of ours can reach (scripts/lib/trim-preact.mjs), and so does this suite. Here what is left draws the same as the
// whole: the same nodes, kept and made at the same moments, with the same events and refs.
import fc from 'fast-check';
import type { ComponentChild, VNode } from 'preact';
import { equal } from '../support/check.js';

type Preact = Pick<typeof import('preact'), 'h' | 'Fragment' | 'render' | 'Component'>;
const HERE = '/node_modules/preact/dist/preact.mjs';

/** A tree to draw, as data, so that two libraries can draw it. */
type Drawn =
  | { text: string | number | boolean | null }
  | { tag: string; key?: string; props: Record<string, unknown>; listens: boolean; ref: boolean; children: Drawn[] }
  | { component: 'Plain' | 'Many' | 'Nothing' | 'Throws' | 'Same' | 'Fragment'; key?: string; children: Drawn[] };

const { tree } = fc.letrec<{ tree: Drawn; children: Drawn[] }>((tie) => {
  const key = fc.option(fc.constantFrom('a', 'b', 'c', 'd', 'e'), { nil: undefined, freq: 1 });
  const props = fc.record(
    {
      class: fc.constantFrom('x', 'y', ''),
      id: fc.constantFrom('one', 'two'),
      hidden: fc.boolean(),
      tabIndex: fc.constantFrom(0, -1, undefined),
      'aria-busy': fc.constantFrom(true, false, undefined),
      'data-n': fc.constantFrom(1, 'two', null),
      style: fc.constantFrom('color: red', { color: 'blue' }, { top: '1px', '--a': '2' }, undefined),
      value: fc.constantFrom('v', 'w', 3),
      checked: fc.boolean(),
      href: fc.constantFrom('#a', undefined),
      dir: fc.constantFrom('auto', 'rtl'),
    },
    { requiredKeys: [] },
  );
  const tag = fc.constantFrom('div', 'span', 'p', 'ul', 'li', 'button', 'input', 'progress', 'textarea', 'a', 'svg', 'path');
  return {
    tree: fc.oneof(
      { depthSize: 'small', withCrossShrink: true },
      fc.record({ text: fc.constantFrom('t', 'u', '', 0, 7, true, false, null) }),
      fc.record({ tag, key, props, listens: fc.boolean(), ref: fc.boolean(), children: tie('children') }),
      fc.record({
        component: fc.constantFrom('Plain', 'Many', 'Nothing', 'Throws', 'Same', 'Fragment'),
        key,
        children: tie('children'),
      }),
    ) as fc.Arbitrary<Drawn>,
    children: fc.array(tie('tree'), { maxLength: 5, depthIdentifier: 'children' }),
  };
}); // prettier-ignore

/** Draws into a root of its own with one of the libraries, and tells what came of it. */
function aDrawing({ h, Fragment, render }: Preact) {
  const root = document.createElement('div');
  const log: string[] = [];
  const numbers = new WeakMap<Node, number>();
  let count = 0;
  const same = h('i', null, 'same') as VNode;
  const components = {
    Fragment,
    Plain: ({ children }: { children?: ComponentChild }) => h('section', null, children),
    Many: ({ children }: { children?: ComponentChild }) => [h('b', { key: 'first' }), children, 'end'],
    Nothing: () => null,
    Same: () => same,
    Throws: (): never => {
      throw new Error('on purpose');
    },
  };
  const toNode = (drawn: Drawn): ComponentChild => {
    if ('text' in drawn) return drawn.text;
    const children = drawn.children.map(toNode);
    if ('component' in drawn)
      return h(components[drawn.component] as typeof components.Plain, { key: drawn.key } as object, ...children);
    return h(
      drawn.tag,
      {
        ...drawn.props,
        key: drawn.key,
        ...(drawn.listens && {
          onClick: () => log.push(`click ${drawn.tag}`),
          onFocusCapture: () => log.push('focus'),
        }),
        ...(drawn.ref && { ref: (element: unknown) => log.push(element ? `here ${drawn.tag}` : 'gone') }),
      },
      ...children,
    );
  };
  const nodes = (parent: Node): unknown[] =>
    [...parent.childNodes].map((node) => {
      if (!numbers.has(node)) numbers.set(node, count++);
      return [numbers.get(node), ...nodes(node)];
    });
  return (drawn: Drawn | null): unknown => {
    let thrown = '';
    try {
      render(drawn && toNode(drawn), root);
    } catch (error) {
      thrown = String(error);
    }
    const fields = [...root.querySelectorAll('input, textarea, progress')] as HTMLInputElement[];
    const values = fields.map(({ value, checked, tabIndex, className }) => [value, checked, tabIndex, className]);
    for (const button of root.querySelectorAll('button, a')) button.dispatchEvent(new Event('click'));
    return { thrown, markup: root.outerHTML, nodes: nodes(root), values, log: log.splice(0) };
  };
}

describe('preact without what is not reached', () => {
  it('draws every row of trees as the whole does, also behind one that could not be drawn', async () => {
    const whole = (await import(`${HERE}?whole`)) as Preact;
    const trimmed = (await import(HERE)) as Preact;
    const draws = [whole, trimmed].map(({ Component }) => 'setState' in Component.prototype);
    equal(draws, [true, false], 'only the whole has parts that draw themselves again');
    fc.assert(
      fc.property(fc.array(fc.option(tree, { freq: 12 }), { minLength: 1, maxLength: 6 }), (trees) => {
        const [drawWhole, drawTrimmed] = [aDrawing(whole), aDrawing(trimmed)];
        trees.forEach((each, at) => equal(drawTrimmed(each), drawWhole(each), `drawing ${at}`));
      }),
      { numRuns: 1500, seed: 11 },
    );
  });

  it('takes no HTML', async () => {
    const { h, render } = (await import(HERE)) as Preact;
    const root = document.createElement('div');
    render(h('p', { dangerouslySetInnerHTML: { __html: '<b>bold</b>' } }), root);
    equal(root.querySelectorAll('b').length, 0, 'elements made of text');
  });
});
