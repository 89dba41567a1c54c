import type { EngineDoc } from '../engine.js';

/** The fields of a document in the order in which indexes number them. Only who writes an index needs their names. */
export const FIELDS: readonly Exclude<keyof EngineDoc, 'summary'>[] = ['title', 'keywords', 'heading', 'body'];
