import { posix } from 'node:path';
import { instantOf } from '../content/html/page-facts.js';
import { decodeEntities } from '../content/entities.js';
import { readHtmlText } from './html-pages.js';

/** A page that a sitemap names, in its order. */
export interface SitemapEntry {
  url: string;
  updatedAt?: number;
}

const MAX_ENTRIES = 50_000;

/**
 * The entries of all sitemaps of a folder, those that an index names in its order. Files of an index are looked for by name in the folder.
 * Null where there is none.
 */
export async function readSitemaps(folder: string, paths: readonly string[]): Promise<SitemapEntry[] | null> {
  const files = paths.filter((path) => /^sitemap[\w.-]*\.xml$/iu.test(posix.basename(path)));
  const texts = new Map<string, string>();
  for (const path of files) {
    const read = await readHtmlText(folder, path);
    if ('text' in read) texts.set(path, read.text);
  }
  if (!texts.size) return null;
  const named = [...texts.values()].flatMap((text) => placesIn(text, 'sitemap').map(({ url }) => posix.basename(url)));
  const rank = (path: string): number => {
    const at = named.indexOf(posix.basename(path));
    return at < 0 ? named.length : at;
  };
  const inOrder = [...texts].sort(([a], [b]) => rank(a) - rank(b));
  const entries = inOrder.flatMap(([, text]) => placesIn(text, 'url'));
  return entries.length ? entries.slice(0, MAX_ENTRIES) : null;
}

function placesIn(text: string, name: 'url' | 'sitemap'): SitemapEntry[] {
  const parts = text.split(new RegExp(`<${name}(?:\\s[^>]*)?>`, 'u')).slice(1);
  return parts.flatMap((part) => {
    const url = valueOf(part, 'loc');
    const updatedAt = instantOf(valueOf(part, 'lastmod'));
    return url ? [{ url, ...(updatedAt === undefined ? {} : { updatedAt }) }] : [];
  });
}

function valueOf(part: string, name: string): string | undefined {
  const match = new RegExp(`<${name}>\\s*(?:<!\\[CDATA\\[)?\\s*([^<\\]]{1,2000})`, 'u').exec(part);
  return match ? decodeEntities(match[1]!.trim()) : undefined;
}
