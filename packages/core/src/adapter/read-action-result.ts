import type { ArticleTree } from '../contracts.js';
import { cleanArticleTree, type TreeOptions } from '../content/article-tree.js';
import { own } from '../status/read-figures.js';
import { attempt, badAnswer } from './answer-parts.js';

const LONGEST_TITLE = 500;
const LONGEST_BODY = 64_000;

/** What a self-service action gave. `body`: plain text, or a tree of allowed nodes alone. */
export interface ActionResult {
  readonly title: string;
  readonly body: ArticleTree | string;
  readonly ok: boolean;
}

/** Of `runAction`. A body that is neither text nor a tree is empty text. Throws HelpError `adapter-bad-answer` without a title and `ok`. */
export function readActionResult(answer: unknown, options?: TreeOptions): ActionResult {
  const [title, ok, body] = (['title', 'ok', 'body'] as const).map((name) => attempt(() => own(answer, name)));
  if (typeof title !== 'string' || title === '') throw badAnswer('runAction', 'title', 'must be text');
  if (typeof ok !== 'boolean') throw badAnswer('runAction', 'ok', 'must be true or false');
  return { title: title.slice(0, LONGEST_TITLE), ok, body: bodyOf(body, options) };
}

function bodyOf(body: unknown, options: TreeOptions | undefined): ArticleTree | string {
  if (typeof body === 'string') return body.slice(0, LONGEST_BODY);
  const tree = attempt(() => cleanArticleTree(body, options)) as ArticleTree | null;
  return tree?.nodes.length ? tree : '';
}
