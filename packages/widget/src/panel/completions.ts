import { createResource, currentView, type Env } from '@helpkiosk/core';
import type { Suggestion } from '../parts/suggestions.js';
import { joinSuggestions } from './join-suggestions.js';
import type { ViewTools } from './lazy-view.js';

/** More of them nobody reads while typing. */
const SHOWN = 6;
/** How long typing must rest: a row that is another with every letter cannot be read, and costs the search as much as the question itself. */
const REST_MS = 120;

/** What the text of the results may become. */
export interface Completions {
  /** Six at the most; none for an empty field, and where nothing can be had. */
  list(): readonly Suggestion[];
  stop(): void;
}

/**
 * Completes the text in the field when typing rests, the latest alone, from the letter on that makes it another: it follows what is searched for, so half-composed
 * text is never asked. What was offered before stays until the next is there, and while an article of the results is read.
 */
export function followText({ session, env, redraw }: Pick<ViewTools, 'session' | 'env' | 'redraw'>): Completions {
  const { navigation } = session.help.stores;
  const completed = createResource<readonly Suggestion[]>(() => {});
  let text = '';
  const complete = async (typed: string, signal: AbortSignal): Promise<readonly Suggestion[]> => {
    const [recent, found] = await Promise.all([
      session.reader().then((reader) => reader.recent.get(), nothing),
      session.suggest(typed, { limit: SHOWN, signal }).catch(nothing),
    ]);
    return joinSuggestions(typed, recent, found).slice(0, SHOWN);
  };
  const follow = (): void => {
    const view = currentView(navigation.get());
    const typed = view.name === 'results' ? view.text : view.name === 'home' ? '' : text;
    if (typed === text) return;
    text = typed;
    if (!typed) return completed.clear();
    void completed.load((signal) => rest(env, signal).then(() => complete(typed, signal)), { keep: true });
  };
  const undo = [navigation.subscribe(follow), completed.subscribe(redraw)];
  follow();
  return {
    list() {
      const now = completed.get();
      return ('value' in now && now.value) || [];
    },
    stop() {
      for (const each of undo) each();
      completed.clear();
    },
  };
}

/** Fulfilled when typing has rested; rejects with the reason once aborted, and leaves no timer. */
const rest = (env: Pick<Env, 'setTimer'>, signal: AbortSignal): Promise<void> =>
  new Promise((done, reject) => {
    const cancel = env.setTimer(done, REST_MS);
    signal.addEventListener('abort', () => (cancel(), reject(signal.reason)));
  });

/** Without its file, or an index, nobody misses anything. */
const nothing = (): readonly string[] => [];
