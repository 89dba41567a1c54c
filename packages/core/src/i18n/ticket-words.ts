// The words of tickets, call-backs, actions and ratings, apart from the catalogue that the first paint carries: nobody needs them before they write.
import type { MessageLocale } from './catalogue.js';
import type { Translation } from './message.js';
import type ticket from './messages/en/ticket.js';

const LOADERS = {
  en: () => import('./messages/en/ticket.js'),
  'zh-Hans': () => import('./messages/zh-Hans/ticket.js'),
  'zh-Hant': () => import('./messages/zh-Hant/ticket.js'),
} satisfies { readonly [Locale in MessageLocale]: () => Promise<{ default: Translation<typeof ticket> }> };

/** Loads the words of tickets and all that is like them in one language; rejects when the file cannot be had. */
export async function loadTicketWords(locale: MessageLocale): Promise<Translation<typeof ticket>> {
  return (await LOADERS[locale]()).default;
}
