import type { ArticleNode } from '@helpkiosk/core';
import { classesOf, childElements, isElement, textOfNode, wordOf, type HtmlElement, type HtmlNode } from './dom.js';
import type { Converter } from './html-options.js';
import { element } from './tree-pieces.js';

const LANGUAGE_CLASS = /^(?:language|lang|highlight-source|highlight|brush:?)-?([a-z0-9+#_.-]{1,40})$/;
const NO_LANGUAGE = /^(?:none|text|default|plaintext|wrapper|shell-session|highlight|source)$/;
const OWN_LINE: ReadonlySet<string> = new Set(['div', 'p', 'li', 'tr']);

/** Code as it is written, with its language where a class name of it or of the frame around it tells. */
export function preNodes(pre: HtmlElement, converter: Converter): ArticleNode[] {
  const lines = linesOf(pre, converter);
  const text = lines.replace(/^\n+/u, '').replace(/\s+$/u, '');
  if (text.trim() === '') return [];
  converter.anchors.settle();
  const lang = languageOf(pre);
  return element('pre', [text], lang ? { lang } : {});
}

/** The characters; a line per element where an author's tool has made each line one of its own and no line ends between them. */
function linesOf(pre: HtmlElement, converter: Converter): string {
  let text = '';
  const endLine = (): void => void (text !== '' && !text.endsWith('\n') && (text += '\n'));
  const walk = (nodes: readonly HtmlNode[], ownLines: boolean): void => {
    for (const node of nodes) {
      const characters = textOfNode(node);
      if (characters !== undefined) text += characters;
      else if (isElement(node) && node.tagName === 'br') text += '\n';
      else if (isElement(node) && node.tagName !== 'button' && !converter.isHidden(node)) {
        const isLine =
          OWN_LINE.has(node.tagName) || (ownLines && classesOf(node).some((name) => /^(?:code-?)?line$/.test(name)));
        if (isLine) endLine();
        walk(node.childNodes, !node.childNodes.some(holdsLineEnd));
        if (isLine) endLine();
      }
    }
  };
  walk(pre.childNodes, !pre.childNodes.some(holdsLineEnd));
  return text.replaceAll(/\r\n?/gu, '\n');
}

const holdsLineEnd = (node: HtmlNode): boolean => textOfNode(node)?.includes('\n') === true;

function languageOf(pre: HtmlElement): string | undefined {
  const inner = childElements(pre).filter(({ tagName }) => tagName === 'code');
  const around: HtmlElement[] = [];
  for (let parent = pre.parentNode; parent && isElement(parent) && around.length < 3; parent = parent.parentNode)
    around.push(parent);
  for (const holder of [...inner, pre, ...around]) {
    const given = wordOf(holder, 'data-lang') ?? wordOf(holder, 'data-language');
    const named = classesOf(holder).map((name) => LANGUAGE_CLASS.exec(name)?.[1]).find((name) => name && !NO_LANGUAGE.test(name)); // prettier-ignore
    const lang = given ?? named;
    if (lang) return lang.toLowerCase().slice(0, 40);
  }
  return undefined;
}
