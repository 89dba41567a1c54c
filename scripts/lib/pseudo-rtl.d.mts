import type { Page } from 'playwright-core';

/** The text in other letters, one for one; placeholders, digits and punctuation stay. */
export function pseudo(text: string): string;

/**
 * Replaces the English words of the widget on this page by pseudo words, and its direction by right to left.
 * `letters: false` keeps the English letters, so that every text is as wide as before.
 */
export function speakPseudo(page: Page, options?: { letters?: boolean }): Promise<void>;
