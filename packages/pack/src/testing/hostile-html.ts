import fc from 'fast-check';

const NAMES = [
  'p', 'div', 'b', 'i', 'a', 'span', 'ul', 'ol', 'li', 'table', 'tr', 'td', 'th', 'caption', 'tbody', 'pre', 'code', 'h1', 'h2', 'h5', 'details',
  'summary', 'dl', 'dt', 'dd', 'blockquote', 'aside', 'figure', 'figcaption', 'ruby', 'rt', 'rp', 'svg', 'math', 'mi', 'foreignObject', 'template',
  'select', 'option', 'textarea', 'title', 'script', 'style', 'iframe', 'object', 'form', 'input', 'button', 'noscript', 'img', 'br', 'hr',
  'html', 'body', 'head', 'frameset', 'plaintext', 'xmp', 'x-y', 'font', 'nobr', 'marquee', 'col', 'video', 'dialog', 'slot',
]; // prettier-ignore
const ATTRIBUTES = [
  'id="__proto__"', 'id="constructor"', 'name="cookie"', 'id=x', 'name=getElementById', 'class="note"', 'class="admonition-title"', 'style="position:fixed"',
  'onclick="planted()"', 'href="javascript:planted()"', 'href="java&Tab;script:planted()"', 'href=" \u0001javascript:planted()"', 'href="data:text/html,planted()"',
  'href="//a.example"', 'href="a.html#b"', 'src="javascript:planted()"', 'src="data:image/svg+xml,planted()"', 'src="a.png"', 'srcset="https://b.example/x 1x"',
  'colspan=99999', 'colspan=-1', 'rowspan="0"', 'start="1e9"', 'start=-4', 'align=__proto__', 'hidden', 'aria-controls="x"', 'role=tabpanel', 'open', 'width=5000000',
  'type=checkbox', 'slot=x', 'is="x-y"', 'popover', 'tabindex=0', 'form=f', 'data-src="vbscript:planted()"', 'lang="x"', 'data-lang="__proto__"',
]; // prettier-ignore
const name = fc.constantFrom(...NAMES);
const openTag = fc
  .tuple(name, fc.array(fc.constantFrom(...ATTRIBUTES), { maxLength: 3 }))
  .map(([tag, attributes]) => `<${[tag, ...attributes].join(' ')}>`);
const piece = fc.oneof(
  openTag,
  openTag,
  name.map((tag) => `</${tag}>`),
  fc.constantFrom('词语', 'word', ' ', '\n', '&lt;script>', '&#0;', '&bogus', '\0', '\ud800', '<!--', '-->', '<![CDATA[', ']]>', '<!', '</', '<', '"', '🙂', '\u202e'), // prettier-ignore
  fc.string({ unit: 'grapheme', maxLength: 8 }),
);
const repeated = fc
  .tuple(openTag, fc.integer({ min: 1, max: 3_000 }))
  .map(([tag, times]) => tag.repeat(times).slice(0, 60_000));
/** HTML as somebody who means harm, or a broken tool, might write it: planted code, clobbering names, unclosed tags, depth and size. For tests. */
export const hostileHtml: fc.Arbitrary<string> = fc
  .array(fc.oneof({ weight: 12, arbitrary: piece }, { weight: 1, arbitrary: repeated }), { maxLength: 60 })
  .map((pieces) => pieces.join(''));
