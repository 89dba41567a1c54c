import type { ResultKind, SearchResult } from '@helpkiosk/core';
import { h, type VNode } from 'preact';
import { Icon } from './icon.js';
import { ENTER, PLAY } from './result-icons.js';
import { MarkedText } from './marked-text.js';
import { optionId } from './search-field.js';

export interface ResultListProps {
  id: string;
  label: string;
  /** Those of one kind stand together where `nameOf` is given. */
  results: readonly SearchResult[];
  /** Their texts are on the way: grey bars stand where excerpts will. */
  brief?: boolean;
  /** The place of the selected result; -1 for none. */
  active: number;
  /** The heading over the results of a kind, shown where there are several kinds; default: no headings. */
  nameOf?(kind: ResultKind): string;
  onOpen(result: SearchResult, place: number): void;
}

/** The answers of a search as a listbox: title with marks, one excerpt, the category in small. */
export function ResultList({ id, label, results, brief, active, nameOf, onOpen }: ResultListProps): VNode {
  const kinds = [...new Set(results.map(({ kind }) => kind))];
  const option = (result: SearchResult, place: number): VNode => (
    <div
      key={keyOf(result)} // who presses one while the order changes opens none in its place
      id={optionId(id, place)}
      role="option"
      ref={place === active ? bringIntoView : null}
      aria-selected={place === active}
      class="result"
      lang={result.locale}
      dir="auto"
      onClick={() => onOpen(result, place)}
      onMouseDown={(event) => event.preventDefault()} // keeps the focus in the field
    >
      <span class="result-title">
        <MarkedText parts={result.title} />
      </span>
      <span class="result-excerpt">
        <MarkedText parts={result.excerpt} />
      </span>
      {result.category && <small>{result.category}</small>}
      {result.atMs! < 1e9 && (
        <small>
          <Icon path={PLAY} />
          {clockOf(result.atMs!)}
        </small>
      )}
      {place === active && <Icon path={ENTER} flip />}
    </div>
  );
  return (
    <div id={id} role="listbox" aria-label={label} class={brief ? 'results brief' : 'results'}>
      {nameOf && kinds[1]
        ? kinds.map((kind) => (
            <div role="group" aria-label={nameOf(kind)}>
              <div class="section-heading" aria-hidden="true">
                {nameOf(kind)}
              </div>
              {results.map((result, place) => result.kind === kind && option(result, place))}
            </div>
          ))
        : results.map(option)}
    </div>
  );
}

/** Where in a list a result stands, also one of which less is known there, or more; -1 where it does not. */
export const placeOf = (wanted: SearchResult | undefined, results: readonly SearchResult[]): number =>
  wanted ? results.findIndex((each) => keyOf(each) === keyOf(wanted)) : -1;

/** The videos of one article are told apart by their titles. */
const keyOf = ({ kind, articleId, title }: SearchResult): string =>
  kind + articleId + title.map(({ text }) => text).join('');

/** An instant of a video as players write it: `0:05`, `1:23`, `1:02:03`. From 0 and below a day, which is taken away as often as it fits; throws beyond 8.64e15. */
export const clockOf = (atMs: number): string =>
  new Date(atMs)
    .toISOString()
    .slice(11, 19)
    .replace(/^0(0:0?)?/, '');

/** The selected option stays in sight; the focus stays in the field. */
function bringIntoView(option: HTMLElement | null): void {
  option?.scrollIntoView({ block: 'nearest' });
}
