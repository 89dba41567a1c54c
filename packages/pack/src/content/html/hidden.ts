import { attributeOf, classesOf, elementsBelow, wordOf, wordsBelow, type HtmlElement, type HtmlParent } from './dom.js';

/** Elements whose content no reader sees, or that a tree can hold in no form. `rp` is the bracket for browsers without ruby. */
const UNSEEN: ReadonlySet<string> = new Set([
  'script', 'style', 'template', 'noscript', 'noframes', 'noembed', 'object', 'embed', 'applet', 'param', 'svg', 'canvas', 'map',
  'area', 'audio', 'head', 'title', 'meta', 'link', 'base', 'basefont', 'rp', 'select', 'option', 'optgroup', 'datalist', 'textarea',
  'progress', 'meter', 'dialog', 'frame', 'frameset', 'colgroup', 'col', 'slot', 'portal', 'fencedframe',
]); // prettier-ignore
const CONTROL_NAMES = ['aria-controls', 'data-target', 'data-bs-target'] as const;
const GUTTER = /^(?:gutter|linenos?|line-?numbers?|line-numbers-(?:rows|wrapper)|hljs-ln-n(?:umbers)?|rouge-gutter)$/;
const VISUALLY_HIDDEN = /^(?:sr-only|visually-?hidden|screen-reader-text|screenreader)$/;
const COPY_BUTTON = /copy|clipboard/;

/** The ids of what buttons and tabs of the page show when they are pressed: hidden now, and yet meant to be read. */
export function revealedIds(root: HtmlParent): ReadonlySet<string> {
  const ids = new Set<string>();
  for (const element of elementsBelow(root)) {
    for (const name of CONTROL_NAMES) {
      for (const id of (wordOf(element, name) ?? '').split(/\s+/u)) if (id) ids.add(id.replace(/^#/u, ''));
    }
    if (wordOf(element, 'data-toggle') || wordOf(element, 'data-bs-toggle')) {
      const href = wordOf(element, 'href');
      if (href?.startsWith('#')) ids.add(href.slice(1));
    }
  }
  return ids;
}

/**
 * True for what is left out with all it holds: elements that no reader sees, hidden ones, line numbers beside code, buttons that copy.
 * Tab panels and what a control of the page reveals stay.
 */
export function isHidden(element: HtmlElement, revealed: ReadonlySet<string>): boolean {
  const { tagName } = element;
  if (UNSEEN.has(tagName)) return true;
  if (!isHiddenByAttribute(element)) return isAid(element);
  if (tagName === 'math') return false;
  return !(attributeOf(element, 'role') === 'tabpanel' || revealed.has(wordOf(element, 'id') ?? ''));
}

function isHiddenByAttribute(element: HtmlElement): boolean {
  const hidden = attributeOf(element, 'hidden');
  if (hidden !== undefined && hidden.toLowerCase() !== 'until-found') return true;
  if (wordOf(element, 'aria-hidden')?.toLowerCase() === 'true') return true;
  return /(?:^|;)\s*(?:display\s*:\s*none|visibility\s*:\s*hidden)/iu.test(attributeOf(element, 'style') ?? '');
}

/** Aids beside the words: for screen readers, for copying, for counting lines. */
function isAid(element: HtmlElement): boolean {
  const classes = classesOf(element);
  if (classes.some((name) => VISUALLY_HIDDEN.test(name))) return true;
  if (element.tagName === 'button') {
    return COPY_BUTTON.test(
      `${classes.join(' ')} ${wordOf(element, 'title') ?? ''} ${wordOf(element, 'aria-label') ?? ''}`.toLowerCase(),
    );
  }
  return classes.some((name) => GUTTER.test(name)) && /^[\d\s]*$/u.test(wordsBelow(element));
}
