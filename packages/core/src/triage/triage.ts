import { createTriage } from './create-triage.js';
import type { TriageDecision, TriageOptions, TriageRequest } from './triage-types.js';
import { englishTriage } from './words/en.js';
import { chineseTriage } from './words/zh.js';

/**
 * Decides once, with all languages: see `Triage`. Whoever decides often, wants only some languages or has words of the host's
 * makes a `createTriage`. Costs some milliseconds.
 */
export function triage(request: TriageRequest, options?: TriageOptions): TriageDecision {
  return createTriage([englishTriage, chineseTriage])(request, options);
}
