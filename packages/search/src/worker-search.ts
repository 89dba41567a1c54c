import { HelpError } from '@helpkiosk/core';
import type { Search } from '@helpkiosk/core';
import { runCall, type SearchAnswer, type SearchAnswers, type SearchCall } from './protocol.js';
import { LOST, startWorkerLink, type WorkerLinkOptions } from './worker-link.js';

export interface WorkerSearchOptions extends Omit<WorkerLinkOptions, 'onLocales'> {
  /** The same search on the page; called when the worker is lost, and again with the next question if it rejects. */
  openInline: () => Promise<Search>;
}

type Ask = <Call extends SearchCall>(
  call: Call,
  signal: AbortSignal | undefined,
) => Promise<SearchAnswers[Call['name']]>;

/**
 * A search that runs in a worker. If the worker cannot start, fails, or says nothing for `silenceMs`, it is ended, every open question
 * is asked again of the inline search, once, and all later ones go there. `locales()` is empty until a search has opened.
 * `close` ends the worker and its timer; open and later questions reject with HelpError `unavailable`, not retryable.
 */
export function createWorkerSearch({ openInline, ...options }: WorkerSearchOptions): Search {
  let locales: readonly string[] = [];
  let opening: Promise<Search> | null = null;
  let closed = false;
  const onLocales = (found: readonly string[]): void => void (locales = found);
  const link = startWorkerLink({ ...options, onLocales });
  const inline = async (): Promise<Search> => {
    const mine = (opening ??= openInline());
    try {
      const search = await mine;
      if (closed) search.close();
      onLocales(search.locales());
      return search;
    } catch (error) {
      if (opening === mine) opening = null;
      throw error;
    }
  };
  const throwIfClosed = (): void => {
    if (closed) throw new HelpError('unavailable', { reason: 'closed' }, { retryable: false });
  };
  const ask = (async (call: SearchCall, signal: AbortSignal | undefined): Promise<SearchAnswer> => {
    throwIfClosed();
    signal?.throwIfAborted();
    const answer = await link.ask(call, signal);
    if (answer !== LOST) return answer;
    throwIfClosed();
    return runCall(await inline(), call, signal);
  }) as Ask;
  return {
    query: (text, { signal, ...rest } = {}) => ask({ name: 'query', text, options: rest }, signal),
    suggest: (text, { signal, ...rest } = {}) => ask({ name: 'suggest', text, options: rest }, signal),
    article: (articleId, locale, { signal } = {}) => ask({ name: 'article', articleId, locale }, signal),
    browse: ({ signal, ...rest } = {}) => ask({ name: 'browse', options: rest }, signal),
    locales: () => locales,
    close() {
      closed = true;
      link.end();
      opening?.then((search) => search.close()).catch(() => {});
    },
  };
}
