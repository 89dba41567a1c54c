import type { ResultsState } from '@helpkiosk/core';
import { h } from 'preact';
import css from '../parts/browse.css';
import { createAnnouncer } from './announcer.js';
import { Found, summaryOf } from './found.js';
import { HomeList } from './home-list.js';
import type { LazyView } from './lazy-view.js';
import { fieldKeys, type Selection } from './result-keys.js';

/** Home and the results of a search: what is needed to find something. All else is in view-more, which is fetched right after. */
const browseView: LazyView = {
  css,
  start({ session, env, region, load, redraw }) {
    const { results } = session.help.stores;
    const announcer = createAnnouncer(env, region);
    const selection: Selection = {
      active: -1,
      select(place) {
        selection.active = place;
        redraw();
      },
    };
    let said = '';
    const tell = (state: ResultsState): void => {
      const late = state.state === 'ready' && state.late;
      if (!late) selection.active = -1;
      if (state.state !== 'ready' && state.state !== 'failed') return;
      const before = said;
      said = summaryOf(state, session);
      if (!late || said !== before) announcer.say(said);
    };
    tell(results.get());
    const stopTelling = results.subscribe(tell);
    load('more');
    return {
      draws: {
        home: HomeList,
        results: (props) => <Found {...props} {...selection} said={said} />,
      },
      field: () => fieldKeys(session, selection),
      stop() {
        stopTelling();
        announcer.stop();
      },
    };
  },
};
export default browseView;
