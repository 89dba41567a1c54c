// Draws an article tree as vnodes. The tree is checked against the allow-list again, whatever its origin; no string
// becomes anything but text or a checked attribute, and no node gets an id, a class from the content, or a style.
import { cleanArticleTree, type ArticleNode, type ArticleTree, type Tag, type TreeOptions } from '@helpkiosk/core';
import { Fragment, h, render, type ComponentChild, type VNode } from 'preact';
import { Icon } from './icon.js';
import { ALERT, INFO } from './more-icons.js';

const ENLARGE = 'M14.25 9a5.25 5.25 0 1 1-10.5 0a5.25 5.25 0 0 1 10.5 0M13 13l3.75 3.75M9 6.75v4.5M6.75 9h4.5';

type Element = Exclude<ArticleNode, string>;

export interface ArticleBodyOptions extends TreeOptions {
  /** Where relative images lie; default: beside the page. */
  assetUrl?: (name: string) => string;
  /** Opens another article; without it such a link is plain text. */
  onArticle?: (articleId: string, sectionId?: string) => void;
  /** Words for the kinds of notes and for tables; with `enlarge`, images are buttons of class `picture` with that name. */
  words?: { note(kind: string): string; table: string; enlarge?(alt: string): string };
  /** Draws a video in the place of the link to it. */
  drawVideo?: ((link: ComponentChild, src: string, title?: string) => ComponentChild) | undefined;
}

/** Tags that are drawn as one element with no attributes. */
const PLAIN: { readonly [K in Tag]?: string } = {
  p: 'p', ul: 'ul', quote: 'blockquote', code: 'code', row: 'tr', strong: 'strong', em: 'em', del: 'del', kbd: 'kbd', sup: 'sup',
  sub: 'sub', mark: 'mark', ruby: 'ruby', rt: 'rt', br: 'br', hr: 'hr', figure: 'figure', caption: 'figcaption', summary: 'summary',
  dl: 'dl', dt: 'dt', dd: 'dd',
}; // prettier-ignore
/** What acts when it is pressed: an image in it is no button. */
const ACTS = /^(link|summary)$/;
/** Smaller ones, in CSS px, are signs in the text; there is nothing to enlarge. */
const SMALLEST_PICTURE = 160;
/** The panel's title is an h2, so the article's headings come one lower. */
const HEADINGS: { readonly [K in Tag]?: string } = { h2: 'h3', h3: 'h4', h4: 'h5' };

/** The vnodes of a tree. */
export function ArticleBody({ tree, options }: { tree: ArticleTree; options: ArticleBodyOptions }): VNode {
  return <>{drawAll(cleanArticleTree(tree, options).nodes, options)}</>;
}

/**
 * Draws a tree into an element of the page, replacing what was drawn there before. It checks the allow-list again,
 * throws on nothing, and drops what it does not know; links to other articles become plain text.
 */
export function renderArticle(tree: ArticleTree, into: globalThis.Element, options: ArticleBodyOptions = {}): void {
  render(<ArticleBody tree={tree} options={options} />, into);
}

const drawAll = (nodes: readonly ArticleNode[], options: ArticleBodyOptions): ComponentChild[] =>
  nodes.map((node) => draw(node, options));

function draw(node: ArticleNode, options: ArticleBodyOptions): ComponentChild {
  if (typeof node === 'string') return node;
  const { tag } = node;
  const children = drawAll(node.children ?? [], ACTS.test(tag) ? plainly(options) : options);
  const plain = PLAIN[tag];
  if (plain) return h(plain, null, children);
  const heading = HEADINGS[tag];
  if (heading) return h(heading, { 'data-section': node['id'], tabIndex: -1 }, children);
  switch (tag) {
    case 'ol':
      return <ol start={node['start'] as number}>{children}</ol>;
    case 'li':
      return typeof node['checked'] === 'boolean' ? (
        <li class="task">
          <input type="checkbox" disabled checked={node['checked']} /> {children}
        </li>
      ) : (
        <li>{children}</li>
      );
    case 'pre':
      return (
        <pre tabIndex={0}>
          <code>{children}</code>
        </pre>
      );
    case 'note':
      return drawNote(node, children, options);
    case 'table':
      return (
        <div class="table" role="region" tabIndex={0} aria-label={options.words?.table}>
          <table>{children}</table>
        </div>
      );
    case 'headcell':
    case 'cell':
      return h(
        tag === 'cell' ? 'td' : 'th',
        {
          'data-align': node['align'],
          colSpan: node['colspan'],
          rowSpan: node['rowspan'],
          scope: tag === 'headcell' ? 'col' : undefined,
        },
        children,
      );
    case 'details':
      return <details open={node['open'] === true}>{children}</details>;
    case 'link':
      return drawLink(node, children, options);
    case 'image':
      return drawImage(node, options);
    case 'video':
      return drawFilm(node, options);
    default:
      return children;
  }
}

function drawNote(node: Element, children: ComponentChild[], { words }: ArticleBodyOptions): VNode {
  const kind = (node['kind'] as string) ?? 'note';
  const grave = kind === 'warning' || kind === 'danger';
  const title = (node['title'] as string) ?? words?.note(kind);
  return (
    <div class={`note ${kind}`} role="note" aria-label={title}>
      <Icon path={grave ? ALERT : INFO} />
      <div>
        {node['title'] ? <strong>{title}</strong> : null}
        {children}
      </div>
    </div>
  );
}

function drawLink(node: Element, children: ComponentChild[], { onArticle }: ArticleBodyOptions): ComponentChild {
  const { href, article, section } = node as { href?: string; article?: string; section?: string };
  if (article) {
    if (!onArticle) return children;
    return (
      <button type="button" class="link" onClick={() => onArticle(article, section)}>
        {children}
      </button>
    );
  }
  const site = otherSite(href!);
  return (
    <a href={href} rel="noopener noreferrer nofollow ugc" {...(site === null ? {} : { target: '_blank' })}>
      {children}
      {site && <small class="site"> ({site})</small>}
    </a>
  );
}

/** The host name of a link that leads to another origin; empty for mail and telephone; null within the page's own. */
function otherSite(href: string): string | null {
  const url = new URL(href, document.baseURI);
  return url.origin === location.origin ? null : url.protocol.startsWith('http') ? url.hostname : '';
}

function drawFilm(node: Element, options: ArticleBodyOptions): ComponentChild {
  const { src, title } = node as { src?: string; title?: string };
  if (!src) return title;
  const link = drawLink({ tag: 'link', href: src }, [title ?? src], options);
  return options.drawVideo?.(link, src, title) ?? link;
}

const plainly = ({ words, ...options }: ArticleBodyOptions): ArticleBodyOptions => ({
  ...options,
  drawVideo: undefined,
  ...(words && { words: { note: words.note, table: words.table } }),
});

function drawImage(node: Element, { assetUrl = (name) => name, words }: ArticleBodyOptions): VNode {
  const { src, alt = '', width, height } = node as { src?: string; alt?: string; width?: number; height?: number };
  const image = (
    <img
      src={assetUrl(src!)}
      alt={alt}
      width={width}
      height={height}
      loading="lazy"
      decoding="async"
      referrerpolicy="no-referrer"
    />
  );
  if (!words?.enlarge || (width ?? SMALLEST_PICTURE) < SMALLEST_PICTURE) return image;
  return (
    <button type="button" class="picture" aria-label={words.enlarge(alt)}>
      {image}
      <Icon path={ENLARGE} />
    </button>
  );
}
