import type { ResultsState } from '@helpkiosk/core';
import type { VNode } from 'preact';
import type { Session } from '../app/session.js';
import { ResultList } from '../parts/result-list.js';
import css from '../parts/result-list.css';
import { Notice, RetryButton, Rows, Skeleton } from '../parts/rows.js';
import type { LazyView, ViewProps } from './lazy-view.js';
import { LIST_ID, openResult, shownResults } from './result-keys.js';
import { Contact } from './view-home.js';

/** What a search found, or what a category holds. */
const resultsView: LazyView = {
  css,
  draw: (props) => (props.view.name === 'category' ? <CategoryList session={props.session} /> : <Found {...props} />),
  speak: (session, announcer) => {
    const { results } = session.help.stores;
    const tell = (state: ResultsState): void => {
      if (state.state === 'ready' || state.state === 'failed') announcer.say(summaryOf(state, session));
    };
    tell(results.get());
    return results.subscribe(tell);
  },
};
export default resultsView;

function Found({ session, active }: ViewProps): VNode {
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
function summaryOf(state: ResultsState, { t }: Session): string {
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
    <Notice icon="alert" title={title}>
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

function CategoryList({ session }: { session: Session }): VNode {
  const { help, t } = session;
  const state = help.stores.category.get();
  if (state.state === 'failed') return <Failed session={session} title={t('error.title')} />;
  if (state.state !== 'ready') return <Skeleton label={t('home.loading')} />;
  const { articles, total } = state.value;
  return (
    <Rows
      heading={t('results.topic', { count: total })}
      rows={articles.map(({ id, title }) => ({
        icon: 'article',
        text: title,
        onOpen: () => help.go({ name: 'article', articleId: id }),
      }))}
    />
  );
}
