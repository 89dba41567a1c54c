import { attributeOf, childElements, classesOf, elementsBelow, isElement, textOfNode, wordOf, wordsBelow, type HtmlElement } from './dom.js'; // prettier-ignore

/** How many characters a reader sees in an element, and how many of them are links. */
export interface Extent {
  text: number;
  linked: number;
}

/** Elements that hold words for finding one's way, by tag and role. */
const FURNITURE_ROLE = /^(?:navigation|banner|contentinfo|search|dialog|alertdialog|menu|menubar|toolbar)$/;
const FURNITURE_CLASS = new RegExp(
  '^(?:' +
    [
      '(?:[a-z]+-)*breadcrumbs?(?:-[a-z]+)*', 'cookies?(?:-[a-z]+)*', '(?:[a-z]+-)?consent(?:-[a-z]+)*', 'gdpr(?:-[a-z]+)*',
      '(?:[a-z]+-)?toc(?:-[a-z]+)*', 'table-?of-?contents', '(?:vp)?(?:last|date)-?(?:updated|modified)', 'theme-(?:doc-footer|last-updated|edit-this-page)',
      'on-this-page', '(?:[a-z]+-)*edit-?(?:this-?)?(?:page|link)', 'pagination(?:-[a-z]+)*', 'pager', 'prev-?next', 'page-nav(?:igation)?',
      '(?:left-|right-|page-|doc-)?sidebar(?:-[a-z]+)*', 'navbar(?:-[a-z]+)*', 'nav-(?:menu|links|list)', '(?:main|site|side)-(?:menu|nav|header|footer)',
      'skip-?(?:to-?)?(?:link|content|main|nav)?s?', 'share(?:-[a-z]+)*', 'social(?:-[a-z]+)*', '(?:[a-z]+-)?feedback(?:-[a-z]+)*', 'was-this-helpful', 'article-votes?',
      'comments?(?:-list)?', 'newsletter', 'related(?:-(?:articles|posts|links))?', 'adverts?', 'advertisement', 'back-to-top', 'search-?(?:form|box|bar)',
      'recently-viewed(?:-[a-z]+)*',
    ].join('|') +
    ')$',
); // prettier-ignore
const EDIT_WORDS = /^(?:✏️?\s*|📝\s*)?(?:edit (?:this )?page(?: on \w+)?|edit on \w+|improve this (?:page|doc)|suggest (?:an )?edits?|编辑(?:此页|本页|页面)|在 ?\w+ ?上编辑(?:此页|本页)?|編輯(?:此頁|本頁))$/iu; // prettier-ignore

/** True for menus, bars, links to edit and the like: what a page has around its article. `total` is how much text the page has. */
export function isFurniture(element: HtmlElement, extentOf: (element: HtmlElement) => Extent, total: number): boolean {
  const { tagName } = element;
  if (tagName === 'nav' || FURNITURE_ROLE.test(attributeOf(element, 'role') ?? '')) return true;
  if (tagName === 'footer') return !isWithin(element, 'blockquote');
  if (tagName === 'header') return !elementsBelow(element).some((child) => /^h[1-3]$/.test(child.tagName));
  if (tagName === 'a') return wordOf(element, 'rel') === 'edit' || EDIT_WORDS.test(wordsBelow(element));
  const { text, linked } = extentOf(element);
  if (text * 2 > total) return false;
  if (tagName === 'aside') return linked > text * 0.6;
  if (tagName === 'form')
    return elementsBelow(element).some((child) => /^(?:input|textarea|select)$/.test(child.tagName));
  const names = [...classesOf(element), (wordOf(element, 'id') ?? '').toLowerCase()];
  return !/^h[1-6]$/.test(tagName) && names.some((name) => FURNITURE_CLASS.test(name.replaceAll('_', '-')));
}

function isWithin(element: HtmlElement, tagName: string): boolean {
  for (let parent = element.parentNode; parent && isElement(parent); parent = parent.parentNode) {
    if (parent.tagName === tagName) return true;
  }
  return false;
}

/** Measures an element and all below it, without what `skip` names. */
export function measureText(root: HtmlElement, skip: (element: HtmlElement) => boolean): Map<HtmlElement, Extent> {
  const extents = new Map<HtmlElement, Extent>();
  const measure = (element: HtmlElement, isLinked: boolean): Extent => {
    let own = 0;
    for (const node of element.childNodes) own += (textOfNode(node) ?? '').replaceAll(/\s+/gu, '').length;
    const extent = { text: own, linked: isLinked ? own : 0 };
    for (const child of childElements(element)) {
      if (skip(child)) continue;
      const inner = measure(child, isLinked || child.tagName === 'a');
      extent.text += inner.text;
      extent.linked += inner.linked;
    }
    extents.set(element, extent);
    return extent;
  };
  measure(root, false);
  return extents;
}
