import { h, type VNode } from 'preact';
import type { Session } from '../app/session.js';
import { ARTICLE } from '../parts/more-icons.js';
import { Notice, RetryButton, Rows } from '../parts/rows.js';
import { Skeleton } from '../parts/skeleton.js';

/** The articles of one category, in the owner's order. */
export function CategoryList({ session: { help, t } }: { session: Session }): VNode | null {
  const state = help.stores.category.get();
  if (state.state === 'failed') {
    return (
      <Notice title={t('error.title')}>
        <RetryButton label={t('error.retry')} onRetry={help.retry} />
      </Notice>
    );
  }
  if (state.state !== 'ready') return <Skeleton label={t('home.loading')} />;
  const { articles, total } = state.value;
  return Rows({
    heading: t('results.topic', { count: total }),
    rows: articles.map(({ id, title }) => ({
      icon: ARTICLE,
      text: title,
      onOpen: () => help.go({ name: 'article', articleId: id }),
    })),
  });
}
