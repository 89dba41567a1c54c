import type { Article, Catalogue, HeadlessHelp, SearchPort, Translator } from '@helpkiosk/core';
import type { Reader } from './reader.js';

/** What every view is given: the client with its stores, and the words. */
export interface Session {
  readonly help: HeadlessHelp;
  readonly t: Translator<Catalogue>;
  /** The language of the words; articles may be in another. */
  readonly locale: string;
  /** One question beside the panel's own, for the elements in the page. */
  readonly query: SearchPort['query'];
  /** What a typed text may become, best first. */
  readonly suggest: SearchPort['suggest'];
  /** One article beside the panel's own. */
  article(id: string, options: { locale: string; signal: AbortSignal }): Promise<Article | null>;
  /** The address of a file that lies beside the pack. */
  assetUrl(name: string): string;
  /** Votes, recent searches and links to articles; loaded at first need. Views ask in their `start` and draw anew when a store of it changes. */
  reader(): Promise<Reader>;
}
