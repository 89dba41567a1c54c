const PARTS = /^([zcs]h?|[nl])?(.*?)(ng?)?$/;
const OTHER_INITIAL: Readonly<Record<string, string>> = {
  zh: 'z',
  z: 'zh',
  ch: 'c',
  c: 'ch',
  sh: 's',
  s: 'sh',
  n: 'l',
  l: 'n',
};

/**
 * A syllable of pinyin as those hear or type it who do not tell z from zh, c from ch, s from sh, n from l, an from ang, en from
 * eng, in from ing, ü from u: all of its spellings, its own first.
 */
export function nearSounds(syllable: string): string[] {
  const [, initial = '', middle = '', nasal = ''] = PARTS.exec(syllable)!;
  const initials = [initial, ...(OTHER_INITIAL[initial] ? [OTHER_INITIAL[initial]] : [])];
  const nasals = nasal && middle ? [nasal, nasal === 'n' ? 'ng' : 'n'] : [nasal];
  const spellings = initials.flatMap((begin) => nasals.map((end) => begin + middle + end));
  return [...new Set([...spellings, ...spellings.map((spelling) => spelling.replace('v', 'u'))])];
}
