// What marked's inline rules lack for Chinese, Japanese and Korean: emphasis beside punctuation, and where a bare address ends.
import { Hooks, Tokenizer, type Tokens } from 'marked';
import { cutBareAddress, softenCjkPunctuation } from './cjk.js';

/** marked masks links and code before it looks for emphasis; this goes one step further and masks CJK punctuation. */
export class CjkHooks extends Hooks {
  override emStrongMask(masked: string): string {
    return softenCjkPunctuation(super.emStrongMask(masked));
  }
}

/** A rule that reads the masked text at the place where marked hands it the text itself. */
class OpeningRule extends RegExp {
  declare masked: string;

  override exec(): RegExpExecArray | null {
    return super.exec(this.masked);
  }
}

/**
 * marked's tokenizer, with `softenCjkPunctuation` applied to opening marks too. Closing marks are found by marked in the text that
 * `CjkHooks` masks; the opening rule alone reads the source. Call `soften` once, after a lexer has set the rules.
 */
export class CjkTokenizer extends Tokenizer {
  declare emphasisOpening: OpeningRule;
  declare delOpening: OpeningRule;

  soften(): void {
    const { inline } = this.rules;
    this.emphasisOpening = new OpeningRule(inline.emStrongLDelim.source, inline.emStrongLDelim.flags);
    this.delOpening = new OpeningRule(inline.delLDelim.source, inline.delLDelim.flags);
    const softened = { ...inline, emStrongLDelim: this.emphasisOpening, delLDelim: this.delOpening };
    this.rules = { ...this.rules, inline: softened };
  }

  override emStrong(src: string, masked: string, previous = ''): Tokens.Em | Tokens.Strong | undefined {
    const at = masked.length - src.length;
    this.emphasisOpening.masked = masked.slice(at);
    return super.emStrong(src, masked, softened(masked, at, previous));
  }

  override del(src: string, masked: string, previous = ''): Tokens.Del | undefined {
    const at = masked.length - src.length;
    this.delOpening.masked = masked.slice(at);
    return super.del(src, masked, softened(masked, at, previous));
  }

  override url(src: string): Tokens.Link | undefined {
    const token = super.url(src);
    if (!token || token.href.startsWith('mailto:')) return token;
    const text = cutBareAddress(token.raw);
    if (text === token.raw) return token;
    const href = token.href.slice(0, token.href.length - (token.raw.length - text.length));
    return { ...token, raw: text, text, href, tokens: [{ type: 'text', raw: text, text }] };
  }
}

/** marked reads the character before a run from the source too; '' means that it is no text. */
function softened(masked: string, at: number, previous: string): string {
  return previous && masked[at - 1] === '字' ? '字' : previous;
}
