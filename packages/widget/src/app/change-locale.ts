import { chooseLocale, loadMessages, MESSAGE_LOCALES, type MessageLocale } from '@helpkiosk/core';

/** The words of the first view in the language nearest to `wanted` that the widget speaks. Rejects when they cannot be had. */
export async function loadWords(
  wanted: string,
): Promise<[locale: MessageLocale, messages: Awaited<ReturnType<typeof loadMessages>>]> {
  const locale = (chooseLocale([wanted], MESSAGE_LOCALES) ?? 'en') as MessageLocale;
  return [locale, await loadMessages(locale, 'home')];
}
