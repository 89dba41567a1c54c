import type { ArticleSource } from '@helpkiosk/core';
import type { ParityQuery } from './parity-answers.mjs';

/** Short articles of twelve languages, the same ones in every run; `body` is Markdown. */
export function parityArticles(): (ArticleSource & { body: string })[];

/** Queries about them, clean and damaged, more than five hundred. */
export function parityQueries(): ParityQuery[];
