import type { Article } from '@helpkiosk/core';
import { h, type VNode } from 'preact';
import { ARTICLE } from '../parts/more-icons.js';
import { Rows } from '../parts/rows.js';
import type { ArticleVote } from './article-vote.js';
import type { ViewProps } from './lazy-view.js';
import type { RelatedArticle } from './related.js';

export interface ArticleFootProps {
  props: ViewProps;
  article: Article | null;
  vote: ArticleVote;
  related: readonly RelatedArticle[];
}

/** Under an article: "Did this help?", what is related, and a person. */
export function drawFoot({ props, article, vote, related }: ArticleFootProps): VNode {
  const { help, t } = props.session;
  return (
    <div class="after">
      {article && vote.draw(article, props)}
      <Rows
        heading={t('article.related')}
        rows={related.map(({ id, locale, title }) => ({
          icon: ARTICLE,
          text: title,
          onOpen: () => help.go({ name: 'article', articleId: id, locale }),
        }))}
      />
      {props.part('more', 'foot')}
    </div>
  );
}
