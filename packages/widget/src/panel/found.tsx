import type { ResultsState } from '@helpkiosk/core';
import { Fragment, h, type VNode } from 'preact';
import type { Session } from '../app/session.js';
import { ResultList } from '../parts/result-list.js';
import { Skeleton } from '../parts/skeleton.js';
import type { ViewProps } from './lazy-view.js';
import { LIST_ID, openResult, shownResults, type Selection } from './result-keys.js';

export interface FoundProps extends ViewProps, Selection {
  /** What was said last: of an answer it stands while the next one is asked. */
  said: string;
  /** Only what the index knows is there so far. */
  brief: boolean;
}

/** What a search found; view-more has the rest: that nothing was found, that it failed, what was meant, the line at the foot. */
export function Found({ session, part, whole, active, select, said, brief }: FoundProps): VNode | null {
  const { help, t } = session;
  const state = help.stores.results.get();
  const results = shownResults(session);
  const meant = answerOf(state)?.didYouMean;
  if (state.state === 'failed') return whole('more', 'failed');
  if (state.state === 'ready' && !results.length) return whole('more', 'nothing');
  if (!results.length) return <Skeleton label={t('results.searching')} />;
  return (
    <>
      <p class="note-line">{(meant && part('more', 'meant', meant)) || said}</p>
      <ResultList
        id={LIST_ID}
        label={t('results.label')}
        results={results}
        brief={brief}
        active={active}
        nameOf={(kind) => t(`kind.${kind}`)}
        onOpen={(_, place) => openResult(session, { active, select }, place)}
      />
      <div class="fill" />
      {part('more', 'results-foot')}
    </>
  );
}

/** What is said above the list and to screen readers: one sentence for each outcome. */
export function summaryOf(state: ResultsState, { t }: Session): string {
  if (state.state === 'failed') return t('results.failed');
  if (state.state !== 'ready') return '';
  const { text, answer } = state;
  if (!answer.results.length) return t('results.none', { text });
  if (answer.didYouMean) return t('results.meant', { text: answer.didYouMean });
  if (answer.guess) return t('results.guess', { text });
  return t('results.count', { count: answer.total, text });
}

const answerOf = (state: ResultsState) =>
  state.state === 'ready' ? state.answer : state.state === 'searching' ? state.previous : null;
