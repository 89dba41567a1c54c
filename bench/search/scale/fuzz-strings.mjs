// Strings that nobody types and every search must bear. fast-check makes them from a fixed seed: each run asks the same ones.
import fc from 'fast-check';

const SEED = 20_261_122;
const LONG = 50_000;
const PUNCTUATION = Array.from({ length: 127 - 32 }, (_, i) => String.fromCharCode(32 + i)).filter((each) =>
  /[^a-z\d]/i.test(each),
);
const HOMOPHONES = '是事市式师时十使始史室诗失石食适试视世势释登等灯邓蹬录路露陆鹿炉付副负富复福服府';
const SYLLABLES =
  'shi zhi chi deng lu fu xian xi an fang fan gan tui kuan huo wang dian hua zhang hao mi ma yin hang'.split(' ');
const FAMILIES = ['👩‍👩‍👧‍👦', '👨🏽‍💻', '🇩🇪', '🏴󠁧󠁢󠁥󠁮󠁧󠁿', '❤️‍🔥', '1️⃣'];
const RIGHT_TO_LEFT = 'ابتثجحخدذرزسشصضطظعغفقكلمنهويאבגדהוזחטיכלמנסעפצקרשת\u200f\u202e\u2067\u0640';
const MARKS = '\u0300\u0301\u0308\u0323\u0327\u0345\u0489\u05b0\u064b\u0e31\u0e47\u20dd\u3099\ufe0f\u200d';
const UNSPACED = 'ที่การเข้าสู่ระบบລາວການကာမြန်មាភាសាかなカナ漢字ー々';

const chars = (letters, limits) => fc.string({ unit: fc.constantFrom(...letters), ...limits });
const repeated = (unit, length) => unit.repeat(Math.ceil(length / unit.length)).slice(0, length);
const long = (unit) => unit.map((text) => repeated(text || 'x', LONG));
/** Any UTF-16 units: half of all are assigned, and a surrogate seldom meets its other half. */
const units = (limits) =>
  fc.array(fc.integer({ min: 0, max: 0xffff }), limits).map((codes) => String.fromCharCode(...codes));

/**
 * The families by name; `words` are words of the pack that is asked. Those whose name begins with `long` are 50,000 to 100,000 units long:
 * they are asked less often.
 *
 * @param {readonly string[]} words Not empty.
 * @returns {Record<string, fc.Arbitrary<string>>}
 */
export function familiesOf(words) {
  const word = fc.constantFrom(...words);
  const code = fc
    .tuple(chars('ABCxyz'), fc.constantFrom('-', '_', '.', '/', ':', '@', '://', '#', '++', ''), fc.nat(99999))
    .map(([letters, sign, number]) => `${letters}${sign}${number}`);
  return {
    'any text': fc.string({ unit: 'binary', maxLength: 80 }),
    'any units': units({ maxLength: 80 }),
    'lone surrogates': chars('\ud800\udbff\udc00\udfffa中 ', { maxLength: 60 }),
    'marks on marks': chars(`aé中ก${MARKS}`, { maxLength: 200 }),
    'right to left': chars(RIGHT_TO_LEFT + ' 1a', { maxLength: 80 }),
    'emoji families': fc
      .array(fc.constantFrom(...FAMILIES, '\u200d', '🏽', 'a', ' '), { maxLength: 40 })
      .map((all) => all.join('')),
    punctuation: chars(PUNCTUATION, { minLength: 1, maxLength: 80 }),
    'code-like': fc.array(code, { minLength: 1, maxLength: 8 }).map((all) => all.join(' ')),
    'codes in one': chars('aB1.-_/:@+#', { minLength: 1, maxLength: 200 }),
    'pinyin-like': fc
      .array(fc.constantFrom(...SYLLABLES), { minLength: 1, maxLength: 30 })
      .chain((all) => fc.constantFrom('', ' ', "'").map((sign) => all.join(sign))),
    'one syllable': fc
      .tuple(fc.constantFrom(...SYLLABLES), fc.integer({ min: 1, max: 80 }))
      .map(([syllable, times]) => syllable.repeat(times)),
    initials: chars('zcsbpmfdtnlgkhjqxryw', { minLength: 1, maxLength: 8 }),
    homophones: chars(HOMOPHONES, { minLength: 1, maxLength: 100 }),
    'scripts without spaces': chars(UNSPACED, { minLength: 1, maxLength: 200 }),
    'short beginnings': word.chain((text) => fc.integer({ min: 1, max: 3 }).map((length) => text.slice(0, length))),
    'words of the pack': fc.array(word, { minLength: 1, maxLength: 40 }).map((all) => all.join(' ')),
    'words with slips': fc
      .array(fc.tuple(word, fc.nat(20), fc.constantFrom('x', 'q', '')), { minLength: 1, maxLength: 30 })
      .map((all) =>
        all
          .map(
            ([text, at, letter]) =>
              text.slice(0, at % (text.length + 1)) + letter + text.slice((at % (text.length + 1)) + 1),
          )
          .join(' '),
      ),
    'words joined': fc.array(word, { minLength: 2, maxLength: 12 }).map((all) => all.join('')),
    'names of properties': fc.constantFrom(
      '__proto__',
      'constructor',
      'toString',
      'hasOwnProperty',
      'valueOf',
      'length',
      'undefined',
      'null',
      'NaN',
    ),
    'long: one letter': long(fc.constantFrom('a', 'é', '中', 'ก', 'א', '\u0301', '\ud800', '1', '-', ' ', '👩‍👩‍👧‍👦', 'ﷺ')),
    'long: one word': long(word.map((text) => `${text} `)),
    'long: different words': fc
      .array(word, { minLength: 500, maxLength: 3000 })
      .map((all) => repeated(all.join(' '), 2 * LONG)),
    'long: any units': units({ minLength: 5000, maxLength: 20_000 }).map((text) => repeated(text, 2 * LONG)),
    'long: homophones': long(chars(HOMOPHONES, { minLength: 20, maxLength: 60 })),
    'long: different Han': fc
      .nat(9999)
      .map((from) =>
        Array.from({ length: LONG }, (_, i) => String.fromCharCode(0x4e00 + ((from + i * 7919) % 20_000))).join(''),
      ),
  };
}

/** Of a hundred strings so many are long: they take time to make, too. */
const LONG_SHARE = 0.02;

/**
 * `count` strings with the family of each, family by family; the same ones each time.
 *
 * @param {readonly string[]} words
 * @param {number} count
 * @returns {Generator<{family: string, text: string}>}
 */
export function* fuzzStrings(words, count) {
  const families = Object.entries(familiesOf(words));
  const longCount = families.filter(([family]) => family.startsWith('long')).length;
  for (const [place, [family, arbitrary]] of families.entries()) {
    const own = family.startsWith('long')
      ? (count * LONG_SHARE) / longCount
      : (count * (1 - LONG_SHARE)) / (families.length - longCount);
    for (let left = Math.ceil(own), batch = 0; left > 0; left -= 200, batch++) {
      for (const text of fc.sample(arbitrary, { seed: SEED + 1000 * place + batch, numRuns: Math.min(200, left) }))
        yield { family, text };
    }
  }
}
