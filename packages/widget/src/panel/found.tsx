import type { ResultsState } from '@helpkiosk/core';
import { Fragment, h, type VNode } from 'preact';
import type { Session } from '../app/session.js';
import { ResultList } from '../parts/result-list.js';
import { Notice, RetryButton } from '../parts/rows.js';
import { Skeleton } from '../parts/skeleton.js';
import { Contact } from './home-list.js';
import type { ViewProps } from './lazy-view.js';
import { LIST_ID, openResult, shownResults } from './result-keys.js';

/** What a search found; what to do where it found nothing or failed. */
export function Found({ session, active }: ViewProps): VNode {
  const { help, t } = session;
  const state = help.stores.results.get();
  const sentence = summaryOf(state, session);
  const results = shownResults(session);
  if (state.state === 'failed') return <Failed session={session} title={sentence} />;
  if (state.state === 'ready' && !results.length) return <NothingFound session={session} title={sentence} />;
  if (!results.length) return <Skeleton label={t('results.searching')} />;
  return (
    <>
      <p class="note-line">{sentence}</p>
      <ResultList
        id={LIST_ID}
        label={t('results.label')}
        results={results}
        active={active}
        onOpen={(result) => openResult(session, result)}
      />
      <div class="fill" />
      <div class="keys" aria-hidden="true">
        <kbd>↑</kbd> <kbd>↓</kbd> {t('keys.select')} <kbd>↵</kbd> {t('keys.open')}
      </div>
    </>
  );
}

/** What is said above the list and to screen readers: one sentence for each outcome. */
export function summaryOf(state: ResultsState, { t }: Session): string {
  if (state.state === 'failed') return t('results.failed');
  const answer = state.state === 'ready' ? state.answer : state.state === 'searching' ? state.previous : null;
  if (!answer || state.state === 'idle') return '';
  const { text } = state;
  if (!answer.results.length) return t('results.none', { text });
  if (answer.didYouMean) return t('results.meant', { text: answer.didYouMean });
  if (answer.guess) return t('results.guess', { text });
  return t('results.count', { count: answer.total, text });
}

function Failed({ session: { help, t }, title }: { session: Session; title: string }): VNode {
  return (
    <Notice title={title}>
      <RetryButton label={t('error.retry')} onRetry={help.retry} />
    </Notice>
  );
}

function NothingFound({ session, title }: { session: Session; title: string }): VNode {
  const { help, t } = session;
  return (
    <>
      <div class="pad empty">
        <h3>{title}</h3>
        <p>{t('results.none.hint')}</p>
        <RetryButton label={t('home.topics')} onRetry={() => help.go({ name: 'home' })} />
      </div>
      <div class="fill" />
      <Contact session={session} />
    </>
  );
}
