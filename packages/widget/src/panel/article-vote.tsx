import type { Article } from '@helpkiosk/core';
import { h, type VNode } from 'preact';
import type { Reader } from '../app/reader.js';
import type { Session } from '../app/session.js';
import type { ViewProps } from './lazy-view.js';

export interface ArticleVote {
  draw(article: Article, props: ViewProps): VNode | null;
}

/** "Did this help?": two quiet buttons, then a thank-you that can be undone. Nothing where the reader's file is not there. */
export function createVote({ session, reader }: { session: Session; reader(): Reader | null }): ArticleVote {
  const { t, help } = session;
  let pressed = false;
  /** What was pressed is gone: the focus goes to what took its place. */
  const takeFocus = (element: HTMLElement | null): void => {
    if (!element || !pressed) return;
    pressed = false;
    element.focus({ preventScroll: true });
  };
  const give = (id: string, helpful: boolean | null): void => {
    pressed = true;
    reader()?.vote(id, helpful);
  };
  const choice = (id: string, helpful: boolean): VNode => (
    <button type="button" class="button" {...(helpful ? { ref: takeFocus } : {})} onClick={() => give(id, helpful)}>
      {t(helpful ? 'article.yes' : 'article.no')}
    </button>
  );
  return {
    draw({ id }, { part }) {
      const made = reader();
      if (!made) return null;
      const given = made.votes.get()[id];
      if (given === undefined)
        return (
          <div key={`ask ${id}`} class="vote" role="group" aria-label={t('article.help')}>
            <h3>{t('article.help')}</h3>
            {choice(id, true)}
            {choice(id, false)}
          </div>
        );
      const canAsk = part('more', 'foot') !== null;
      return (
        <div key={`given ${id}`} class="vote">
          <p tabIndex={-1} ref={takeFocus}>
            {t(given ? 'article.thanks' : canAsk ? 'article.sorry' : 'article.sorry.alone')}
          </p>
          {!given && canAsk && (
            <button type="button" class="button" onClick={() => help.go({ name: 'contact' })}>
              {t('contact.heading')}
            </button>
          )}
          <button type="button" class="link" onClick={() => give(id, null)}>
            {t('article.undo')}
          </button>
        </div>
      );
    },
  };
}
