/** A text in the reader's language (BCP 47), in the reader's script for Chinese, else in English, else in any. */
export function inLanguage(words: Readonly<Record<string, string>>, locale: string): string {
  const isTraditional = /^zh-(Hant|TW|HK|MO)\b/i.test(locale);
  const chinese = isTraditional ? words['zh-Hant'] : words['zh-Hans'];
  const own = Object.hasOwn(words, locale) ? words[locale] : undefined;
  return own ?? (/^zh\b/i.test(locale) ? chinese : undefined) ?? words['en'] ?? Object.values(words)[0] ?? '';
}
