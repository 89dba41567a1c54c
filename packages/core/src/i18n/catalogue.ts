// The languages that the widget speaks, and where the words of each view are. A new language: a folder beside `en`, and a line here.
import type { Translation } from './message.js';
import type article from './messages/en/article.js';
import type error from './messages/en/error.js';
import type home from './messages/en/home.js';
import type more from './messages/en/more.js';
import type search from './messages/en/search.js';
import type ticket from './messages/en/ticket.js';
import type waiting from './messages/en/waiting.js';

/** The words of one view each; the first paint needs `home` alone. */
export interface Catalogues {
  home: typeof home;
  search: typeof search;
  more: typeof more;
  article: typeof article;
  error: typeof error;
}

/** Every message key with its text in English. */
export type Catalogue = Catalogues['home'] &
  Catalogues['search'] &
  Catalogues['more'] &
  Catalogues['article'] &
  Catalogues['error'] &
  typeof ticket & // its files are named in ticket-words.ts
  typeof waiting; // and its own in waiting-words.ts
/** The views of which one can search: the words of the others are in later-words.ts. */
export type MessageView = 'home' | 'search';

type Loaders = { readonly [View in MessageView]: () => Promise<{ default: Translation<Catalogues[View]> }> };

const LOADERS = {
  en: {
    home: () => import('./messages/en/home.js'),
    search: () => import('./messages/en/search.js'),
  },
  'zh-Hans': {
    home: () => import('./messages/zh-Hans/home.js'),
    search: () => import('./messages/zh-Hans/search.js'),
  },
  'zh-Hant': {
    home: () => import('./messages/zh-Hant/home.js'),
    search: () => import('./messages/zh-Hant/search.js'),
  },
} satisfies Record<string, Loaders>;

/** A language that the widget speaks. */
export type MessageLocale = keyof typeof LOADERS;

/** All of them. */
export const MESSAGE_LOCALES = Object.keys(LOADERS) as MessageLocale[];

/** Loads the words of one view in one language; rejects when the file cannot be had. */
export async function loadMessages(locale: MessageLocale, view: MessageView): Promise<Partial<Translation<Catalogue>>> {
  return (await LOADERS[locale][view]()).default;
}
