import type { Analysis } from './analysis.js';
import { eachTerm } from './each-term.js';
import type { Token } from './token.js';
import { withPlurals } from './with-plurals.js';

/**
 * The terms of a text, in order of their beginning. Indexes and queries use it alike. Takes any string, lone surrogates and all, in
 * time that grows with its length. `locale` decides whether marks are kept (Vietnamese) and, without a `stem`, English plurals folded.
 */
export function analyse(text: string, locale: string, analysis: Analysis = {}): Token[] {
  return tokensOf(text, locale, withPlurals(locale, analysis));
}

/** The same with no more than `analysis` says. */
export function tokensOf(text: string, locale: string, analysis: Analysis): Token[] {
  const tokens: Token[] = [];
  eachTerm(text, locale, analysis, (term, word, start, end, minor) => {
    tokens.push({ term, word, start, end, minor });
  });
  return tokens;
}
