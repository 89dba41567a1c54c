import type { SearchResult } from '@helpkiosk/core';
import { ARTICLE } from '../parts/more-icons.js';
import { PLAY } from '../parts/result-icons.js';
import type { Row } from '../parts/rows.js';
import type { ViewTools } from './lazy-view.js';

/** Answers that are shown meanwhile at the most. */
const ANSWERS = 3;

export interface Answers {
  ask(question: string): void;
  /** As rows that lead to the article. */
  rows(): Row[];
  stop(): void;
}

/** What the help has to say to the customer's own question; asked once for each question, of the articles of the page alone. */
export function createAnswers({ session, redraw }: Pick<ViewTools, 'session' | 'redraw'>): Answers {
  let asked = '';
  let found: readonly SearchResult[] = [];
  let stop = new AbortController();
  return {
    ask(question: string): void {
      if (question === asked) return;
      asked = question;
      found = [];
      stop.abort();
      const { signal } = (stop = new AbortController());
      if (question.trim())
        session.query(question, { here: true, signal }).then(
          ({ results }) => {
            if (signal.aborted) return;
            found = results.slice(0, ANSWERS);
            redraw();
          },
          () => {}, // without an answer there is nothing to show, and the wait goes on
        );
    },
    rows: () => rowsOf(found, session),
    stop: () => stop.abort(),
  };
}

/** Results as quiet rows that lead to the articles. */
export const rowsOf = (found: readonly SearchResult[], { help }: ViewTools['session']): Row[] =>
  found.map(({ kind, title, articleId, sectionId, locale }) => ({
    icon: kind === 'video' ? PLAY : ARTICLE,
    text: title.map(({ text }) => text).join(''),
    onOpen: () => help.go({ name: 'article', articleId, locale, ...(sectionId ? { sectionId } : {}) }),
  }));
