import { Fragment, h, type VNode } from 'preact';
import type { Session } from '../app/session.js';
import { ContactWays } from '../parts/contact.js';
import { ARTICLE, FOLDER } from '../parts/more-icons.js';
import { Notice, RetryButton, Rows, type Row } from '../parts/rows.js';
import { Skeleton } from '../parts/skeleton.js';

/** What is there before anything is typed: this page's suggestions or the owner's first articles, the categories, the ways to a person. */
export function HomeList({ session }: { session: Session }): VNode {
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
        <Notice title={t('error.title')}>
          <RetryButton label={t('error.retry')} onRetry={help.retry} />
        </Notice>
      ) : (
        (pack ?? articles) && <Skeleton label={t('home.loading')} />
      )}
      <div class="fill" />
      <Contact session={session} />
    </>
  );
}

/** The owner's ways to a person, at the foot of home and under an empty search. */
export function Contact({ session: { help, locale, t } }: { session: Session }): VNode | null {
  const words = { heading: t('contact.heading'), email: t('contact.email'), phone: t('contact.phone') };
  return ContactWays({ contact: help.stores.config.get().contact, locale, words });
}
