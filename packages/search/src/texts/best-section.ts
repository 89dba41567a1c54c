import type { ArticleSection, TextPart } from '@helpkiosk/core';
import type { Analysis } from '../analysis/analysis.js';
import type { eachTerm } from '../analysis/each-term.js';
import { excerptOf, markHits, type Span } from './highlight.js';

const HEADING_WEIGHT = 2;
/** A title names the whole article, a heading the very place: on the demo's questions .25 to .5 opens each where a reader would. */
const TITLE_WEIGHT = 0.4;
const SATURATION = 1.2;
const USUAL_LENGTH = 200;

/** What a result is judged and marked by: the terms that it holds with their weights, and how texts give terms. */
export interface Marking {
  readonly terms: ReadonlyMap<string, number>;
  readonly locale: string;
  readonly analysis: Analysis;
  readonly visitTerms: typeof eachTerm;
}

/**
 * The section that matches best: each term counts by its weight, more in a heading than in the text, less in a long text, and the
 * second time less than the first. The title is the heading of the text before the first heading, so an article whose title is the
 * answer opens at the top. A text without a hit gives way to `summary`, and no text to the first there is. Of equal sections the first wins.
 */
export function bestSection<Section extends Pick<ArticleSection, 'heading' | 'text'>>(
  sections: readonly Section[],
  marking: Marking,
  { title, summary }: { title: string; summary?: string | undefined },
): { section?: Section; excerpt: TextPart[] } {
  let best: Section | undefined;
  let most = 0;
  let spans: readonly Span[] = [];
  for (const section of sections) {
    const { heading, text } = section;
    const found = findTerms(text, marking);
    const slack = SATURATION * (0.25 + (0.75 * found.length) / USUAL_LENGTH);
    let score = 0;
    for (const [term, count] of found.counts) score += (marking.terms.get(term)! * count) / (count + slack);
    for (const term of findTerms(heading || title, marking).counts.keys())
      score += (heading ? HEADING_WEIGHT : TITLE_WEIGHT) * marking.terms.get(term)!;
    if (score > most) [best, most, spans] = [section, score, found.spans];
  }
  const text = best?.text ?? '';
  const shown = (spans.length && text) || summary || text || sections.find((other) => other.text)?.text || '';
  return {
    ...(best && { section: best }),
    excerpt: excerptOf(shown, shown === text ? spans : findTerms(shown, marking).spans),
  };
}

/** A short text with its hits. */
export function highlight(text: string, marking: Marking): TextPart[] {
  return markHits(text, findTerms(text, marking).spans);
}

/** Where a text has the terms of `marking`, and how often each; `length` is the number of all its terms. */
function findTerms(
  text: string,
  { terms, locale, analysis, visitTerms }: Marking,
): { counts: Map<string, number>; spans: Span[]; length: number } {
  const counts = new Map<string, number>();
  const spans: Span[] = [];
  let length = 0;
  visitTerms(text, locale, analysis, (term, _word, start, end) => {
    length++;
    if (!terms.has(term)) return;
    counts.set(term, (counts.get(term) ?? 0) + 1);
    spans.push({ start, end });
  });
  return { counts, spans, length };
}
