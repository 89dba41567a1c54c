// The words of waiting, apart from the catalogue that the first paint carries: nobody needs them before they look at the service or stand in line.
import type { MessageLocale } from './catalogue.js';
import type { WaitingWords } from './format-wait.js';
import type { Translation } from './message.js';

const LOADERS = {
  en: () => import('./messages/en/waiting.js'),
  'zh-Hans': () => import('./messages/zh-Hans/waiting.js'),
  'zh-Hant': () => import('./messages/zh-Hant/waiting.js'),
} satisfies { readonly [Locale in MessageLocale]: () => Promise<{ default: Translation<WaitingWords> }> };

/** Loads the words of waiting, opening hours and the state of the service in one language; rejects when the file cannot be had. */
export async function loadWaitingWords(locale: MessageLocale): Promise<Translation<WaitingWords>> {
  return (await LOADERS[locale]()).default;
}
