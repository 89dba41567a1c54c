import type { MessageLocale } from '@helpkiosk/core';

/** The few words that the loader needs before any message file is there: launcher, close, failure. */
const WORDS: Readonly<Record<MessageLocale, readonly [help: string, close: string, failed: string]>> = {
  en: ['Help', 'Close help', 'Help could not load. Please reload the page.'],
  'zh-Hans': ['帮助', '关闭帮助', '帮助未能载入，请刷新页面。'],
};

export type LoaderWords = (typeof WORDS)['en'];

/** The first language of owner, page and browser that the widget speaks; English when it speaks none of them. */
export function chooseWords(configured: unknown): [locale: MessageLocale, words: LoaderWords] {
  const wanted = [configured, document.documentElement.lang, ...navigator.languages].join();
  const locale = /\b(en|zh)\b/i.exec(wanted)?.[1]?.toLowerCase() === 'zh' ? 'zh-Hans' : 'en';
  return [locale, WORDS[locale]];
}
