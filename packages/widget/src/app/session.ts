import type { Catalogue, HeadlessHelp, ResultsAnswer, Translator } from '@helpkiosk/core';

/** What every view is given: the client with its stores, and the words. */
export interface Session {
  readonly help: HeadlessHelp;
  readonly t: Translator<Catalogue>;
  /** The language of the words; articles may be in another. */
  readonly locale: string;
  /** One question beside the panel's own, for the elements in the page. */
  query(text: string, signal: AbortSignal): Promise<ResultsAnswer>;
  /** The address of a file that lies beside the pack. */
  assetUrl(name: string): string;
}
