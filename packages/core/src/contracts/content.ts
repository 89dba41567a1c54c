// Article trees, and what packs are made of.
import type { Problem } from './ground.js';
import type { ResultKind } from './search.js';

export type ArticleNode =
  string | { readonly tag: Tag; readonly children?: readonly ArticleNode[]; readonly [attribute: string]: unknown };
export type Tag =
  | 'h2'
  | 'h3'
  | 'h4'
  | 'p'
  | 'ul'
  | 'ol'
  | 'li'
  | 'pre'
  | 'code'
  | 'quote'
  | 'note'
  | 'table'
  | 'row'
  | 'cell'
  | 'headcell'
  | 'strong'
  | 'em'
  | 'del'
  | 'kbd'
  | 'sup'
  | 'sub'
  | 'mark'
  | 'ruby'
  | 'rt'
  | 'br'
  | 'hr'
  | 'link'
  | 'image'
  | 'figure'
  | 'caption'
  | 'details'
  | 'summary'
  | 'dl'
  | 'dt'
  | 'dd'
  | 'video';
export interface ArticleTree {
  readonly v: 1;
  readonly nodes: readonly ArticleNode[];
} // JSON-safe; headings carry `id` (section anchor: data only, renderArticle sets no DOM id), links `href` or `article`, notes `kind`

export interface CompileOptions {
  imageOrigins?: readonly string[] /* relative images always pass */;
  resolveLink?: (href: string) => { article: string } | { href: string } | null;
}
export interface VideoSource {
  url: string;
  title: string;
  durationMs?: number;
  poster?: string;
  captions?: readonly { atMs: number; text: string }[];
  chapters?: readonly { atMs: number; title: string }[];
}
export interface ArticleSource {
  id: string;
  kind?: ResultKind;
  locale: string;
  title: string;
  body: ArticleTree | string; // a string is plain text; lines beginning with '#' are headings
  summary?: string;
  keywords?: readonly string[];
  category?: string;
  order?: number;
  url?: string;
  updatedAt?: number;
  videos?: readonly VideoSource[];
  votes?: { yes: number; no: number }; // how many said that it helped, and how many that it did not; decides between results that are nearly equal
}
export interface BuildOptions {
  synonyms?: Readonly<Record<string, readonly (readonly string[])[]>>;
  onProblem?: (problem: Problem) => void;
}
