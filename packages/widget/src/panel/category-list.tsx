import { Fragment, h, type VNode } from 'preact';
import { ARTICLE } from '../parts/more-icons.js';
import { Rows } from '../parts/rows.js';
import { Skeleton } from '../parts/skeleton.js';
import { Failed } from './failed.js';
import { Foot } from './foot.js';
import type { ViewProps } from './lazy-view.js';

/** The articles of one category, in the owner's order. */
export function CategoryList(props: ViewProps): VNode | null {
  const { help, t } = props.session;
  const state = help.stores.category.get();
  if (state.state === 'failed') return <Failed {...props} />;
  if (state.state !== 'ready') return <Skeleton label={t('home.loading')} />;
  const { articles, total } = state.value;
  return (
    <>
      <Rows
        heading={t('results.topic', { count: total })}
        rows={articles.map(({ id, title }) => ({
          icon: ARTICLE,
          text: title,
          onOpen: () => help.go({ name: 'article', articleId: id }),
        }))}
      />
      <div class="fill" />
      <Foot {...props} />
    </>
  );
}
