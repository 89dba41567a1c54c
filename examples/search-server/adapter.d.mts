import type { HelpAdapter } from '@helpkiosk/core';

/** An adapter that searches by the server at `url`. */
export function createSearchAdapter(url: string): Required<Pick<HelpAdapter, 'search'>>;
