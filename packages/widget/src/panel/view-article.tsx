import { textOf, type Article } from '@helpkiosk/core';
import { h, type VNode } from 'preact';
import type { Session } from '../app/session.js';
import { ArticleBody } from '../parts/article-body.js';
import css from '../parts/article-body.css';
import { INFO } from '../parts/more-icons.js';
import { Notice, RetryButton } from '../parts/rows.js';
import { Skeleton } from '../parts/skeleton.js';
import type { LazyView, ViewProps } from './lazy-view.js';

/** Words a minute, and Han characters a minute, of an unhurried reader (Brysbaert 2019: 238 words; Chinese about 260 words of 1.5 characters). */
const WORDS_A_MINUTE = 230;
const HAN_A_MINUTE = 400;

/** One article: title, age, the tree. */
const articleView: LazyView = {
  css,
  draw({ session, view }) {
    const { help, t } = session;
    const state = help.stores.article.get();
    if (state.state === 'failed') {
      return (
        <Notice title={t('error.title')}>
          <RetryButton label={t('error.retry')} onRetry={help.retry} />
        </Notice>
      );
    }
    if (state.state !== 'ready') return <Skeleton label={t('article.loading')} />;
    if (state.value)
      return (
        <Page
          key={`${state.value.id} ${sectionOf(view)}`}
          article={state.value}
          session={session}
          section={sectionOf(view)}
        />
      );
    return (
      <Notice icon={INFO} title={t('article.missing')}>
        <p>{t('article.missing.hint')}</p>
        <RetryButton label={t('home.topics')} onRetry={() => help.go({ name: 'home' })} />
      </Notice>
    );
  },
};
export default articleView;

const sectionOf = (view: ViewProps['view']): string => (view.name === 'article' && view.sectionId) || '';

function Page({ article, session, section }: { article: Article; session: Session; section: string }): VNode {
  const { help, t, locale, assetUrl } = session;
  const reader = help.stores.config.get().locale ?? (document.documentElement.lang || locale);
  return (
    <article ref={bringIntoView} class="article" lang={article.locale} dir="auto" data-open={section}>
      <h2 class="view-title" tabIndex={-1}>
        {article.title}
      </h2>
      <p class="facts" lang={locale}>
        {factsOf(article, session)}
      </p>
      {reader.split('-')[0] !== article.locale.split('-')[0] && <p class="facts">{t('article.language')}</p>}
      <ArticleBody
        tree={article.tree}
        options={{
          assetUrl,
          onArticle: (articleId, sectionId) =>
            help.go({ name: 'article', articleId, locale: article.locale, ...(sectionId ? { sectionId } : {}) }),
          imageOrigins: help.stores.config.get().imageOrigins ?? [],
          words: { note: (kind) => t(`note.${kind}` as 'note.note'), table: t('article.table') },
        }}
      />
    </article>
  );
}

/** Called once when the article is drawn: the focus goes to its title, or to the section that was found. */
function bringIntoView(page: HTMLElement | null): void {
  if (!page) return;
  const sections = [...page.querySelectorAll<HTMLElement>('[data-section]')];
  const section = sections.find((each) => each.dataset['section'] === page.dataset['open']);
  (section ?? page.querySelector<HTMLElement>('.view-title'))?.focus({ preventScroll: true });
  const body = page.parentElement!;
  body.scrollTop += section
    ? section.getBoundingClientRect().top - body.getBoundingClientRect().top - 8
    : -body.scrollTop;
}

function factsOf({ updatedAt, tree }: Article, { t, locale }: Session): string {
  const facts: string[] = [];
  if (updatedAt)
    facts.push(
      t('article.updated', { date: new Intl.DateTimeFormat(locale, { dateStyle: 'medium' }).format(updatedAt) }),
    );
  const text = textOf(tree.nodes);
  const han = text.match(/\p{Script=Han}/gu)?.length ?? 0;
  const words = text.replace(/\p{Script=Han}/gu, ' ').match(/\S+/g)?.length ?? 0;
  const minutes = Math.round(han / HAN_A_MINUTE + words / WORDS_A_MINUTE);
  if (minutes > 3) facts.push(t('article.minutes', { count: minutes }));
  return facts.join(' · ');
}
