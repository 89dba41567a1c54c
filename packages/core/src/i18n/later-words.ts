// The words of the views that come after home and results, apart from the catalogue that the first paint carries.
import type { Catalogue, Catalogues, MessageLocale } from './catalogue.js';
import type { Translation } from './message.js';

/** The views whose words come later. */
export type LaterMessageView = 'more' | 'article' | 'error';

type Loaders = { readonly [View in LaterMessageView]: () => Promise<{ default: Translation<Catalogues[View]> }> };

const LOADERS = {
  en: {
    more: () => import('./messages/en/more.js'),
    article: () => import('./messages/en/article.js'),
    error: () => import('./messages/en/error.js'),
  },
  'zh-Hans': {
    more: () => import('./messages/zh-Hans/more.js'),
    article: () => import('./messages/zh-Hans/article.js'),
    error: () => import('./messages/zh-Hans/error.js'),
  },
  'zh-Hant': {
    more: () => import('./messages/zh-Hant/more.js'),
    article: () => import('./messages/zh-Hant/article.js'),
    error: () => import('./messages/zh-Hant/error.js'),
  },
} satisfies Record<MessageLocale, Loaders>;

/** Loads the words of one later view in one language; rejects when the file cannot be had. */
export async function loadLaterWords(
  locale: MessageLocale,
  view: LaterMessageView,
): Promise<Partial<Translation<Catalogue>>> {
  return (await LOADERS[locale][view]()).default;
}
