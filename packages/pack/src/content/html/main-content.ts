import type { DefaultTreeAdapterTypes } from 'parse5';
import { attributeOf, childElements, elementsBelow, textOfNode, type HtmlElement } from './dom.js';
import { isHidden, revealedIds } from './hidden.js';
import { isFurniture, measureText, type Extent } from './page-furniture.js';

/** The article of a page: the element that holds it, and what is to be left out inside. `title` is its first heading of level 1. */
export interface MainContent {
  element: HtmlElement;
  skip: (element: HtmlElement) => boolean;
  title?: HtmlElement;
}

const NOTHING: Extent = { text: 0, linked: 0 };
const CONTAINER: ReadonlySet<string> = new Set(['body', 'div', 'section', 'article', 'center', 'table', 'tbody', 'tr', 'td', 'form', 'main']); // prettier-ignore

/**
 * Finds the article of a page: `main` or `role=main`, in it an `article` or `itemprop=articleBody` that holds most of it; without these
 * the block that is left when one goes down past blocks of links and small print. Null for a page without words.
 */
export function findMainContent(document: DefaultTreeAdapterTypes.Document): MainContent | null {
  const body = elementsBelow(document).find(({ tagName }) => tagName === 'body');
  if (!body) return null;
  const revealed = revealedIds(document);
  const isUnseen = (element: HtmlElement): boolean => isHidden(element, revealed);
  const raw = measureText(body, isUnseen);
  const furniture = new Map<HtmlElement, boolean>();
  const total = raw.get(body)!.text;
  const skip = (element: HtmlElement): boolean => {
    const known = furniture.get(element);
    if (known !== undefined) return known;
    const verdict = isUnseen(element) || isFurniture(element, (one) => raw.get(one) ?? NOTHING, total);
    furniture.set(element, verdict);
    return verdict;
  };
  const extents = measureText(body, skip);
  const textOf = (element: HtmlElement): number => extents.get(element)?.text ?? 0;
  if (textOf(body) === 0) return null;
  const main = largest(elementsBelow(body, skip).filter(isMain), textOf);
  const scope = main ?? body;
  const inner = largest(elementsBelow(scope, skip).filter(isArticle), textOf);
  const holdsMost = inner && textOf(inner) * 2 >= textOf(scope);
  const element = holdsMost ? inner : (main ?? densest(body, extents, skip));
  const title = [element, scope].flatMap((place) => elementsBelow(place, skip)).find(({ tagName }) => tagName === 'h1');
  return { element, skip, ...(title ? { title } : {}) };
}

const isMain = (element: HtmlElement): boolean => element.tagName === 'main' || attributeOf(element, 'role') === 'main';
const isArticle = (element: HtmlElement): boolean =>
  element.tagName === 'article' || attributeOf(element, 'itemprop')?.toLowerCase() === 'articlebody';

function largest(elements: readonly HtmlElement[], textOf: (element: HtmlElement) => number): HtmlElement | undefined {
  let best: HtmlElement | undefined;
  for (const element of elements) if (textOf(element) > (best ? textOf(best) : 0)) best = element;
  return best;
}

function densest(
  body: HtmlElement,
  extents: ReadonlyMap<HtmlElement, Extent>,
  skip: (element: HtmlElement) => boolean,
): HtmlElement {
  const scoreOf = (element: HtmlElement): number => {
    const { text, linked } = extents.get(element) ?? NOTHING;
    return text - linked;
  };
  let place = body;
  for (;;) {
    const children = childElements(place).filter((child) => !skip(child) && (extents.get(child)?.text ?? 0) > 0);
    const next = children.reduce(
      (best, child) => (scoreOf(child) > scoreOf(best) ? child : best),
      children[0] ?? place,
    );
    const isDroppable = (child: HtmlElement): boolean => {
      const { text, linked } = extents.get(child) ?? NOTHING;
      if (!CONTAINER.has(child.tagName)) return text > 0 && linked === text;
      return linked * 2 > text || (text < 200 && text * 10 < scoreOf(next) && !holdsHeading(child));
    };
    const hasLooseText = place.childNodes.some((node) => (textOfNode(node) ?? '').trim() !== '');
    const others = children.filter((child) => child !== next);
    if (next === place || !CONTAINER.has(next.tagName) || hasLooseText || !others.every(isDroppable)) return place;
    place = next;
  }
}

const holdsHeading = (element: HtmlElement): boolean => elementsBelow(element).some(({ tagName }) => /^h[1-3]$/.test(tagName)); // prettier-ignore
