import type { ArticleNode, Tag } from '@helpkiosk/core';
import { charactersBelow, elementsBelow, type HtmlElement } from './dom.js';

/** The tag that an inline element becomes; those that are not here leave their words. */
export const INLINE_MARKS: Readonly<Record<string, Tag>> = {
  b: 'strong', strong: 'strong', i: 'em', em: 'em', cite: 'em', dfn: 'em', var: 'em', del: 'del', s: 'del', strike: 'del', kbd: 'kbd',
  code: 'code', samp: 'code', tt: 'code', sup: 'sup', sub: 'sub', mark: 'mark', ruby: 'ruby', rt: 'rt', rtc: 'rt',
}; // prettier-ignore

const NOT_WORDS: ReadonlySet<string> = new Set(['script', 'style', 'annotation-xml', 'template']);

/** A formula as code: its TeX source where it is given, else its characters. */
export function wordsOfMath(element: HtmlElement): ArticleNode[] {
  const skip = ({ tagName }: HtmlElement): boolean => NOT_WORDS.has(tagName);
  const below = elementsBelow(element, skip);
  const source = below.find(({ tagName }) => tagName === 'annotation');
  const words = charactersBelow(source ?? element, skip)
    .replace(/\s+/gu, ' ')
    .trim();
  return words ? [{ tag: 'code', children: [words] }] : [];
}
