/**
 * What a folded character is to the analysis: part of a `word` (letters and digits of scripts with spaces), of a `gram` run
 * (scripts without spaces), of a `hangul` run, a `mark` that belongs to the character before it, or a `break` between runs.
 */
export type CharKind = 'word' | 'gram' | 'hangul' | 'mark' | 'break';

const GRAM =
  /[\p{sc=Han}\p{sc=Hira}\p{sc=Kana}\u30fc\p{sc=Bopo}\p{sc=Thai}\p{sc=Laoo}\p{sc=Khmr}\p{sc=Mymr}\p{sc=Tibt}]/u;

/** The kind of one code point that `foldCluster` gave. */
export function charKind(char: string): CharKind {
  if (/\p{M}/u.test(char)) return 'mark';
  if (!/[\p{L}\p{N}]/u.test(char)) return 'break';
  return GRAM.test(char) ? 'gram' : /\p{sc=Hang}/u.test(char) ? 'hangul' : 'word';
}
