// Articles without a build step: a JSON file of the owner's, or questions and answers that stand in the page itself.
import { HelpError, type ArticleNode, type ArticleSource, type HelpConfig, type Tag } from '@helpkiosk/core';
import type { SearchTarget } from '@helpkiosk/search';

/** HTML elements that have a counterpart in an article tree; of all others only the content is taken. */
const TAGS: Readonly<Record<string, Tag>> = {
  P: 'p', UL: 'ul', OL: 'ol', LI: 'li', PRE: 'pre', CODE: 'code', BLOCKQUOTE: 'quote', TABLE: 'table', TR: 'row', TD: 'cell',
  TH: 'headcell', STRONG: 'strong', B: 'strong', EM: 'em', I: 'em', DEL: 'del', KBD: 'kbd', SUP: 'sup', SUB: 'sub', MARK: 'mark',
  RUBY: 'ruby', RT: 'rt', BR: 'br', HR: 'hr', A: 'link', IMG: 'image', FIGURE: 'figure', FIGCAPTION: 'caption', DL: 'dl', DT: 'dt',
  DD: 'dd', H4: 'h3', H5: 'h4', H6: 'h4',
}; // prettier-ignore
const UNSEEN = new Set([
  'SCRIPT',
  'STYLE',
  'TEMPLATE',
  'NOSCRIPT',
  'IFRAME',
  'OBJECT',
  'SVG',
  'MATH',
  'FORM',
  'BUTTON',
  'INPUT',
  'SELECT',
  'TEXTAREA',
  'RP',
]);

/** What is searched where there is no pack: the owner's list, or what `readArticles` makes of its place. */
export async function liveTarget({ articles = [], locale, imageOrigins = [] }: HelpConfig): Promise<SearchTarget> {
  const found = typeof articles === 'string' ? await readArticles(articles, locale) : articles;
  return { kind: 'live', articles: found, imageOrigins };
}

/**
 * Reads `data-articles`: a selector that begins with `#` or `.`, or the URL of a JSON file with a list of `ArticleSource`.
 * HelpError `pack-missing` when there is nothing to read, with `file` naming what was asked for.
 */
export async function readArticles(source: string, locale?: string): Promise<readonly ArticleSource[]> {
  if (/^[#.]/.test(source)) {
    const element = document.querySelector(source);
    if (!element) throw new HelpError('pack-missing', { file: source, reason: 'no element fits the selector' });
    return articlesOf(element, locale ?? (document.documentElement.lang || 'en'));
  }
  let response: Response;
  try {
    response = await fetch(source, { credentials: 'same-origin' });
  } catch (cause) {
    throw new HelpError('network', { file: source }, { cause });
  }
  if (!response.ok) throw new HelpError('pack-missing', { file: source, status: response.status });
  try {
    return (await response.json()) as readonly ArticleSource[]; // createLiveSearch checks every field
  } catch (cause) {
    throw new HelpError('pack-missing', { file: source, reason: 'not JSON' }, { cause });
  }
}

/** One article for each `<details>`, or else for each h2 and h3 with what follows it. */
export function articlesOf(element: Element, locale: string): ArticleSource[] {
  const sets: { title: string; nodes: Node[] }[] = [];
  for (const details of element.querySelectorAll('details')) {
    const summary = details.querySelector('summary');
    sets.push({ title: textIn(summary), nodes: [...details.childNodes].filter((node) => node !== summary) });
  }
  if (!sets.length) {
    for (const heading of element.querySelectorAll('h2, h3')) {
      const nodes: Node[] = [];
      for (let next = heading.nextSibling; next && !/^H[1-3]$/i.test(next.nodeName); next = next.nextSibling)
        nodes.push(next);
      sets.push({ title: textIn(heading), nodes });
    }
  }
  return sets
    .filter(({ title }) => title)
    .map(({ title, nodes }, place) => ({
      id: `page-${place + 1}`,
      locale,
      title,
      order: place,
      body: { v: 1, nodes: inBlocks(nodes.flatMap(convert)) },
    }));
}

const textIn = (node: Node | null): string => (node?.textContent ?? '').replace(/\s+/g, ' ').trim();

/** Loose text becomes paragraphs; white space between blocks is nothing. */
function inBlocks(nodes: readonly ArticleNode[]): ArticleNode[] {
  return nodes
    .filter((node) => typeof node !== 'string' || node.trim())
    .map((node) => (typeof node === 'string' ? { tag: 'p', children: [node.trim()] } : node));
}

function convert(node: Node): ArticleNode[] {
  if (node.nodeType === Node.TEXT_NODE) return [(node.nodeValue ?? '').replace(/\s+/g, ' ')];
  if (!(node instanceof HTMLElement) || UNSEEN.has(node.nodeName.toUpperCase())) return [];
  const children = [...node.childNodes].flatMap(convert);
  const tag = TAGS[node.nodeName.toUpperCase()];
  if (!tag) return children;
  if (node instanceof HTMLAnchorElement) return [{ tag, href: node.href, children }];
  if (node instanceof HTMLImageElement) return [{ tag, src: node.getAttribute('src') ?? '', alt: node.alt }];
  return [children.length ? { tag, children } : { tag }];
}
