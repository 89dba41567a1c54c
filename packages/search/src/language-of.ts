import { withPlurals } from './analysis/with-plurals.js';
import { nearestLocale } from './nearest-locale.js';
import type { LocaleIndex, SearchSource } from './search-source.js';

/** How a pack, if there is one, cuts the texts of a language. */
export async function languageOf(
  shared: SearchSource | undefined,
  locale: string,
): Promise<Pick<LocaleIndex, 'analysis' | 'converts' | 'han'>> {
  const tag = shared && nearestLocale(locale, shared.locales());
  if (!tag || tag.split('-', 1)[0] !== locale.split('-', 1)[0])
    return { analysis: withPlurals(locale), han: async () => undefined };
  const { analysis, converts, han, expert } = await shared.index(tag);
  const { simplify } = converts ? await expert() : {};
  return {
    analysis: withPlurals(locale, simplify ? { ...analysis, simplify } : analysis),
    han,
    ...(converts && { converts }),
  };
}
