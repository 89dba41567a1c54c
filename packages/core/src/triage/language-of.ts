const HAN = /\p{Script=Han}/u;
const KANA_OR_HANGUL = /[\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}]/u;
const ENGLISH = /\b(?:the|my|is|are|i|you|your|it|to|how|what|and|of|not|can|can't|this|with|have|please|for|don't)\b/g;

/**
 * The language of a text, as far as triage must know it. Chinese characters without kana or hangul are Chinese, unless the locale is Japanese or
 * Korean. Text in Latin letters is English where the locale is English or Chinese, elsewhere when two different common English words are in it.
 * null: another one. A text without letters is in the language of the locale, if that is one of the two, and else English: it has no words.
 *
 * @param folded As `foldText` gives it.
 */
export function languageOf(folded: string, locale: string): 'en' | 'zh' | null {
  const own = String(locale).toLowerCase().split(/[-_]/)[0]!;
  if (HAN.test(folded)) return KANA_OR_HANGUL.test(folded) || own === 'ja' || own === 'ko' ? null : 'zh';
  const latin = folded.match(/[a-z]/g)?.length ?? 0;
  const letters = folded.match(/\p{L}/gu)?.length ?? 0;
  if (letters === 0) return own === 'zh' ? own : 'en';
  if (letters - latin > latin / 4) return null;
  return own === 'en' || own === 'zh' || new Set(folded.match(ENGLISH)).size > 1 ? 'en' : null;
}
