import type { Article } from '@helpkiosk/core';
import type { Session } from '../app/session.js';

/** Related articles that are shown at the most. */
const SHOWN = 3;

export interface RelatedArticle {
  id: string;
  locale: string;
  title: string;
}

/** The titles of what is related to the article that is shown, as soon as they are known; one that cannot be had is left out. */
export function followRelated(
  session: Session,
  onChange: () => void,
): { get(): readonly RelatedArticle[]; stop(): void } {
  const { article } = session.help.stores;
  let known: readonly RelatedArticle[] = [];
  let asking: AbortController | null = null;
  let shown: Article | null = null;
  const follow = async (): Promise<void> => {
    const now = article.get();
    const next = now.state === 'ready' ? now.value : null;
    if (next === shown) return;
    shown = next;
    asking?.abort();
    known = [];
    if (!next?.related.length) return;
    const { signal } = (asking = new AbortController());
    const found = await Promise.all(
      next.related.slice(0, SHOWN).map((id) => session.article(id, { locale: next.locale, signal }).catch(() => null)),
    );
    if (signal.aborted) return;
    known = found.flatMap((each) => (each ? [{ id: each.id, locale: each.locale, title: each.title }] : []));
    onChange();
  };
  void follow();
  const stop = article.subscribe(() => void follow());
  return {
    get: () => known,
    stop() {
      stop();
      asking?.abort();
    },
  };
}
