import { parse, type DefaultTreeAdapterTypes } from 'parse5';
import { localeOf } from '../../sources/locale-tag.js';

/** What a page says about its site. `accent` is a colour as the tag takes it; `tagSource` the `src` of the widget's tag on it. */
export interface PageFacts {
  locale?: string;
  title?: string;
  siteName?: string;
  accent?: string;
  tagSource?: string;
}

const COLOUR = /^#(?:[\da-f]{3}|[\da-f]{6})$/iu;

/** Reads the head of a page, and its scripts. Never throws: what is not there is left out, and of two the first counts. */
export function readPage(html: string): PageFacts {
  const facts: PageFacts = {};
  for (const element of elementsOf(parse(html))) Object.assign(facts, { ...factsOf(element), ...facts });
  return facts;
}

function factsOf({ tagName, attrs, childNodes }: Element): PageFacts {
  const attribute = (name: string): string => attrs.find((each) => each.name === name)?.value.trim() ?? '';
  const known = <K extends keyof PageFacts>(name: K, value: string | null, isThere = Boolean(value)): PageFacts =>
    isThere ? { [name]: value } : {};
  if (tagName === 'html') return known('locale', attribute('lang') && localeOf(attribute('lang')));
  if (tagName === 'title') return known('title', textOf(childNodes));
  if (tagName === 'script') {
    const source = attribute('src');
    return known('tagSource', source, /(?:^|\/)helpkiosk\.js(?:$|[?#])/u.test(source));
  }
  if (tagName !== 'meta') return {};
  const [name, content] = [attribute('name').toLowerCase(), attribute('content')];
  if (name === 'application-name' || attribute('property').toLowerCase() === 'og:site_name')
    return known('siteName', content);
  const isColour = name === 'theme-color' && !/dark/iu.test(attribute('media')) && COLOUR.test(content);
  return known('accent', content.toLowerCase(), isColour);
}

const GENERIC = /^(?:home|homepage|index|welcome|document|untitled|首页|主页|欢迎)$/iu;

/**
 * The name of a site: what its pages call it, else the part that the titles have in common, else the only part of the title of the first.
 * Null when nothing says so.
 */
export function siteNameOf(pages: readonly PageFacts[]): string | null {
  const named = pages.find(({ siteName }) => siteName)?.siteName;
  if (named) return named;
  const titles = pages.flatMap(({ title }) => (title ? [partsOf(title)] : []));
  const [first = []] = titles;
  const sharedBy = (part: string): number => titles.filter((title) => title.includes(part)).length;
  const [best] = [...first].reverse().sort((a, b) => sharedBy(b) - sharedBy(a));
  return best ?? null;
}

const partsOf = (title: string): string[] =>
  title
    .split(/\s+[|·•–—-]\s+|\s*[|_｜]\s*/u)
    .map((part) => part.replaceAll(/\s+/gu, ' ').trim())
    .filter((part) => part && !GENERIC.test(part));

type Node = DefaultTreeAdapterTypes.Node;
type Element = DefaultTreeAdapterTypes.Element;

function elementsOf(node: Node): Element[] {
  const found: Element[] = [];
  const open: Node[] = [node];
  for (let next = open.pop(); next; next = open.pop()) {
    if ('tagName' in next) found.push(next);
    if ('childNodes' in next) open.push(...[...next.childNodes].reverse());
  }
  return found;
}

const textOf = (nodes: readonly Node[]): string =>
  nodes
    .map((node) => ('value' in node ? node.value : ''))
    .join('')
    .trim();
