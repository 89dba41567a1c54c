// What completes a text that is being typed: a chunk of its own, loaded with the first such text.
import { inSteps } from '../in-steps.js';
import type { IndexedDoc } from '../pack-format.js';
import type { SearchSource } from '../search-source.js';
import { completeWords } from './complete-words.js';
import { findHeadings } from './find-headings.js';
import { findWords, termsOf } from './find-words.js';
import { bestTexts, groupLines } from './lines.js';
import { createSubjectReader } from './read-subject.js';
import { listenFor } from './sounds.js';

/** Longer texts are pasted: there is nothing to complete. */
const LONGEST = 100;

export interface SuggestOptions {
  /** Suggestions at the most. */
  limit: number;
  signal?: AbortSignal;
}

/** Completes `text` from one locale of a source. Rejects with what the source rejects with, or the signal's reason. */
export type Suggester = (locale: string, text: string, options: SuggestOptions) => Promise<string[]>;

/**
 * Makes what completes texts: with titles of articles, headings, and words of at least three documents. First what goes on from the whole text
 * (words by how frequent they are, titles in the owner's order, headings), then what holds it at the beginning of a word, then what has all its words,
 * then Chinese lines that sound as the typed letters, where the pack knows sounds. Compared as the search compares; no video, nothing
 * twice, not the text itself; nothing for empty text and for more than a hundred characters.
 */
export function createSuggester(source: SearchSource): Suggester {
  const readSubject = createSubjectReader();
  return async (locale, text, { limit, signal }) => {
    const typed = text.trimStart();
    if (!typed || typed.length > LONGEST) return [];
    const index = await source.index(locale);
    const { titles, fold, sounds } = await readSubject(typed, locale, index);
    signal?.throwIfAborted();
    const words = findWords(typed, fold, locale, index);
    const found = index.engine.search(termsOf(words));
    const headings = await findHeadings(found, source, locale, (doc) => idOfArticle(index.docs[doc]));
    signal?.throwIfAborted();
    const lines = [...titles, ...headings.map((line) => ({ text: line, folded: fold(line) }))];
    const hears = sounds && listenFor(sounds.letters, sounds.han);
    const groups = await inSteps(groupLines(fold(typed), lines, hears));
    signal?.throwIfAborted();
    groups.start.unshift(...completeWords(words, found, locale, titles));
    return bestTexts(groups, fold(typed), fold, limit);
  };
}

const idOfArticle = (doc: IndexedDoc | undefined): string | undefined =>
  doc && doc.video === undefined && doc.kind !== 'video' ? doc.id : undefined;
