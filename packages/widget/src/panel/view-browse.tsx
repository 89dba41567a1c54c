import type { ResultsState } from '@helpkiosk/core';
import { h } from 'preact';
import css from '../parts/browse.css';
import { CategoryList } from './category-list.js';
import { HomeList } from './home-list.js';
import type { LazyView } from './lazy-view.js';
import { Found, summaryOf } from './found.js';

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
  speak(session, announcer) {
    const { results } = session.help.stores;
    const tell = (state: ResultsState): void => {
      if (state.state === 'ready' || state.state === 'failed') announcer.say(summaryOf(state, session));
    };
    tell(results.get());
    return results.subscribe(tell);
  },
};
export default browseView;
