import type { ArticleSection, TextPart } from '@helpkiosk/core';
import { analyse } from './analysis/analyse.js';
import { excerptOf, markHits, type Span } from './highlight.js';

const HEADING_WEIGHT = 2;
/** A title names the whole article, a heading the very place: on the demo's questions .25 to .5 opens each where a reader would. */
const TITLE_WEIGHT = 0.4;
const SATURATION = 1.2;
const USUAL_LENGTH = 200;

/** Where a result opens, and what it shows: no `sectionId` is the top of the article. */
export interface Opening {
  sectionId?: string;
  excerpt: TextPart[];
}

/**
 * The section that matches best: each word counts by its weight, more in a heading than in the text, less in a long text, and the
 * second time less than the first. The title is the heading of the text before the first heading, so an article whose title is the
 * answer opens at the top. A text without a hit gives way to `summary`, and no text to the first there is. Of equal sections the first wins.
 */
export function bestSection(
  sections: readonly ArticleSection[],
  words: ReadonlyMap<string, number>,
  locale: string,
  { title, summary }: { title: string; summary?: string | undefined },
): Opening {
  let best: { score: number; section?: ArticleSection; spans?: readonly Span[] } = { score: 0 };
  for (const section of sections) {
    const counts = new Map<string, number>();
    const tokens = analyse(section.text, locale);
    const spans = tokens.filter(({ term }) => words.has(term));
    for (const { term } of spans) counts.set(term, (counts.get(term) ?? 0) + 1);
    const slack = SATURATION * (0.25 + (0.75 * tokens.length) / USUAL_LENGTH);
    let score = 0;
    for (const [term, count] of counts) score += (words.get(term)! * count) / (count + slack);
    const weight = section.heading ? HEADING_WEIGHT : TITLE_WEIGHT;
    for (const term of new Set(analyse(section.heading || title, locale).map((token) => token.term)))
      score += weight * (words.get(term) ?? 0);
    if (score > best.score) best = { score, section, spans };
  }
  const { id, text = '' } = best.section ?? {};
  const shown = (best.spans?.length && text) || summary || text || sections.find((section) => section.text)?.text || '';
  return {
    ...(id && { sectionId: id }),
    excerpt: excerptOf(shown, shown === text ? (best.spans ?? []) : spansOf(shown, words, locale)),
  };
}

/** A short text with its hits. */
export function highlight(text: string, words: ReadonlyMap<string, number>, locale: string): TextPart[] {
  return markHits(text, spansOf(text, words, locale));
}

function spansOf(text: string, words: ReadonlyMap<string, number>, locale: string): Span[] {
  return analyse(text, locale).filter(({ term }) => words.has(term));
}
