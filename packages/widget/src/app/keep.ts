// The chunk keep.js: once the customer has had a first answer and the page is at rest, it fetches what she would miss in a tunnel.
import {
  loadLaterWords,
  loadTicketWords,
  loadWaitingWords,
  type Env,
  type MessageLocale,
  type Search,
} from '@helpkiosk/core';
import { keepInWorker, prefetchExpert, prefetchTexts } from '@helpkiosk/search';
import type { OpenedSearch } from './open-search.js';

/** What self-service consists of beside the first view, in the order in which it is missed. */
const parts = (locale: MessageLocale): readonly (() => Promise<unknown>)[] => [
  prefetchTexts,
  () => import('../panel/view-article.js'),
  () => import('../panel/view-article-tools.js'),
  () => import('../panel/view-home.js'),
  () => import('../panel/view-more.js'),
  () => import('../panel/view-contact.js'),
  () => import('./reader.js'),
  () => import('../panel/view-suggest.js'),
  prefetchExpert,
  () => import('../panel/view-video.js'),
  () => loadLaterWords(locale, 'more'),
  () => loadLaterWords(locale, 'article'),
  () => loadLaterWords(locale, 'error'),
];

/** What a ticket needs that is written in a tunnel, where there is somebody who takes them. */
const deskParts = (locale: MessageLocale): readonly (() => Promise<unknown>)[] => [
  () => import('../panel/later-views.js'),
  () => import('./desk.js'),
  () => import('./waiting.js'),
  () => import('../panel/ticket-said.js'),
  () => import('../panel/view-ticket-ways.js'),
  () => import('../panel/view-ticket.js'),
  () => import('../panel/view-ticket-aside.js'),
  () => import('../panel/view-ticket-check.js'),
  () => import('../panel/view-ticket-receipt.js'),
  () => import('../panel/view-tickets.js'),
  () => loadTicketWords(locale),
  () => loadWaitingWords(locale),
];

/** After this a page that is never at rest is not waited for; Safari cannot tell, so there it is always waited. */
const REST_TIMEOUT_MS = 5000;

/**
 * Fetches the remaining chunks of self-service, then keeps the pack in this browser. Nothing on a connection that is metered or slow, by what the
 * browser says of it, nor while off line: some browsers remember for good that a chunk could not be had. Fulfilled when
 * done; what could not be fetched is left for the next visit. Closing the search ends it.
 */
export async function keepForLater(opened: OpenedSearch): Promise<void> {
  const { config, search, packUrl, inline, kept, startWorker, locale, wanted, env } = opened;
  await search.browse({ locale: wanted, limit: 0 }); // rejects if it has been closed by now
  const signal = signalOfClosing(search);
  await rest(env, signal);
  const mayGoOn = (): boolean => !signal.aborted && env.online.get() && !isMetered();
  const { host, adapter } = config;
  const wantedParts = [...parts(locale), ...(host || adapter?.submitTicket ? deskParts(locale) : [])];
  for (const load of wantedParts) if (mayGoOn()) await load().catch(() => {}); // the view that needs it will ask again, and say so
  if (!config.pack || config.cache === false || kept || !mayGoOn()) return;
  if (inline) await (await import('./inline-search.js')).keepInline(packUrl, { locale: wanted, signal });
  else await keepInWorker({ startWorker: () => startWorker(true), url: packUrl, locale: wanted, signal });
}

function signalOfClosing(search: Search): AbortSignal {
  const closing = new AbortController();
  const { close } = search;
  search.close = () => {
    closing.abort();
    close();
  };
  return closing.signal;
}

/** Fulfilled when the page has nothing to do, or at an abort. */
function rest(env: Env, signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const stop = whenIdle(env, resolve);
    signal.addEventListener('abort', () => {
      stop();
      resolve();
    });
  });
}

function whenIdle(env: Env, run: () => void): () => void {
  if (typeof requestIdleCallback !== 'function') return env.setTimer(run, REST_TIMEOUT_MS);
  const id = requestIdleCallback(run, { timeout: REST_TIMEOUT_MS });
  return () => cancelIdleCallback(id);
}

/** What browsers tell of a connection; Firefox and Safari tell nothing. */
function isMetered(): boolean {
  const { connection } = navigator as { connection?: { saveData?: boolean; effectiveType?: string } };
  return !!connection?.saveData || !!connection?.effectiveType?.endsWith('2g');
}
