import { renderArticle, type ArticleTree } from '@helpkiosk/widget';
import { equal, ok, settle } from '../support/check.js';

let place: HTMLElement;
beforeEach(() => {
  place = document.createElement('div');
  place.addEventListener('click', (event) => event.preventDefault()); // a link that works would leave the test
  document.body.append(place);
});
afterEach(() => place.remove());

/** Draws whatever is given, as a pack of an unknown origin would. */
function draw(nodes: unknown, options: Parameters<typeof renderArticle>[2] = {}): HTMLElement {
  renderArticle({ v: 1, nodes } as ArticleTree, place, options);
  return place;
}

const ATTRIBUTES = {
  onclick: 'globalThis.harmed = 1',
  onClick: 'globalThis.harmed = 1',
  onerror: 'globalThis.harmed = 1',
  style: 'position:fixed;inset:0',
  class: 'harm',
  className: 'harm',
  id: 'harm',
  name: 'harm',
  slot: 'harm',
  part: 'harm',
  is: 'x-harm',
  dangerouslySetInnerHTML: { __html: '<img src=x onerror="globalThis.harmed = 1">' },
  innerHTML: '<script>globalThis.harmed = 1</script>',
  srcdoc: '<script>top.harmed = 1</script>',
  ref: 'harm',
  key: 'harm',
  contenteditable: 'true',
};
const FORBIDDEN_TAGS = [
  'script', 'style', 'iframe', 'object', 'embed', 'svg', 'math', 'form', 'input', 'button', 'select', 'textarea', 'base',
  'meta', 'link rel=stylesheet', 'template', 'slot', 'portal', 'frame', 'applet', 'audio', 'canvas', 'dialog', 'x-harm',
  '__proto__', 'constructor', 'toString', '', ' p', 'P', 'p onclick', '<p>',
]; // prettier-ignore
const ALLOWED_TAGS = [
  'h2', 'h3', 'h4', 'p', 'ul', 'ol', 'li', 'pre', 'code', 'quote', 'note', 'table', 'row', 'cell', 'headcell', 'strong', 'em', 'del',
  'kbd', 'sup', 'sub', 'mark', 'ruby', 'rt', 'br', 'hr', 'link', 'image', 'figure', 'caption', 'details', 'summary', 'dl', 'dt', 'dd',
  'video',
]; // prettier-ignore
const BAD_LINKS = [
  'javascript:globalThis.harmed=1',
  'JaVaScRiPt:globalThis.harmed=1',
  ' javascript:globalThis.harmed=1',
  'java\nscript:globalThis.harmed=1',
  'java\tscript:globalThis.harmed=1',
  '\u0001javascript:globalThis.harmed=1',
  'javascript&colon;globalThis.harmed=1//\u202e',
  'data:text/html,<script>globalThis.harmed=1</script>',
  'vbscript:harm',
  'blob:https://example.com/1',
  'file:///etc/passwd',
  'view-source:https://example.com',
  'filesystem:https://example.com/x',
];

/** Every attribute in the place that the renderer would not write by itself; a section's id is kept as `data-section`. */
function foreignAttributes(): string[] {
  const own =
    /^(class|role|tabindex|aria-label|aria-hidden|data-section|data-align|start|type|disabled|checked|colspan|rowspan|scope|open|href|rel|target|src|alt|width|height|loading|decoding|referrerpolicy|viewBox|d|dir|lang)$/;
  return [...place.querySelectorAll('*')].flatMap((element) =>
    [...element.attributes]
      .filter(({ name, value }) => !own.test(name) || (value.includes('harm') && name !== 'data-section'))
      .map(({ name, value }) => `${element.localName} ${name}=${value}`),
  );
}

describe('renderArticle on hostile trees', () => {
  it('draws no element that is not allowed', () => {
    draw([
      ...FORBIDDEN_TAGS.map((tag) => ({ tag, ...ATTRIBUTES, src: 'https://evil.example/x', children: ['harm'] })),
      { tag: 'p', children: FORBIDDEN_TAGS.map((tag) => ({ tag, children: ['harm'] })) },
      { tag: 'p', children: ['fine'] },
    ]);
    equal(place.textContent, 'fine', 'the text');
    equal(
      [...place.querySelectorAll('*')].map(({ localName }) => localName),
      ['p', 'p'],
      'elements',
    );
  });

  it('takes no attribute from the content but those it knows', async () => {
    draw(ALLOWED_TAGS.map((tag) => ({ tag, ...ATTRIBUTES, href: '/x', src: '/x.png', children: ['fine'] })));
    ok(place.childElementCount > 20, 'the elements are there');
    equal(foreignAttributes(), [], 'attributes from the content');
    for (const element of place.querySelectorAll<HTMLElement>('*')) element.click?.();
    await settle();
    equal('harmed' in globalThis, false, 'harm done');
    equal(place.querySelectorAll('script, iframe, style, form').length, 0, 'elements that act');
  });

  for (const href of BAD_LINKS) {
    it(`keeps the words of a link to ${JSON.stringify(href).slice(0, 40)} and drops the link`, () => {
      draw([
        { tag: 'p', children: [{ tag: 'link', href, children: ['words'] }] },
        { tag: 'image', src: href, alt: 'picture' },
        { tag: 'video', src: href, title: 'film' },
      ]);
      equal(place.querySelectorAll('[href], [src], img, video, iframe').length, 0, 'links and pictures');
      for (const word of ['words', 'picture', 'film']) ok(place.textContent!.includes(word), `${word} is kept`);
    });
  }

  it('draws a film that cannot be followed as words, not as a link that leads nowhere', () => {
    draw([
      { tag: 'video', src: 'javascript:0', title: 'film' },
      { tag: 'video', title: 'no source' },
      { tag: 'video' },
    ]);
    equal([place.textContent, place.querySelectorAll('a').length], ['filmno source', 0], 'words and links');
  });

  it('loads a picture of another origin only where the owner has named it', () => {
    const nodes = [
      { tag: 'image', src: 'https://cdn.example/a.png', alt: 'named' },
      { tag: 'image', src: 'https://evil.example/b.png', alt: 'not named' },
      { tag: 'image', src: '//evil.example/c.png', alt: 'not named' },
      { tag: 'image', src: 'https://cdn.example.evil.example/d.png', alt: 'not named' },
      { tag: 'image', src: '\\\\evil.example\\e.png', alt: 'not named' },
    ];
    draw(nodes, { imageOrigins: ['https://cdn.example'], assetUrl: (name) => name });
    equal(
      [...place.querySelectorAll('img')].map((image) => image.getAttribute('src')),
      ['https://cdn.example/a.png'],
      'pictures',
    );
  });

  it('takes a tree of a thousand levels, and one of a hundred thousand nodes', () => {
    let deep: unknown = 'bottom';
    for (let level = 0; level < 1000; level++) deep = { tag: 'quote', children: [deep] };
    draw([deep, { tag: 'p', children: ['after'] }]);
    ok(place.textContent!.includes('after'), 'what follows is drawn');
    ok(place.querySelectorAll('*').length <= 40, 'the depth is cut');
    draw(Array.from({ length: 100_000 }, (_, count) => ({ tag: 'p', children: [`${count}`] })));
    const drawn = place.querySelectorAll('*').length;
    ok(drawn > 1000 && drawn <= 5000, `the number is cut: ${drawn}`);
  });

  const SHAPES: readonly unknown[] = [
    null, undefined, 0, 'text', [], {}, { v: 2 }, { nodes: 'text' }, { nodes: { length: 3 } }, { nodes: [null, 1, true, [], {}] },
    { nodes: [{ tag: 'p', children: 'text' }] }, { nodes: [{ tag: 'p', children: [null, { tag: {} }, [[['x']]]] }] },
    { nodes: [{ tag: 'link', href: {}, article: [], children: ['x'] }] }, { nodes: [{ tag: 'ol', start: 'many' }] },
    { nodes: [{ tag: 'cell', colspan: -1e9, rowspan: 1e9 }] }, { nodes: [{ tag: 'image' }, { tag: 'video' }] },
    { nodes: [{ tag: 'link', href: 'https://[', children: ['x'] }, { tag: 'link', href: 'http://', children: ['y'] }] },
    { nodes: [{ tag: 'video', src: 'https://example.com/v', title: '' }] }, { nodes: [{ tag: 'note', kind: 'harm', title: 7 }] },
    JSON.parse('{"nodes":[{"tag":"p","__proto__":{"onclick":"x"},"children":["x"]}]}'),
  ]; // prettier-ignore
  it('throws on no shape of data', () => {
    for (const shape of SHAPES) {
      try {
        renderArticle(shape as ArticleTree, place);
      } catch (error) {
        throw new Error(`it threw on ${JSON.stringify(shape)}: ${String(error)}`, { cause: error });
      }
      equal(foreignAttributes(), [], `attributes after ${JSON.stringify(shape)}`);
    }
  });
});

describe('renderArticle on articles', () => {
  it('draws notes, tables, lists, ruby and details', () => {
    draw(
      [
        { tag: 'h2', id: 'part', children: ['Part'] },
        { tag: 'note', kind: 'warning', children: [{ tag: 'p', children: ['Careful'] }] },
        {
          tag: 'table',
          children: [
            { tag: 'row', children: [{ tag: 'headcell', align: 'end', children: ['Head'] }] },
            { tag: 'row', children: [{ tag: 'cell', colspan: 2, children: ['Cell'] }] },
          ],
        },
        { tag: 'ol', start: 3, children: [{ tag: 'li', children: ['third'] }] },
        { tag: 'ul', children: [{ tag: 'li', checked: true, children: ['done'] }] },
        { tag: 'p', children: [{ tag: 'ruby', children: ['漢', { tag: 'rt', children: ['かん'] }] }] },
        {
          tag: 'details',
          open: true,
          children: [
            { tag: 'summary', children: ['More'] },
            { tag: 'p', children: ['inside'] },
          ],
        },
        { tag: 'pre', children: ['code'] },
      ],
      { words: { note: (kind) => `kind ${kind}`, table: 'Table' } },
    );
    const one = (selector: string): Element => {
      const found = place.querySelector(selector);
      ok(found !== null, `there is ${selector}`);
      return found;
    };
    equal(one('h3[data-section=part]').textContent, 'Part');
    equal(one('[role=note]').getAttribute('aria-label'), 'kind warning');
    equal(one('[role=region][aria-label=Table] th[scope=col]').getAttribute('data-align'), 'end');
    equal(one('td').getAttribute('colspan'), '2');
    equal((one('ol') as HTMLOListElement).start, 3);
    ok((one('li input[type=checkbox][disabled]') as HTMLInputElement).checked, 'the task is done');
    equal(one('ruby rt').textContent, 'かん');
    ok((one('details') as HTMLDetailsElement).open, 'the details are open');
    equal(one('pre[tabindex="0"] code').textContent, 'code');
  });

  it('marks links that lead elsewhere with rel, a new window and the host’s name', () => {
    draw([
      { tag: 'link', href: 'https://example.com/a', children: ['away'] },
      { tag: 'link', href: '/here', children: ['here'] },
      { tag: 'link', href: 'mailto:a@example.com', children: ['mail'] },
    ]);
    const links = [...place.querySelectorAll('a')];
    equal(
      links.map(({ textContent, target }) => [textContent, target]),
      [
        ['away (example.com)', '_blank'],
        ['here', ''],
        ['mail', '_blank'],
      ],
      'links',
    );
    for (const { rel } of links) ok(/noopener/.test(rel) && /noreferrer/.test(rel), `rel is ${rel}`);
  });

  it('opens another article by a button, and leaves its words where nothing can open it', () => {
    const nodes = [{ tag: 'p', children: [{ tag: 'link', article: 'next', section: 'two', children: ['next'] }] }];
    const opened: unknown[] = [];
    draw(nodes, { onArticle: (...where) => void opened.push(where) });
    place.querySelector('button')!.click();
    equal(opened, [['next', 'two']], 'opened');
    draw(nodes);
    equal([place.textContent, place.querySelectorAll('button, a').length], ['next', 0], 'without a way to open');
  });
});
