import { saveEngine } from './engines/pack-engine.js';
import { docOf, engineDocOf } from './engine-doc.js';
import { inOwnersOrder } from './owners-order.js';
import { PACK_FORMAT, type IndexShard, type SearchableArticle } from './pack-format.js';

/**
 * The content of an index file for the articles of one locale, in any order: the same articles give the same content.
 * Docs come out in the owner's order, without `file`: set it where the articles lie in several files.
 */
export function buildIndexShard(locale: string, articles: readonly SearchableArticle[]): IndexShard {
  const sorted = inOwnersOrder(articles);
  return {
    format: PACK_FORMAT,
    locale,
    docs: sorted.map(docOf),
    engine: saveEngine(locale, sorted.map(engineDocOf)),
  };
}
