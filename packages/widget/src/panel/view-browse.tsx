import type { ResultsState } from '@helpkiosk/core';
import { h } from 'preact';
import css from '../parts/browse.css';
import { CategoryList } from './category-list.js';
import { HomeList } from './home-list.js';
import type { LazyView } from './lazy-view.js';
import { Found, summaryOf } from './found.js';

/** How long after the last change of the results the article view is fetched ahead. */
const AHEAD_MS = 1000;

/** What can be looked through: home, the results of a search, a category. One file, because each leads to the next. */
const browseView: LazyView = {
  css,
  draw(props) {
    if (props.view.name === 'results') return <Found {...props} />;
    return props.view.name === 'category' ? (
      <CategoryList session={props.session} />
    ) : (
      <HomeList session={props.session} />
    );
  },
  start({ session, announcer, load }) {
    const { results } = session.help.stores;
    const tell = (state: ResultsState): void => {
      if (state.state === 'ready' || state.state === 'failed') announcer.say(summaryOf(state, session));
    };
    tell(results.get());
    const stopTelling = results.subscribe(tell);
    // Who has found something will read it, perhaps in a lift by then; the list itself comes first.
    let timer = 0;
    const stopAhead = results.subscribe(() => {
      clearTimeout(timer);
      timer = window.setTimeout(() => load('article'), AHEAD_MS);
    });
    return () => {
      stopTelling();
      stopAhead();
      clearTimeout(timer);
    };
  },
};
export default browseView;
