import type { Article, ArticleNode, SearchResult, TextPart } from '@helpkiosk/core';

/** What a result says of its article, for one that the pack does not have: its excerpt, and the way to the whole of it where there is an address. */
export function articleOfResult({ articleId, locale, title, excerpt, category, url }: SearchResult): Article {
  const name = joined(title);
  const nodes: ArticleNode[] = [];
  if (excerpt.length) nodes.push({ tag: 'p', children: [joined(excerpt)] });
  if (url) nodes.push({ tag: 'p', children: [{ tag: 'link', href: url, children: [name] }] });
  return {
    id: articleId,
    locale,
    title: name,
    ...(category && { category }),
    ...(url && { url }),
    tree: { v: 1, nodes },
    videos: [],
    related: [],
  };
}

const joined = (parts: readonly TextPart[]): string => parts.map(({ text }) => text).join('');
