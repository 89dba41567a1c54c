/** A host's own words in the reader's language: exactly, by its language alone, another variety of it, English, or any; empty where there are none. */
export function ownText(texts: Readonly<Record<string, string>> | undefined, locale: string): string {
  if (!texts) return '';
  const [language = ''] = locale.split('-');
  const kin = Object.keys(texts).find((tag) => tag.split('-')[0] === language);
  return texts[locale] ?? texts[language] ?? (kin && texts[kin]) ?? texts['en'] ?? Object.values(texts)[0] ?? '';
}
