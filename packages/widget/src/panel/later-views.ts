// The views that nobody needs in order to search, with the words of each: where they are is told by the chunk of view-more, not by the first paint.
import { loadLaterWords, loadTicketWords, type Catalogue, type MessageLocale, type Translation } from '@helpkiosk/core';
import type { LazyView } from './lazy-view.js';

/** How one file of views is fetched, and its words in a language. */
export type LaterView = (
  locale: MessageLocale,
) => [Promise<{ default: LazyView }>, Promise<Partial<Translation<Catalogue>>>];

/** Waiting and status fetch their own words beside these. */
const more = (locale: MessageLocale) => loadLaterWords(locale, 'more');
const article = (locale: MessageLocale) => loadLaterWords(locale, 'article');

/** `undo` and what else the desk shares with home and contact is among the words of `more`. */
const ticket = async (locale: MessageLocale) =>
  Object.assign({}, ...(await Promise.all([loadLaterWords(locale, 'more'), loadTicketWords(locale)]))) as Partial<
    Translation<Catalogue>
  >;

/** By the name of the file. */
export const LATER = {
  more: (locale) => [import('./view-more.js'), more(locale)],
  suggest: (locale) => [import('./view-suggest.js'), more(locale)],
  article: (locale) => [import('./view-article.js'), article(locale)],
  tools: (locale) => [import('./view-article-tools.js'), article(locale)],
  video: (locale) => [import('./view-video.js'), article(locale)],
  contact: (locale) => [import('./view-contact.js'), more(locale)],
  waiting: (locale) => [import('./view-waiting.js'), more(locale)],
  join: (locale) => [import('./view-waiting-join.js'), more(locale)],
  status: (locale) => [import('./view-status.js'), more(locale)],
  ways: (locale) => [import('./view-ticket-ways.js'), ticket(locale)],
  ticket: (locale) => [import('./view-ticket.js'), ticket(locale)],
  'ticket-aside': (locale) => [import('./view-ticket-aside.js'), ticket(locale)],
  'ticket-check': (locale) => [import('./view-ticket-check.js'), ticket(locale)],
  receipt: (locale) => [import('./view-ticket-receipt.js'), ticket(locale)],
  tickets: (locale) => [import('./view-tickets.js'), ticket(locale)],
  sent: (locale) => [import('./view-tickets-sent.js'), ticket(locale)],
  thread: (locale) => [import('./view-ticket-thread.js'), ticket(locale)],
  rating: (locale) => [import('./view-rating.js'), ticket(locale)],
  callback: (locale) => [import('./view-callback.js'), ticket(locale)],
  actions: (locale) => [import('./view-actions.js'), ticket(locale)],
} satisfies Record<string, LaterView>;
