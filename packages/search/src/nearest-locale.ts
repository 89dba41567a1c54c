import { chooseLocale } from '@helpkiosk/core';

/** The nearest of `locales` to a language: the same language and script, then the same language, else the first; empty where there are none. */
export function nearestLocale(locale: string | undefined, locales: readonly string[]): string {
  return chooseLocale(locale ? [locale] : [], locales) ?? locales[0] ?? '';
}
