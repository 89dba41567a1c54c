import type { ResultsAnswer, ShownResult } from '@helpkiosk/core';
import { appendResults } from './append-results.js';
import { resultKey, uniqueResults } from './fuse-results.js';
import { MOST_SHOWN } from './merge-answers.js';

/** An answer of the search, and what is shown of it with what is found beside it. */
export interface Supplemented {
  readonly base: ResultsAnswer;
  readonly shown: ResultsAnswer;
}

/**
 * An answer that has just come, with the own results known by then in front: they are few, and the customer's or the owner's own. `before`: what is shown of an earlier
 * answer to the same question. Where the new one only goes on behind the earlier one, nothing that is shown moves.
 */
export function mergeOwn(base: ResultsAnswer, own: readonly ShownResult[], before?: Supplemented | null): Supplemented {
  const goesOn = before?.base.results.every((result, place) => base.results[place] === result);
  const results =
    before && goesOn
      ? appendResults(before.shown.results, base.results, MOST_SHOWN)
      : uniqueResults([...own, ...base.results]).slice(0, MOST_SHOWN);
  return { base, shown: describe(base, results) };
}

/** What is shown, with own results that come later, behind it. What it has of them already stays as it is, and leads where they lead. */
export function addOwn({ base, shown }: Supplemented, own: readonly ShownResult[]): Supplemented {
  const views = new Map(own.map((result) => [resultKey(result), result.view]));
  const led = shown.results.map((result) => {
    const view = result.view ?? views.get(resultKey(result));
    return view === result.view ? result : { ...result, view: view! };
  });
  const results = appendResults(led, own, MOST_SHOWN);
  const isSame = results === led && led.every((result, place) => result === shown.results[place]);
  return { base, shown: isSame ? shown : describe(base, results) };
}

/** What is shown, without those that are gone. */
export function dropOwn({ base, shown }: Supplemented, isGone: (result: ShownResult) => boolean): Supplemented {
  const results = shown.results.filter((result) => !isGone(result));
  return { base, shown: results.length === shown.results.length ? shown : describe(base, results) };
}

/** `total` counts what only the own results bring; with one of them it is no guess any more. The answer itself where nothing is beside it. */
function describe(base: ResultsAnswer, results: readonly ShownResult[]): ResultsAnswer {
  if (results.length === base.results.length && results.every((result, place) => result === base.results[place]))
    return base;
  const known = new Set(base.results.map(resultKey));
  const added = results.filter((result) => !known.has(resultKey(result))).length;
  return { ...base, results, total: base.total + added, guess: base.guess && !added };
}
