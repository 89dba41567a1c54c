// A text is folded cluster by cluster (a character and what combines with it), so that each folded character
// still knows its place in the original text: normalising the whole text at once would lose it.

const EXTENDS = /[\p{M}\u200d\uff9e\uff9f\u1160-\u11ff]/u;
// The limit of the Stream-Safe Text Format (UAX 15): reordering marks takes time that grows with the square of their number.
const LONGEST = 30;

/** Where the cluster that begins at `start` ends. Lone surrogates are clusters of their own. */
export function clusterEnd(text: string, start: number): number {
  let end = start + (text.codePointAt(start)! > 0xffff ? 2 : 1);
  for (let taken = 0; taken < LONGEST && end < text.length && text.charCodeAt(end) >= 0x300; taken++) {
    const next = text.codePointAt(end)!;
    if (!EXTENDS.test(String.fromCodePoint(next))) break;
    end += next > 0xffff ? 2 : 1;
  }
  return end;
}

/**
 * One cluster in the form that is compared: compatibility forms and widths unified (NFKC), lower case, and Latin and Greek
 * letters without their marks unless `keepMarks`. May give no, one or several characters (㎏ gives kg).
 */
export function foldCluster(cluster: string, keepMarks: boolean): string {
  const lower = cluster.normalize('NFKC').toLowerCase();
  return keepMarks || !/[\p{sc=Latin}\p{sc=Grek}]/u.test(lower)
    ? lower
    : lower.normalize('NFD').replace(/\p{Mn}/gu, '');
}

/** True for languages whose marks tell words apart even in a carefree query (measured for Vietnamese). */
export function keepsMarks(locale: string): boolean {
  return /^vi\b/i.test(locale);
}

/** A whole text in the form that is compared, where places do not matter. */
export function foldText(text: string, keepMarks: boolean): string {
  let folded = '';
  for (let start = 0, end = 0; start < text.length; start = end) {
    end = clusterEnd(text, start);
    folded += foldCluster(text.slice(start, end), keepMarks);
  }
  return folded;
}
