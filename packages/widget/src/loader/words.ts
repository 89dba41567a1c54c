import type { MessageLocale } from '@helpkiosk/core';

/** The few words that the loader needs before any message file is there: launcher and failure. */
const WORDS: Readonly<Record<MessageLocale, readonly [help: string, failed: string]>> = {
  en: ['Help', 'Help could not load. Reload the page.'],
  'zh-Hans': ['帮助', '帮助未能载入，请刷新页面。'],
  'zh-Hant': ['說明', '說明未能載入，請重新整理頁面。'],
};

export type LoaderWords = (typeof WORDS)['en'];

const SPOKEN = /\b(?:en|(zh)(-hant|-tw|-hk|-mo)?)\b/i;

/** The first language of owner, page and browser that the widget speaks; English when it speaks none of them. */
export function chooseWords(configured: unknown): [locale: MessageLocale, words: LoaderWords] {
  const [, zh, hant] =
    SPOKEN.exec(configured as string) ??
    SPOKEN.exec(document.documentElement.lang) ??
    SPOKEN.exec(navigator.languages as unknown as string) ?? // costs a tenth of a millisecond: asked last
    [];
  const locale = hant ? 'zh-Hant' : zh ? 'zh-Hans' : 'en';
  return [locale, WORDS[locale]];
}
