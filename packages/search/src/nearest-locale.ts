const plain = (tag: string): string => tag.replaceAll('_', '-').toLowerCase();

/** A language and its script, as in `zh-Hant`; the tag itself where it is none. */
function scriptOf(tag: string): string {
  try {
    const { language, script } = new Intl.Locale(plain(tag)).maximize();
    return `${language}-${script}`;
  } catch {
    return tag;
  }
}

const languageOf = (tag: string): string => scriptOf(tag).split('-')[0]!;

/** The nearest of `locales` to a language: itself, then the same language and script, then the same language, else the first; empty where there are none. */
export function nearestLocale(locale = '', locales: readonly string[]): string {
  for (const form of [plain, scriptOf, languageOf]) {
    const found = locales.find((tag) => form(tag) === form(locale));
    if (found) return found;
  }
  return locales[0] ?? '';
}
