import type { SearchResult } from '@helpkiosk/core';
import type { ViewTools } from './lazy-view.js';

/** Letters from which a subject is searched for, how long after the last one, and how many articles are shown. */
const LEAST = 4;
const CALM_MS = 400;
const SHOWN = 3;

/** Articles that may answer what is being written. */
export interface Near {
  follow(subject: string): void;
  get(): readonly SearchResult[];
  stop(): void;
}

/** Makes it for one panel. It asks the articles of the page alone: nothing that is typed leaves the device by it. */
export function createNear({ session, env, redraw }: ViewTools): Near {
  let asked = '';
  let cancel = (): void => {};
  let asking: AbortController | null = null;
  let found: readonly SearchResult[] = [];
  const ask = async (text: string): Promise<void> => {
    asking?.abort();
    const { signal } = (asking = new AbortController());
    const answer = await session.query(text, { here: true, signal }).catch(() => null); // articles are a favour: without them the form is whole
    if (signal.aborted) return;
    found = answer?.results.filter(({ kind }) => kind === 'article').slice(0, SHOWN) ?? [];
    redraw();
  };
  return {
    follow(subject) {
      const text = subject.trim();
      if (text === asked) return;
      asked = text;
      cancel();
      if (text.length >= LEAST || /\p{Script=Han}{2}/u.test(text)) cancel = env.setTimer(() => void ask(text), CALM_MS);
      else found = [];
    },
    get: () => found,
    stop() {
      cancel();
      asking?.abort();
    },
  };
}
