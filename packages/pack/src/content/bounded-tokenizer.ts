// Block rules of marked that look far ahead at each line and mostly in vain: here they look at what can decide first.
import { HelpError } from '@helpkiosk/core';
import type { Tokens } from 'marked';
import { CjkTokenizer } from './cjk-tokenizer.js';

/** Nobody writes a heading over `===` that is longer; the rule would read on to the next empty line, from each line again. */
const MAX_UNDERLINED_HEADING = 2_000;

/** Characters up to the next empty line, summed over all quotes: marked reads them all again for each quote that begins there. */
const MAX_QUOTE_WORK = 20_000_000;
const QUOTE = /^ {0,3}>/;

/** Where the rule for tables begins to read rows; marked looks for a table in every line of a paragraph. */
const ROWS = '(?:\\n((?:(?! *\\n|';

/** marked's tokenizer with those rules kept cheap; the tokens are the same. Throws HelpError `content-too-big` for endless quotes. */
export class BoundedTokenizer extends CjkTokenizer {
  private quoteWork = 0;

  /** Call once, after a lexer has set the rules. */
  bound(): void {
    const { block } = this.rules;
    // That a table begins is told by its first two lines; marked's own copy of the rule has no anchors.
    const rows = block.table.source.slice(block.table.source.indexOf(ROWS)).replace(/(^|[^[])\^/g, '$1');
    const paragraph = new RegExp(
      block.paragraph.source.replace(rows, () => '(?=\\n|$)'),
      block.paragraph.flags,
    );
    this.rules = { ...this.rules, block: { ...block, paragraph } };
  }

  override table(src: string): Tokens.Table | undefined {
    const end = endOfLine(src, endOfLine(src, 0) + 1);
    const queued = this.lexer.inlineQueue.length;
    const head = super.table(src.slice(0, end));
    this.lexer.inlineQueue.length = queued;
    return head && super.table(src);
  }

  override blockquote(src: string): Tokens.Blockquote | undefined {
    if (!QUOTE.test(src)) return undefined;
    const end = src.indexOf('\n\n');
    this.quoteWork += end < 0 ? src.length : end;
    if (this.quoteWork > MAX_QUOTE_WORK) {
      throw new HelpError('content-too-big', { limit: MAX_QUOTE_WORK, actual: this.quoteWork });
    }
    return super.blockquote(src);
  }

  override lheading(src: string): Tokens.Heading | undefined {
    if (src.length <= MAX_UNDERLINED_HEADING) return super.lheading(src);
    const end = src.lastIndexOf('\n', MAX_UNDERLINED_HEADING);
    return end < 0 ? undefined : super.lheading(src.slice(0, end));
  }
}

function endOfLine(src: string, from: number): number {
  const end = src.indexOf('\n', from);
  return end < 0 ? src.length : end;
}
