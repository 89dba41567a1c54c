import { sectionsOf, textOf, treeFromPlainText } from '@helpkiosk/core';
import type { ArticleNode, ArticleSource, ArticleTree, Problem } from '@helpkiosk/core';
import { articleName } from './compile-pack.js';
import { findInVideos } from './check-videos.js';
import { findInVotes } from './check-votes.js';
import type { VotesUsed } from './count-votes.js';

/** What kind of thing a finding is about; `source` is what reading and building said. */
export type FindingKind =
  | 'source'
  | 'empty'
  | 'long'
  | 'untranslated'
  | 'same-title'
  | 'orphaned'
  | 'no-alternative'
  | 'link'
  | 'video'
  | 'votes';

/** An error loses something for the customer; a warning may be meant so; a hint is nothing wrong. `locale` where it concerns one language. */
export interface Finding extends Problem {
  level: 'error' | 'warning' | 'hint';
  kind: FindingKind;
  locale?: string;
}

/** Longer than this, in characters, an article is better cut in two: about ten minutes of reading. */
const LONG_TEXT = 12_000;

interface Looked {
  article: ArticleSource;
  tree: ArticleTree;
  links: { article?: string; section?: string; href?: string }[];
}

/** What is wrong, or looks wrong, with the articles of a pack; `problems` are those of reading and building them, `votes` what came of a file of votes. */
export function checkArticles(
  articles: readonly ArticleSource[],
  problems: readonly Problem[],
  votes: VotesUsed | null = null,
): Finding[] {
  const looked = articles.map(look);
  const locales = [...new Set(articles.map(({ locale }) => locale))].sort();
  return [
    ...problems.map((problem): Finding => ({ level: levelOf(problem), kind: 'source', ...problem })),
    ...looked.flatMap(findInText),
    ...articles.flatMap((article) =>
      findInVideos(article).map(({ level, message }) => findingOf(level, 'video', article, message)),
    ),
    ...looked.flatMap((each) => findInLinks(each, looked, problems)),
    ...findUntranslated(articles, locales),
    ...findSameTitles(articles),
    ...locales.flatMap((locale) => findOrphans(looked.filter(({ article }) => article.locale === locale))),
    ...findInVotes(articles, votes),
  ];
}

/** "Is left out" is what the readers say of a page that asks for it, or that is none of the help: seldom a loss. */
const levelOf = ({ message }: Problem): Finding['level'] =>
  /(?:^|: )is left out: /u.test(message) ? 'warning' : 'error';

function look(article: ArticleSource): Looked {
  const tree = typeof article.body === 'string' ? treeFromPlainText(article.body) : article.body;
  const links = nodesOf(tree).filter(({ tag }) => tag === 'link') as unknown as Looked['links'];
  return { article, tree, links };
}

type Element = Exclude<ArticleNode, string>;

function nodesOf(tree: ArticleTree): Element[] {
  const found: Element[] = [];
  const walk = (node: ArticleNode): void => {
    if (typeof node === 'string') return;
    found.push(node);
    node.children?.forEach(walk);
  };
  tree.nodes.forEach(walk);
  return found;
}

function findingOf(level: Finding['level'], kind: FindingKind, article: ArticleSource, message: string): Finding {
  return { level, kind, path: articleName(article), locale: article.locale, message };
}

function findInText({ article, tree }: Looked): Finding[] {
  const found: Finding[] = [];
  const { length } = textOf(tree.nodes);
  const nodes = nodesOf(tree);
  const isEmpty =
    length === 0 && !nodes.some(({ tag }) => tag === 'image' || tag === 'video') && !article.videos?.length;
  if (isEmpty) found.push(findingOf('error', 'empty', article, 'has a title and nothing below it'));
  if (length > LONG_TEXT)
    found.push(
      findingOf('warning', 'long', article, `has ${length} characters: two shorter articles are found better`),
    );
  const silent = nodes.filter((node) => node.tag === 'image' && !String(node['alt'] ?? '').trim());
  const sources = [...new Set(silent.map((node) => String(node['src'])))];
  if (sources.length) {
    const more = sources.length > 3 ? ` and ${sources.length - 3} more` : '';
    const message = `shows ${sources.slice(0, 3).join(', ')}${more} without alternative text: who cannot see them misses them`;
    found.push(findingOf('warning', 'no-alternative', article, message));
  }
  return found;
}

function findInLinks(from: Looked, all: readonly Looked[], problems: readonly Problem[]): Finding[] {
  const found: Finding[] = [];
  for (const { article: id, section: named, href } of from.links) {
    const own = href?.startsWith('#') ? decoded(href.slice(1)) : undefined;
    const section = own ?? named;
    const inOwnLocale = id === undefined ? from : find(all, id, from.article.locale);
    const target = inOwnLocale ?? find(all, id!);
    if (!target) found.push(findingOf('error', 'link', from.article, `links to ${id}, and there is no such article`));
    else if (!inOwnLocale) {
      const message = `links to ${id}, which is not there in ${from.article.locale}`;
      found.push(findingOf('warning', 'link', from.article, message));
    } else if (section && !hasSection(target.tree, section)) {
      // The readers of files name such a link with its line; once is enough.
      const isKnown = problems.some(({ message }) => message.includes(`#${section}`));
      const message = `links to #${section} of ${target.article.id}, which has no such heading`;
      if (!isKnown) found.push(findingOf('error', 'link', from.article, message));
    }
  }
  return found;
}

const find = (all: readonly Looked[], id: string, locale?: string): Looked | undefined =>
  all.find(({ article }) => article.id === id && (locale === undefined || article.locale === locale));

const hasSection = (tree: ArticleTree, id: string): boolean => sectionsOf(tree).some((section) => section.id === id);

function decoded(fragment: string): string | undefined {
  try {
    return decodeURIComponent(fragment) || undefined;
  } catch {
    return fragment;
  }
}

function findUntranslated(articles: readonly ArticleSource[], locales: readonly string[]): Finding[] {
  const byId = new Map<string, Set<string>>();
  for (const { id, locale } of articles) byId.set(id, (byId.get(id) ?? new Set()).add(locale));
  return [...byId].flatMap(([id, present]) =>
    locales
      .filter((locale) => !present.has(locale))
      .map((locale): Finding => {
        const path = articleName({ id, locale });
        const message = `is missing: the article is there in ${[...present].sort().join(', ')} only`;
        return { level: 'warning', kind: 'untranslated', path, locale, message };
      }),
  );
}

function findSameTitles(articles: readonly ArticleSource[]): Finding[] {
  const first = new Map<string, ArticleSource>();
  return articles.flatMap((article) => {
    const key = JSON.stringify([article.locale, article.title.normalize('NFKC').toLowerCase().trim()]);
    const earlier = first.get(key);
    if (!earlier) first.set(key, article);
    if (!earlier || earlier.id === article.id) return [];
    const message = `has the title of ${articleName(earlier)}, "${article.title}": customers cannot tell them apart`;
    return [findingOf('warning', 'same-title', article, message)];
  });
}

/** Where there are no categories at all, home lists the articles themselves and none is lost. */
function findOrphans(looked: readonly Looked[]): Finding[] {
  if (!looked.some(({ article }) => article.category)) return [];
  const linked = new Set(
    looked.flatMap(({ article, links }) =>
      links.flatMap((link) => (link.article === article.id ? [] : [link.article])),
    ),
  );
  return looked
    .filter(({ article }) => !article.category && !linked.has(article.id))
    .map(({ article }) =>
      findingOf(
        'warning',
        'orphaned',
        article,
        'is in no category and no article links to it: only the search finds it',
      ),
    );
}
