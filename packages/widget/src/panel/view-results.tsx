import { currentView, type ResultsAnswer, type ResultsState, type ShownResult } from '@helpkiosk/core';
import { h } from 'preact';
import { placeOf } from '../parts/result-list.js';
import css from '../parts/results.css';
import { createAnnouncer } from './announcer.js';
import { Found, summaryOf } from './found.js';
import type { LazyView } from './lazy-view.js';
import { fieldKeys, shownResults, type Selection } from './result-keys.js';

/** The results of a search: what is needed to find something. Home comes beside it, and all else is in view-more, which is fetched right after. */
const resultsView: LazyView = {
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
    let asked: string | undefined;
    let answered: ResultsAnswer | undefined;
    let brief = false;
    const tell = (state: ResultsState): void => {
      const text = state.state === 'idle' ? '' : state.text;
      const selected = shown[selection.active];
      shown = shownResults(session);
      // What is selected stays so, wherever it stands in what else is known of the same question.
      selection.active = text === asked ? placeOf(selected, shown) : -1;
      asked = text;
      const late = state.state === 'ready' && state.late;
      if (state.state === 'ready') answered = state.answer;
      brief = state.state === 'searching' && !!state.previous && state.previous !== answered;
      const saying = brief ? session.t('results.searching') : summaryOf(state, session);
      if (!saying) return;
      // The region is the other views' too, with sentences of theirs.
      if (currentView(navigation.get()).name === 'results' && (!late || said !== saying)) announcer.say(saying);
      said = saying;
    };
    tell(results.get());
    const stopTelling = results.subscribe(tell);
    load('more');
    return {
      draws: { results: (props) => <Found {...props} {...selection} said={said} brief={brief} /> },
      field: (view) => fieldKeys(session, selection, view),
      stop() {
        stopTelling();
        announcer.stop();
      },
    };
  },
};
export default resultsView;
