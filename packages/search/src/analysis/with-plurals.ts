import type { Analysis } from './analysis.js';
import { foldPlural, foldsPlurals } from './plural.js';

/** An analysis that folds English plurals where it has no stems and Latin words are taken for English. */
export function withPlurals(locale: string, analysis: Analysis = {}): Analysis {
  return analysis.stem || !foldsPlurals(locale) ? analysis : { ...analysis, stem: foldPlural };
}
