// Quotes that begin with [!type]: alerts of GitHub, callouts of Obsidian.
import { textOf, type ArticleNode, type NoteKind } from '@helpkiosk/core';
import type { MarkedToken, Tokens } from 'marked';
import { noteKindOf } from './dialects/note-names.js';

const OPENING = /^\[!([a-z][a-z-]*)\]([+-]?)[ \t]*/i;

/** `fold`: opens on a click. `title` are the tokens beside the type, `rest` the blocks below. */
export interface Callout {
  kind: NoteKind;
  fold?: 'open' | 'closed';
  title: MarkedToken[];
  rest: MarkedToken[];
}

/** The callout that a quote is; null for any other quote. GitHub means danger by caution. */
export function calloutOf(token: Tokens.Blockquote): Callout | null {
  const [first, ...others] = token.tokens as MarkedToken[];
  const [opening, ...inline] = (first?.type === 'paragraph' ? first.tokens : []) as MarkedToken[];
  const match = opening?.type === 'text' ? OPENING.exec(opening.raw) : null;
  if (!match || first?.type !== 'paragraph' || opening?.type !== 'text') return null;
  const name = match[1]!.toLowerCase();
  const kind = name === 'caution' ? 'danger' : noteKindOf(name);
  if (!kind) return null;
  const text = opening.raw.slice(match[0].length);
  const { title, body } = cutAtLineEnd(text ? [{ ...opening, raw: text, text }, ...inline] : inline);
  const rest: MarkedToken[] = [...(body.length ? [{ ...first, tokens: body }] : []), ...others];
  const fold = match[2] ? ({ fold: match[2] === '+' ? 'open' : 'closed' } as const) : {};
  return { kind, ...fold, title, rest };
}

function cutAtLineEnd(tokens: readonly MarkedToken[]): { title: MarkedToken[]; body: MarkedToken[] } {
  const at = tokens.findIndex((token) => token.type === 'br' || (token.type === 'text' && token.raw.includes('\n')));
  const end = tokens[at];
  if (!end) return { title: [...tokens], body: [] };
  if (end.type !== 'text') return { title: tokens.slice(0, at), body: tokens.slice(at + 1) };
  const place = end.raw.indexOf('\n');
  const part = (text: string): MarkedToken[] => (text.trim() ? [{ type: 'text', raw: text, text }] : []);
  return {
    title: [...tokens.slice(0, at), ...part(end.raw.slice(0, place))],
    body: [...part(end.raw.slice(place + 1)), ...tokens.slice(at + 1)],
  };
}

/** The node of a callout from its compiled parts. A title without anything below it is the text. */
export function calloutNode({ kind, fold }: Callout, title: ArticleNode[], body: ArticleNode[]): ArticleNode[] {
  if (fold) {
    const summary: ArticleNode[] = title.length ? [{ tag: 'summary', children: title }] : [];
    const children = [...summary, ...body];
    return children.length ? [{ tag: 'details', ...(fold === 'open' ? { open: true } : {}), children }] : [];
  }
  const words = textOf(title);
  const children = body.length ? body : words ? [{ tag: 'p' as const, children: title }] : [];
  if (!children.length) return [];
  return [{ tag: 'note', kind, ...(words && body.length ? { title: words.slice(0, 500) } : {}), children }];
}
