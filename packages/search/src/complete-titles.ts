import { CLUSTERS, foldCluster } from './analysis/fold.js';

/**
 * Titles that continue what was typed: those that begin with it first, then those that hold it at the beginning of a word
 * (anywhere in scripts without spaces), each in the order given. Case, width and Latin marks do not matter. Nothing for empty text.
 */
export function completeTitles(text: string, titles: readonly string[], limit: number): string[] {
  const typed = fold(text);
  if (!typed) return [];
  const starting = new Set<string>();
  const holding = new Set<string>();
  for (const title of titles) {
    const folded = fold(title);
    if (folded.startsWith(typed)) starting.add(title);
    else if (/[\u0e00-\u0eff\u2e80-\uffff]/.test(typed) ? folded.includes(typed) : folded.includes(` ${typed}`))
      holding.add(title);
  }
  return [...starting, ...holding].slice(0, limit);
}

const fold = (text: string): string =>
  text
    .replace(CLUSTERS, (cluster) => foldCluster(cluster, false))
    .replace(/\s+/gu, ' ')
    .trimStart();
