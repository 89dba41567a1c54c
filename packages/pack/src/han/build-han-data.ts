import { writeHanData } from '@helpkiosk/search';
import { readingsOf } from './readings-of.js';
import { simplifiedForms } from './simplified-forms.js';

const HAN = /[\u3400-\u9fff]/g;
const MOST_READINGS = 3;

/**
 * What a pack has to know of Chinese characters to understand traditional text, homophones and pinyin, as a file for `readHanData`: the simplified
 * forms of the texts' characters with up to three toneless readings each (ü as v), and every traditional character
 * or variant whose simplified form is among them. The same characters give the same bytes. Characters without a
 * reading, and those outside the basic plane, are left out. Forms are those of OpenCC's tables, readings those of pinyin-pro.
 */
export function buildHanData(texts: Iterable<string>): Uint8Array {
  const used = new Set<string>();
  for (const text of texts) for (const char of text.match(HAN) ?? []) used.add(char);
  const forms = simplifiedForms();
  const readings = new Map<string, readonly string[]>();
  for (const char of [...used].sort()) {
    const form = forms.get(char) ?? char;
    // What simplified writing made one (乾 and 干) keeps the sounds of both.
    const sounds = new Set([...readingsOf(form), ...(readings.get(form) ?? []), ...readingsOf(char)]);
    if (sounds.size) readings.set(form, [...sounds].slice(0, MOST_READINGS));
  }
  return writeHanData({
    readings,
    simplified: new Map([...forms].filter(([, form]) => readings.has(form))),
  });
}
