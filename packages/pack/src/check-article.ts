import { cleanArticleTree, HelpError, isHelpError, treeFromPlainText } from '@helpkiosk/core';
import type { ArticleTree, Problem } from '@helpkiosk/core';
import { parseArticleSources, type SearchableArticle } from '@helpkiosk/search';
import { MAX_SOURCE_BYTES } from './content/compile-markdown.js';
import { imagesOf } from './content/map-images.js';
import { refuseBigTree } from './content/tree-size.js';

/**
 * A checked article with its tree, or null when something is wrong with it; `report` is told everything, with paths like
 * `articles[3].title`. A tree is measured by its levels and nodes, a text by its bytes: a tree takes more bytes than its source.
 */
export function checkArticle(
  source: unknown,
  place: number,
  report: (problem: Problem) => void,
): SearchableArticle | null {
  const path = `articles[${place}]`;
  try {
    const body = bodyOf(source);
    const [article] = parseArticleSources([{ ...(source as object), body: '' }]);
    return { ...article!, tree: treeOf(body) };
  } catch (error) {
    if (!isHelpError(error)) throw error;
    for (const problem of problemsOf(error)) report({ ...problem, path: problem.path.replace('articles[0]', path) });
    return null;
  }
}

function bodyOf(source: unknown): string | ArticleTree {
  if (typeof source !== 'object' || source === null) throw wrong('articles[0]', 'expected an object');
  const body: unknown = Object.hasOwn(source, 'body') ? (source as { body: unknown }).body : undefined;
  if (typeof body === 'string') return body;
  const tree = body as Partial<ArticleTree> | null | undefined;
  if (tree?.v === 1 && Array.isArray(tree.nodes)) return tree as ArticleTree;
  throw wrong('articles[0].body', 'expected text or an article tree');
}

function treeOf(body: string | ArticleTree): ArticleTree {
  if (typeof body === 'string') {
    const actual = Buffer.byteLength(body);
    if (actual > MAX_SOURCE_BYTES) throw new HelpError('content-too-big', { limit: MAX_SOURCE_BYTES, actual });
  }
  const tree = typeof body === 'string' ? treeFromPlainText(body) : body;
  refuseBigTree(tree.nodes);
  // From which origins images may be loaded is for the page to say, which checks each tree again.
  const imageOrigins = imagesOf(tree).flatMap((src) => (URL.canParse(src) ? [new URL(src).origin] : []));
  return cleanArticleTree(tree, { imageOrigins });
}

function problemsOf(error: HelpError): readonly Problem[] {
  const { problems, limit, actual } = error.details;
  if (problems) return problems;
  return [{ path: 'articles[0].body', message: explainSize(Number(limit), Number(actual)) }];
}

/** What is too big about an article, and what to do, in one sentence. */
export function explainSize(limit: number, actual: number): string {
  if (limit === MAX_SOURCE_BYTES) {
    return `the text has ${actual} bytes, and an article may have ${limit}: split it into several articles`;
  }
  return limit < 1_000
    ? `lists, quotes or marks nest ${actual} levels deep, and ${limit} are allowed: make it flatter`
    : `the article has too many parts (${actual} of at most ${limit}): split it into several articles`;
}

const wrong = (path: string, message: string): HelpError =>
  new HelpError('config-invalid', { problems: [{ path, message }] });
