// The chunk own-results.js: the actions of the host and the tickets of this device among the results. Loaded where there are any, once the panel has been opened.
import { loadTicketWords, type MessageLocale, type ShownResult, type TicketDesk } from '@helpkiosk/core';
import { showOwnResults } from '@helpkiosk/search';
import { ownTexts, type OwnText, type TicketState } from './own-texts.js';
import type { Session } from './session.js';
import { watchStrangers, type Past } from './strangers.js';

/** What it needs of the session and the desk. */
export interface OwnResultsPorts {
  session: Pick<Session, 'help' | 'query' | 't' | 'locale'>;
  desk: Pick<TicketDesk, 'offers' | 'kept' | 'items' | 'serves' | 'fateOf'>;
  past: Past;
  /** What is on the device was written just now: it is of the one who is here. */
  isNew?: boolean;
}

/** Results of one kind at the most: they stand before the articles. */
const MOST_OF_A_KIND = 2;
/** Asked for, so that two of each kind are among them. */
const LIMIT = 16;
/** No word of any language: asked first, so that the code which knows spelling and sounds is there too when somebody types. */
const UNKNOWN = 'xqzvw';

/** Shows them from now on, until the returned function is called. Nothing of it leaves the device. */
export function showOwn({ session, desk, past, isNew = false }: OwnResultsPorts): () => void {
  const { t, locale } = session;
  const strangers = watchStrangers(session, desk, past, isNew);
  let stateOf: ((state: TicketState) => string) | null = null;
  let words: Promise<void> | null = null;
  const read = (): OwnText[] => ownTexts({ desk, locale, stateOf, isForeign: strangers.has });
  let texts = read();
  const find = async (text: string, signal: AbortSignal): Promise<ShownResult[]> => {
    const asked = texts;
    if (!asked.length) return [];
    const among = asked.map(({ view: _view, note: _note, ...alone }) => alone);
    const { results } = await session.query(text, { among, limit: LIMIT, signal });
    return firstOfEachKind(results).flatMap((result) => shownOf(result, asked, locale));
  };
  const own = showOwnResults({ results: session.help.stores.results, find });
  const readWords = (): void => {
    if (stateOf || !texts.some(({ kind }) => kind === 'ticket')) return;
    words ??= loadTicketWords(locale as MessageLocale).then(
      (loaded) => {
        t.add(loaded);
        stateOf = (state) => t(`tickets.state.${state}`);
        texts = read();
      },
      () => void (words = null), // then the state is not said
    );
  };
  const refresh = (): void => {
    const before = JSON.stringify(texts);
    texts = read();
    readWords();
    if (JSON.stringify(texts) === before) return; // a list that is fetched anew says so several times
    const there = new Set(texts.map(({ kind, id }) => `${kind} ${id}`));
    own.refresh(({ view, kind, articleId }) => !!view && !there.has(`${kind} ${articleId}`));
  };
  const stops = [desk.offers, desk.kept.list, desk.items, strangers].map((store) =>
    (store as { subscribe(run: () => void): () => void }).subscribe(refresh),
  );
  readWords();
  find(UNKNOWN, new AbortController().signal).catch(() => {}); // a favour: it is asked for again with the first question
  return () => {
    for (const stop of [...stops, strangers.stop, own.stop]) stop();
  };
}

function firstOfEachKind(results: readonly ShownResult[]): ShownResult[] {
  const counts = new Map<string, number>();
  return results.filter(({ kind }) => {
    const count = (counts.get(kind) ?? 0) + 1;
    counts.set(kind, count);
    return count <= MOST_OF_A_KIND;
  });
}

/** With its way and a note; nothing for what has gone meanwhile. */
function shownOf(result: ShownResult, texts: readonly OwnText[], locale: string): ShownResult[] {
  const own = texts.find(({ kind, id }) => kind === result.kind && id === result.articleId);
  if (!own) return [];
  const { view, note } = own;
  const noted = !note ? {} : result.excerpt.length ? { category: note } : { excerpt: [{ text: note, hit: false }] };
  return [{ ...result, locale, view, ...noted }];
}
