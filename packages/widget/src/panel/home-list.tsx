import { Fragment, h, type VNode } from 'preact';
import { ARTICLE, FOLDER } from '../parts/more-icons.js';
import { Rows, type Row } from '../parts/rows.js';
import { Skeleton } from '../parts/skeleton.js';
import type { ViewProps } from './lazy-view.js';
import { hasStatus, StripRoom } from './room.js';

/** What is there before anything is typed: this page's suggestions or the owner's first articles, and the categories; view-more adds recent searches and the ways to a person. */
export function HomeList({ session, has, part, whole }: ViewProps): VNode {
  const { help, t } = session;
  const { config, contents, suggested } = help.stores;
  const state = contents.get();
  const found = suggested.get();
  const known = 'value' in state ? state.value : undefined;
  const articleRow = ({ id, title }: { id: string; title: string }): Row => ({
    icon: ARTICLE,
    text: title,
    onOpen: () => help.go({ name: 'article', articleId: id }),
  });
  const forThisPage = found.state === 'ready' ? found.value : [];
  const { pack, articles } = config.get();
  return (
    <>
      {!has('more') && hasStatus(session) && <StripRoom />}
      {known ? (
        <>
          {known.total === 0 && (pack ?? articles) && <p class="pad soft">{t('home.empty')}</p>}
          {forThisPage.length ? (
            <Rows heading={t('home.page')} rows={forThisPage.map(articleRow)} />
          ) : (
            <Rows heading={t('home.start')} rows={known.articles.slice(0, 3).map(articleRow)} />
          )}
          <Rows
            heading={t('home.topics')}
            rows={known.categories.map(({ name, count }) => ({
              icon: FOLDER,
              text: name,
              end: String(count),
              onOpen: () => help.go({ name: 'category', category: name }),
            }))}
          />
        </>
      ) : state.state === 'failed' ? (
        whole('more', 'failed')
      ) : (
        (pack ?? articles) && <Skeleton label={t('home.loading')} />
      )}
      {part('more', 'recent')}
      <div class="fill" />
      {part('more', 'foot')}
    </>
  );
}
