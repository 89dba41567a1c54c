// marked's lexer, kept within bounds: its rules backtrack, some of them quadratically, and its recursion knows no end.
import { HelpError, MAX_TREE_DEPTH, MAX_TREE_NODES } from '@helpkiosk/core';
import { Lexer, type Token, type TokensList } from 'marked';
import { BoundedTokenizer } from './bounded-tokenizer.js';
import { CjkHooks } from './cjk-tokenizer.js';

/** Characters handed to the block rules, nested blocks counted again at each level. 32 levels of 64 kB are 2.1 million. */
const MAX_BLOCK_WORK = 3_000_000;
/** Sum of `inlineWorkOf` over all stretches of inline text; an article of 64 kB in one paragraph has about 2 million for each 30 marks. */
const MAX_INLINE_WORK = 8_000_000;
const MARK = /[[\]!<>`*_~&@\\:.]/g;
/** Block marks at the start of one line; marked takes them off one by one and looks at the whole rest each time. */
const MAX_MARKS_OF_A_LINE = 100;
const MARKS_OF_A_LINE = /^(?:[ \t]*(?:>|[*+-](?=[ \t])|\d{1,9}[.)](?=[ \t])))+/gm;
const MARK_OF_A_BLOCK = />|[*+-]|\d+[.)]/g;
const ADDRESS_RUN = /[\w.!#$%&'*+/=?`{|}~-]+/g;

class BoundedLexer extends Lexer {
  private depth = 0;
  private nodeCount = 0;
  private blockWork = 0;
  private inlineWork = 0;

  override blockTokens(src: string, tokens?: Token[], clipped?: boolean): Token[];
  override blockTokens(src: string, tokens?: TokensList, clipped?: boolean): TokensList;
  override blockTokens(src: string, tokens: Token[] = [], clipped = false): Token[] {
    this.enter();
    // Each call is a list item or a stretch of a quote, with two nodes at least; so many nodes are refused anyway.
    this.nodeCount += 2;
    if (this.nodeCount > MAX_TREE_NODES) throw tooBig(MAX_TREE_NODES, this.nodeCount);
    this.blockWork += src.length;
    if (this.blockWork > MAX_BLOCK_WORK) throw tooBig(MAX_BLOCK_WORK, this.blockWork);
    super.blockTokens(src, tokens, clipped);
    this.depth--;
    return tokens;
  }

  override inlineTokens(src: string, tokens: Token[] = []): Token[] {
    this.enter();
    const work = inlineWorkOf(src);
    if (this.inlineWork + work > MAX_INLINE_WORK) tokens.push({ type: 'text', raw: src, text: src });
    else {
      this.inlineWork += work;
      super.inlineTokens(src, tokens);
    }
    this.depth--;
    return tokens;
  }

  private enter(): void {
    this.depth += 1;
    if (this.depth > MAX_TREE_DEPTH) throw tooBig(MAX_TREE_DEPTH, this.depth);
  }
}

/**
 * The tokens of a Markdown text (CommonMark with GitHub's tables, task lists, strikethrough and bare addresses). A stretch
 * that would cost marked too much time, thousands of open brackets in one paragraph, becomes plain text, its words kept.
 * Throws HelpError `content-too-big` when blocks or marks nest deeper than 32 levels, and for a line, wherever it is, that
 * begins with more than 100 marks of quotes and lists.
 */
export function lexMarkdown(source: string): Token[] {
  for (const [marks] of source.matchAll(MARKS_OF_A_LINE)) {
    if (marks.length <= MAX_MARKS_OF_A_LINE) continue;
    const count = marks.match(MARK_OF_A_BLOCK)!.length;
    if (count > MAX_MARKS_OF_A_LINE) throw tooBig(MAX_TREE_DEPTH, count);
  }
  const tokenizer = new BoundedTokenizer();
  const lexer = new BoundedLexer({ gfm: true, tokenizer, hooks: new CjkHooks() });
  tokenizer.soften();
  tokenizer.bound();
  return lexer.lex(source);
}

/** Characters that marked may read: all of them again at each mark, and a run before `@` again at each of its characters. */
function inlineWorkOf(src: string): number {
  let work = src.length * (src.match(MARK)?.length ?? 0);
  if (!src.includes('@')) return work;
  for (const run of src.matchAll(ADDRESS_RUN)) {
    if (src[run.index + run[0].length] === '@') work += run[0].length ** 2;
  }
  return work;
}

function tooBig(limit: number, actual: number): HelpError {
  return new HelpError('content-too-big', { limit, actual });
}
