import { currentView, type ResultsState, type ShownResult } from '@helpkiosk/core';
import { h } from 'preact';
import css from '../parts/browse.css';
import { createAnnouncer } from './announcer.js';
import { Found, summaryOf } from './found.js';
import { HomeList } from './home-list.js';
import type { LazyView } from './lazy-view.js';
import { fieldKeys, shownResults, type Selection } from './result-keys.js';

/** Home and the results of a search: what is needed to find something. All else is in view-more, which is fetched right after. */
const browseView: LazyView = {
  css,
  start({ session, env, region, load, redraw }) {
    const { navigation, results } = session.help.stores;
    const announcer = createAnnouncer(env, region);
    const selection: Selection = {
      active: -1,
      select(place) {
        selection.active = place;
        redraw();
      },
    };
    let said = '';
    let shown: readonly ShownResult[] = [];
    const tell = (state: ResultsState): void => {
      const late = state.state === 'ready' && state.late;
      const selected = shown[selection.active];
      shown = shownResults(session);
      // Nothing but the title stays the same object where a result learns later where it leads.
      if (!late || selected?.title !== shown[selection.active]?.title) selection.active = -1;
      const saying = summaryOf(state, session);
      if (!saying) return;
      // The region is the other views' too, with sentences of theirs.
      if (currentView(navigation.get()).name === 'results' && (!late || said !== saying)) announcer.say(saying);
      said = saying;
    };
    tell(results.get());
    const stopTelling = results.subscribe(tell);
    load('more');
    return {
      draws: {
        home: HomeList,
        results: (props) => <Found {...props} {...selection} said={said} />,
      },
      field: (view) => fieldKeys(session, selection, view),
      stop() {
        stopTelling();
        announcer.stop();
      },
    };
  },
};
export default browseView;
