import { HelpError } from '@helpkiosk/core';
import type { Search } from '@helpkiosk/core';
import { runCall, type SearchAnswers } from './protocol.js';
import { startWorkerLink, type WorkerLinkOptions } from './worker-link.js';

export interface WorkerSearchOptions extends WorkerLinkOptions {
  /** The same search on the page; called when the worker is lost, and again with the next question if it rejects. */
  openInline: () => Promise<Search>;
}

/**
 * A search that runs in a worker. If the worker cannot start, fails, or says nothing for three seconds, it is ended, every open question
 * is asked again of the inline search, once, and all later ones go there. `locales()` is empty until a search has opened.
 * `close` ends the worker and its timer; open and later questions reject with HelpError `unavailable`, not retryable.
 */
export function createWorkerSearch(ports: WorkerSearchOptions): Search {
  let opening: Promise<Search> | null = null;
  let closed = false;
  const link = startWorkerLink(ports);
  const ask = async <Name extends keyof SearchAnswers>(
    name: Name,
    given: readonly string[],
    options: { signal?: AbortSignal } = {},
  ): Promise<SearchAnswers[Name]> => {
    const { signal, ...rest } = options;
    signal?.throwIfAborted();
    const answer = await link.ask([name, given, rest], signal);
    if (answer !== undefined) return answer as SearchAnswers[Name];
    if (closed) throw new HelpError('unavailable', { reason: 'closed' }, { retryable: false });
    (opening ??= ports.openInline()).catch(() => (opening = null));
    const search = await opening;
    link.locales = search.locales();
    return runCall(search, name, given, options);
  };
  return {
    query: (text, options) => ask('query', [text], options),
    suggest: (text, options) => ask('suggest', [text], options),
    article: (id, locale, options) => ask('article', [id, locale], options),
    browse: (options) => ask('browse', [], options),
    locales: () => link.locales,
    close() {
      closed = true;
      link.end();
      opening?.then(
        (search) => search.close(),
        () => {},
      );
    },
  };
}
