// The result of an action as it is drawn: plain text, or a checked tree. A file of its own: few actions are run, and the tree's drawing is large.
import type { ActionResult } from '@helpkiosk/core';
import { h, type VNode } from 'preact';
import type { Session } from '../app/session.js';
import { ArticleBody } from '../parts/article-body.js';

/** Draws it; links to articles lead there. */
export function ActionBody({ answer: { body }, session }: { answer: ActionResult; session: Session }): VNode | null {
  if (typeof body === 'string') return body ? <p class="plain">{body}</p> : null;
  const { help, t } = session;
  const { imageOrigins } = help.stores.config.get();
  return (
    <div class="article">
      <ArticleBody
        tree={body}
        options={{
          onArticle: (articleId, sectionId) => help.go({ name: 'article', articleId, sectionId }),
          ...(imageOrigins ? { imageOrigins } : {}),
          words: { note: (kind) => t(`note.${kind}` as 'note.note'), table: t('article.table') },
        }}
      />
    </div>
  );
}
