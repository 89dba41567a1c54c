import type { ArticleTree, CompileOptions } from '@helpkiosk/core';
import { compileHtml } from '../content/compile-html.js';
import { compileMarkdown } from '../content/compile-markdown.js';

const BLOCK_HTML = /<\/?(?:p|div|ul|ol|li|table|tr|td|h[1-6]|pre|blockquote|section|br)\b[^>]*>/iu;
const LINE_HTML = /<(?:a|img|span|font|u)\s[^>]*>/iu;
const OWN_BLOCK = /^\s*(?:[-*+>#|]|\d+[.)]\s|```|~~~|:::|$)/u;

/**
 * The tree of what somebody typed into a cell: HTML where it has tags, else Markdown, in which a new line is a new line. Throws HelpError
 * `content-too-big` as the compilers do.
 */
export function compileAnswer(text: string, options: CompileOptions): ArticleTree {
  if (BLOCK_HTML.test(text)) return compileHtml(text, options);
  if (LINE_HTML.test(text)) return compileHtml(text.replaceAll('\n', '<br>'), options);
  return compileMarkdown(withHardBreaks(text), options);
}

function withHardBreaks(text: string): string {
  const lines = text.split('\n');
  let fence = '';
  return lines
    .map((line, i) => {
      const mark = /^\s*(```|~~~)/u.exec(line)?.[1];
      if (mark && (fence === '' || mark === fence)) fence = fence ? '' : mark;
      const next = lines[i + 1];
      const goesOn = next !== undefined && !OWN_BLOCK.test(line) && !OWN_BLOCK.test(next);
      return goesOn && fence === '' && !line.endsWith('\\') ? `${line.trimEnd()}\\` : line;
    })
    .join('\n');
}
