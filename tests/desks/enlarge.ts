import type { LoadedArticle } from '../../examples/search-server/articles.mjs';
import { readPack } from '../../examples/search-server/read-pack.mjs';

const PARAGRAPHS = 4;

/** As many articles as wanted, one after the other, made of the pack's by putting the lines of several together; the same each time. */
export async function* enlarge(packFolder: string, count: number): AsyncGenerator<LoadedArticle> {
  const byLocale = new Map<string, LoadedArticle[]>();
  for await (const article of readPack(packFolder))
    byLocale.set(article.locale, [...(byLocale.get(article.locale) ?? []), article]);
  const locales = [...byLocale.keys()];
  let seed = 1;
  const next = (below: number): number => {
    seed = (seed * 48271) % 2147483647; // the minimal standard generator of Park and Miller
    return seed % below;
  };
  for (let i = 0; i < count; i++) {
    const articles = byLocale.get(locales[i % locales.length]!)!;
    const base = articles[next(articles.length)]!;
    const lines = Array.from({ length: PARAGRAPHS }, () => {
      const from = articles[next(articles.length)]!.body.split('\n').filter(Boolean);
      return from[next(from.length)]!;
    });
    yield { ...base, id: `${base.id}-${i}`, title: `${base.title} ${i}`, body: lines.join('\n') };
  }
}
