// What few questions need, most of it when a query says something that the index does not know: a chunk of its own, loaded with the first of them.
import type { Analysis } from '../analysis/analysis.js';
import type { Token } from '../analysis/token.js';
import type { Engine } from '../engine.js';
import { readHanData } from '../han/read-han-data.js';
import { createRecovery } from './create-recovery.js';
import { findStandIns, type VisitStandIn } from './find-stand-ins.js';

export { sectionsOfVideo } from './sections-of-video.js';

/** Knows an index and its language. */
export interface Expert {
  /** Traditional characters as simplified ones; undefined where nothing is known of them. */
  readonly simplify: Analysis['simplify'];
  /** Visits what may have been meant, and gives the query with the likeliest of it: see `find-stand-ins.ts`. */
  findStandIns(asked: string, tokens: readonly Token[], typing: Token | undefined, visit: VisitStandIn): string;
}

/** Makes an expert, as work for `inSteps`. `han`: the content of the pack's file of that role. Throws what `readHanData` throws. */
export function* createExpert(engine: Engine, locale: string, han: Uint8Array | undefined): Generator<void, Expert> {
  const data = han && readHanData(han);
  yield;
  const dictionary = {
    terms: () => engine.words(),
    frequency(word: string): number {
      const term = engine.termOf(word);
      return term === undefined ? 0 : engine.frequency({ term, word });
    },
  };
  const recovery = yield* createRecovery(dictionary, { han: data, locale });
  return {
    simplify: data?.simplify,
    findStandIns: (asked, tokens, typing, visit) =>
      findStandIns(asked, tokens, { engine, recovery, locale, typing }, visit),
  };
}
