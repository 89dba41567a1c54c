// Queries as hurried people type them. Each function takes clean queries and gives {text, answers, clean}: those that cannot
// be damaged in its way are left out, so that damaged and clean are compared over the same questions.
import { pinyin } from 'pinyin-pro';
import { textOfDoc } from './documents.mjs';
import { groupBy } from './group.mjs';
import { createRandom, pick } from './random.mjs';
import { countDocsByWord, wordsOf } from './words.mjs';

const SEED = 20260;
const TRIES = 12;
const HAN = /\p{Script=Han}/u;

/** Languages whose words are long enough, and spelt in few enough letters, for a slip of the finger. */
export const TYPED_BY_LETTER = ['en', 'de', 'es', 'fr', 'tr', 'ru'];

/** One slip in the rarest known word of five letters or more; the result is a word that no document has. */
export function withTypo(queries, docs, locale) {
  const counts = countDocsByWord(docs, locale);
  const letters = [...new Set([...counts.keys()].join(''))].filter((letter) => /\p{L}/u.test(letter)).sort();
  const random = createRandom(SEED);
  return queries.flatMap(({ text, answers }) => {
    const [word] = rarestFirst(wordsOf(text, locale), counts).filter((each) => /^\p{L}{5,}$/u.test(each));
    const wrong =
      word &&
      attempt(
        () => slip(word, letters, random),
        (each) => !counts.has(each.toLowerCase()),
      );
    return wrong ? [{ text: text.replace(word, wrong), answers, clean: text }] : [];
  });
}

/** One Chinese character replaced by another that sounds the same and occurs in the documents. */
export function withHomophone(queries, docs, locale) {
  const counts = countDocsByWord(docs, locale);
  const bySound = groupBy(
    [...new Set(docs.map(textOfDoc).join(''))].filter((each) => HAN.test(each)).sort(),
    (each) => soundsOf(each)[0],
  );
  const random = createRandom(SEED);
  return queries.flatMap(({ text, answers }) => {
    const [word] = rarestFirst(wordsOf(text, locale), counts).filter((each) => /^\p{Script=Han}{2,}$/u.test(each));
    const wrong =
      word &&
      attempt(
        () => mishear(word, bySound, random),
        (each) => each !== word && !counts.has(each),
      );
    return wrong ? [{ text: text.replace(word, wrong), answers, clean: text }] : [];
  });
}

/** Typed without an input method: every Chinese word as the letters of its sound, without tones. */
export const asPinyin = (queries, locale) =>
  queries
    .filter(({ text }) => HAN.test(text))
    .map(({ text, answers }) => ({
      text: wordsOf(text, locale)
        .map((word) => (HAN.test(word) ? soundsOf(word).join('').replaceAll('ü', 'v') : word))
        .join(' '),
      answers,
      clean: text,
    }));

/** The rarest Chinese words of each question, at most `most`: what somebody in a hurry would type. */
export function asKeywords(queries, docs, locale, most) {
  const counts = countDocsByWord(docs, locale);
  return queries.flatMap(({ text, answers }) => {
    const words = rarestFirst(wordsOf(text, locale), counts).filter((word) => /^\p{Script=Han}{2,}$/u.test(word));
    return words.length ? [{ text: words.slice(0, most).join(' '), answers }] : [];
  });
}

function rarestFirst(words, counts) {
  const count = (word) => counts.get(word.toLowerCase());
  return [...new Set(words)].filter(count).sort((a, b) => count(a) - count(b));
}

function attempt(make, isGood) {
  for (let i = 0; i < TRIES; i++) {
    const made = make();
    if (isGood(made)) return made;
  }
  return undefined;
}

/** A letter left out, doubled by another, replaced, or swapped with the one before; never the first letter. */
function slip(word, letters, random) {
  const made = [...word];
  const at = 1 + Math.floor(random() * (made.length - 1));
  const kind = Math.floor(random() * 4);
  if (kind === 0) made.splice(at, 1);
  else if (kind === 1) made.splice(at, 0, pick(letters, random));
  else if (kind === 2) made[at] = pick(letters, random);
  else [made[at - 1], made[at]] = [made[at], made[at - 1]];
  return made.join('');
}

function mishear(word, bySound, random) {
  const made = [...word];
  const at = Math.floor(random() * made.length);
  made[at] = pick(bySound.get(soundsOf(made[at])[0]) ?? [made[at]], random);
  return made.join('');
}

const soundsOf = (word) => pinyin(word, { toneType: 'none', type: 'array' });
