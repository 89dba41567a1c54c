import type { Env, HelpConfig, MessageLocale, Search } from '@helpkiosk/core';
import { createWorkerSearch, type SearchTarget } from '@helpkiosk/search';

export interface OpenSearchOptions {
  /** The whole address of pack.json. */
  packUrl: string;
  hasNonce: boolean;
  env: Env;
  /** The language of the words. */
  locale: MessageLocale;
}

/** What of it the chunk that keeps things goes on with. */
export interface OpenedSearch extends OpenSearchOptions {
  config: HelpConfig;
  search: Search;
  /** The language of the articles. */
  wanted: string;
  /** No worker is to be tried on this page. */
  inline: boolean;
  /** This browser holds the pack already, or may hold it. */
  kept: boolean;
  startWorker(keeps: boolean): Worker;
}

/** How long the browser is given to say whether it has kept the pack. */
const PATIENCE_MS = 300;

/**
 * Opens the owner's articles: a pack in a worker where the page allows one, else on the page itself; a live set always here. No page
 * can be asked whether its policy allows workers without a report, so under a nonce (a page with a policy) none is tried; `worker` decides by hand.
 * A pack that this browser has kept answers at once, on line or not. After the first answer, what a later visit will need is kept (`keep.ts`).
 */
export async function openSearch(config: HelpConfig, options: OpenSearchOptions): Promise<Search> {
  const { packUrl, hasNonce, env, locale } = options;
  const { pack, worker = 'auto', cache = true } = config;
  const kept = !!pack && cache && (await isKept(packUrl, env));
  const target: SearchTarget = pack
    ? { kind: 'pack', url: packUrl, kept }
    : await (await import('./read-articles.js')).liveTarget(config);
  let inline = !pack || worker === 'off' || (worker === 'auto' && hasNonce);
  const openInline = async (): Promise<Search> => {
    inline = true; // a worker that was refused once is not tried again, and so not reported again
    return (await import('./inline-search.js')).openInline(target);
  };
  const search = inline
    ? await openInline()
    : createWorkerSearch({ startWorker: () => startWorker(kept), open: target, openInline, env });
  const wanted = config.locale ?? (document.documentElement.lang || locale);
  search
    .browse({ locale: wanted, limit: 0 })
    .then(() => import('./keep.js'))
    .then(({ keepForLater }) => keepForLater({ ...options, config, search, wanted, inline, kept, startWorker }))
    .catch(() => {}); // what is not kept today may be tomorrow
  return search;
}

/** Whether there is a database of this pack; none is made by asking. Where no answer comes in time there may be one: what opens it asks the network meanwhile. */
function isKept(packUrl: string, env: Env): Promise<boolean> {
  return new Promise((resolve) => {
    const answer = (kept: boolean): void => {
      stop();
      resolve(kept);
    };
    const stop = env.setTimer(() => answer(true), PATIENCE_MS);
    try {
      const asked = indexedDB.open(`helpkiosk ${packUrl}`);
      asked.onupgradeneeded = () => asked.transaction!.abort();
      asked.onerror = () => answer(false);
      asked.onsuccess = () => {
        asked.result.close();
        answer(true);
      };
    } catch {
      answer(false);
    }
  });
}

/** Of another origin a worker can only be started through a blob of this page that loads it. */
function startWorker(keeps: boolean): Worker {
  const url = keeps ? new URL('./kept.worker.js', import.meta.url) : new URL('./search.worker.js', import.meta.url);
  if (url.origin === location.origin) return new Worker(url);
  const blob = URL.createObjectURL(
    new Blob([`importScripts(${JSON.stringify(url.href)})`], { type: 'text/javascript' }),
  );
  try {
    return new Worker(blob);
  } finally {
    URL.revokeObjectURL(blob); // the worker has taken its address by now
  }
}
