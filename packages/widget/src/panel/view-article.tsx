import { textOf, type Article, type View } from '@helpkiosk/core';
import { Fragment, h, type VNode } from 'preact';
import type { Session } from '../app/session.js';
import { ArticleBody } from '../parts/article-body.js';
import css from '../parts/article-body.css';
import { Skeleton } from '../parts/skeleton.js';
import { drawVideos, withAllVideos, type ArticlePlace } from './article-videos.js';
import type { LazyView, ViewProps } from './lazy-view.js';

/** Words a minute, and Han characters a minute, of an unhurried reader (Brysbaert 2019: 238 words; Chinese about 260 words of 1.5 characters). */
const WORDS_A_MINUTE = 230;
const HAN_A_MINUTE = 400;

/** One article: title, age, the tree; view-article-tools adds what can be done with it. */
const articleView: LazyView = {
  css,
  start({ load }) {
    load('tools');
    let askedFor: View | null = null;
    const loadVideo = (view: View): void => {
      if (view !== askedFor) load('video');
      askedFor = view;
    };
    return { draws: { article: (props) => drawArticle({ ...props, loadVideo }) } };
  },
};
export default articleView;

interface ArticleProps extends ViewProps {
  /** Fetches the player, once for each time that an article is opened. */
  loadVideo(view: View): void;
}

function drawArticle(props: ArticleProps): VNode | null {
  const { session, view, part, whole } = props;
  const state = session.help.stores.article.get();
  if (state.state === 'failed') return whole('more', 'failed');
  if (state.state !== 'ready') return <Skeleton label={session.t('article.loading')} />;
  if (!state.value) return whole('more', 'missing');
  const { sectionId: section = '', atMs } = view as ArticlePlace;
  return (
    <>
      {part('tools', 'menu')}
      <Page key={`${state.value.id} ${section} ${atMs}`} {...props} article={state.value} section={section} />
      {part('tools', 'foot')}
    </>
  );
}

function Page({ article, section, ...props }: ArticleProps & { article: Article; section: string }): VNode {
  const { session, part } = props;
  const { help, t, locale, assetUrl } = session;
  const tree = withAllVideos(article);
  const { imageOrigins = [], locale: reader = document.documentElement.lang || locale } = help.stores.config.get();
  const enlarge = (alt: string): string => t('picture.enlarge', { name: alt || t('picture.unnamed') });
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
        tree={tree}
        options={{
          assetUrl,
          onArticle: (articleId, sectionId) =>
            help.go({ name: 'article', articleId, locale: article.locale, sectionId }),
          imageOrigins,
          drawVideo: drawVideos(article, tree, imageOrigins, props),
          words: {
            note: (kind) => t(`note.${kind}` as 'note.note'),
            table: t('article.table'),
            // What enlarges them is among the tools.
            ...(part('tools', 'foot') && { enlarge }),
          },
        }}
      />
    </article>
  );
}

/** Called once when the article is drawn: the focus goes to its title, or to the section or the video that was found. */
function bringIntoView(page: HTMLElement | null): void {
  if (!page) return;
  const sections = [...page.querySelectorAll<HTMLElement>('[data-section]')];
  const section =
    page.querySelector<HTMLElement>('[data-wanted=true]') ??
    sections.find((each) => each.dataset['section'] === page.dataset['open']);
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
