// From lists of words to what finds them. Entries are text of ours or of the host: whatever they hold, no pattern fails to compile.
import type { TriageTheme, TriageWords } from './triage-types.js';
import { foldText } from './fold-text.js';
import { THEMES } from './themes.js';

/** Finds the words of one theme that weigh the same. The pattern has the flag `g`: use it with `matchAll`. */
export interface WordFinder {
  what: TriageTheme;
  weight: number;
  pattern: RegExp;
}

const HAN = /\p{Script=Han}/u;

/**
 * Makes finders of lists. What is not as `TriageWords` tells is left out: other themes, weights that are no number, entries without words.
 *
 * @param traditional Characters that entries may have in place of others: see `foldText`.
 */
export function readWords(lists: readonly TriageWords[], traditional = ''): WordFinder[] {
  return lists.flatMap((list) =>
    Object.entries(list)
      .filter(([what]) => Object.hasOwn(THEMES, what))
      .flatMap(([what, byWeight]) =>
        Object.entries(byWeight ?? {}).flatMap(([weight, entries]: [string, unknown]) => {
          const sources = String(entries ?? '')
            .split('|')
            .map((entry) => sourceOf(foldText(entry.trim(), traditional)))
            .filter(Boolean);
          if (sources.length === 0 || !Number.isFinite(Number(weight))) return [];
          return { what: what as TriageTheme, weight: Number(weight), pattern: new RegExp(sources.join('|'), 'g') };
        }),
      ),
  );
}

/** The pattern of one folded entry; empty for an entry without letters or digits. */
function sourceOf(entry: string): string {
  if (!/[\p{L}\p{N}#]/u.test(entry)) return '';
  const isHan = HAN.test(entry);
  const isBalanced = hasBalancedParens(entry);
  const source = entry
    .replace(/[.+?^${}[\]\\]/g, '\\$&')
    .replace(/[()]/g, (paren) => (isBalanced ? (paren === '(' ? '(?:' : ')') : `\\${paren}`))
    .replaceAll('/', '|')
    .replaceAll("'", "'?")
    .replace(/\*+/g, '[a-z]*')
    .replace(/#+/g, '\\d+')
    .replace(/[\s…]*…[\s…]*/g, isHan ? '[^.!?。！？\\n]{0,10}?' : '\\b[^.!?\\n]{0,30}?\\b')
    .replace(/\s+/g, isHan ? '\\s*' : '\\s+');
  return isHan ? `(?:${source})` : `(?<![a-z0-9])(?:${source})(?![a-z0-9])`;
}

function hasBalancedParens(text: string): boolean {
  let depth = 0;
  for (const sign of text) {
    if (sign === '(') depth++;
    else if (sign === ')' && --depth < 0) return false;
  }
  return depth === 0;
}
