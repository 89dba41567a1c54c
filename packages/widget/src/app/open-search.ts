import type { Env, HelpConfig, Search } from '@helpkiosk/core';
import { createWorkerSearch, type SearchTarget } from '@helpkiosk/search';

export interface OpenSearchOptions {
  /** The whole address of pack.json. */
  packUrl: string;
  hasNonce: boolean;
  env: Env;
}

/**
 * Opens the owner's articles: a pack in a worker where the page allows one, else on the page itself; a live set always here. No page
 * can be asked whether its policy allows workers without a report, so under a nonce (a page with a policy) none is tried; `worker` decides by hand.
 */
export async function openSearch(config: HelpConfig, { packUrl, hasNonce, env }: OpenSearchOptions): Promise<Search> {
  const { pack, worker = 'auto' } = config;
  const target: SearchTarget = pack ? { kind: 'pack', url: packUrl } : await liveTarget(config);
  const openInline = async (): Promise<Search> => (await import('./inline-search.js')).openInline(target);
  const inline = target.kind === 'live' || worker === 'off' || (worker === 'auto' && hasNonce);
  return inline ? openInline() : createWorkerSearch({ startWorker, open: target, openInline, env });
}

async function liveTarget({ articles = [], locale, imageOrigins = [] }: HelpConfig): Promise<SearchTarget> {
  if (typeof articles !== 'string') return { kind: 'live', articles, imageOrigins };
  const { readArticles } = await import('./read-articles.js');
  return { kind: 'live', articles: await readArticles(articles, locale), imageOrigins };
}

/** Of another origin a worker can only be started through a blob of this page that loads it. */
function startWorker(): Worker {
  const url = new URL('./search.worker.js', import.meta.url);
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
