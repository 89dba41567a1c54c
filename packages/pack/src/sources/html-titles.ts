import type { HtmlPage } from './html-pages.js';

const SEPARATOR = /\s+[|｜\-–—·•»:]\s+|\s*[|｜]\s*|_/u;

/** Chooses the titles of the pages of one site: the heading of the article, else the page's title without the name of the site. */
export function createTitles(pages: readonly HtmlPage[]): (page: HtmlPage) => string | undefined {
  const counts = new Map<string, number>();
  for (const { facts } of pages) {
    const ending = endingOf(facts.title ?? facts.ogTitle ?? '');
    if (ending) counts.set(ending, (counts.get(ending) ?? 0) + 1);
  }
  const isSiteName = (ending: string, siteName: string | undefined): boolean =>
    ending === siteName || pages.length === 1 || (counts.get(ending) ?? 0) > 1;
  const strip = (title: string | undefined, siteName: string | undefined): string | undefined => {
    const ending = title && endingOf(title);
    if (!title || !ending || !isSiteName(ending, siteName)) return title;
    return title.slice(0, title.lastIndexOf(ending)).replace(/[\s|｜\-–—·•»:_]+$/u, '') || title;
  };
  return ({ heading, facts }) => heading ?? strip(facts.ogTitle, facts.siteName) ?? strip(facts.title, facts.siteName);
}

function endingOf(title: string): string {
  const parts = title.split(SEPARATOR);
  return parts.length > 1 ? parts.at(-1)!.trim() : '';
}
