/**
 * Letters that readers type in more than one way, each before what it is compared as: no Unicode folding joins them. One line per concern.
 */
const LETTERS = [
  // Latin letters that carry no separable mark. Both Turkish i are one, as s and ş are: IP and ip must meet in Turkish text too.
  'ßss æae œoe øo łl đd ıi',
  // The sigma at the end of a Greek word.
  'ςσ',
  // Russian ё, which most texts write е. (й is another letter than и.)
  'ёе',
  // Alef with hamza, madda or wasla; alef maqsura; ta marbuta.
  'أا إا آا ٱا ىي ةه',
  // Persian and Urdu kaf, ya, ha and bari ya.
  'کك یي ہه ےي',
  // Devanagari letters with a nukta of their own; a separate nukta is dropped in fold.ts.
  'ऩन ऱर ऴळ',
];

/** What each of those letters is compared as. */
export const SAME_LETTER: ReadonlyMap<string, string> = new Map(
  LETTERS.join(' ')
    .split(' ')
    .map((pair) => [pair[0]!, pair.slice(1)]),
);
