import { loadLaterWords, type MessageLocale } from '@helpkiosk/core';
import { Fragment, h } from 'preact';
import controlsCss from '../parts/controls.css';
import css from '../parts/more.css';
import sharedCss from '../parts/shared.css';
import { CategoryList } from './category-list.js';
import { Failed, Missing } from './failed.js';
import { hasDesk } from './channels.js';
import { Foot, ResultsFoot } from './foot.js';
import type { LazyView, ViewTools } from './lazy-view.js';
import { MeantLine } from './meant-line.js';
import { NothingFound } from './nothing-found.js';
import { OfflineStrip } from './offline-strip.js';
import { rememberPlaces } from './places.js';
import { createRecentList } from './recent-list.js';
import { hasStatus, StripRoom } from './room.js';

/** How long after the last change of the results the article view is fetched ahead. */
const AHEAD_MS = 1000;

/** What home and results do not need to be used: topics, what goes wrong, recent searches, places, ways to a person. */
const moreView: LazyView = {
  css: css + sharedCss + controlsCss,
  start(tools) {
    tools.load('home'); // who comes by a link to an article has not been there
    if (hasStatus(tools.session)) tools.load('status');
    if (isSending(tools)) tools.load('ways');
    const recent = createRecentList(tools);
    const undo = [recent.stop, rememberPlaces(tools), explainFailures(tools), fetchAhead(tools), findOwn(tools)];
    return {
      draws: {
        category: CategoryList,
        failed: Failed,
        foot: Foot,
        meant: MeantLine,
        missing: Missing,
        nothing: NothingFound,
        recent: recent.draw,
        'results-foot': ResultsFoot,
        strip: (props) => {
          const atHome = props.view.name === 'home';
          return (
            <>
              {OfflineStrip(props) ??
                props.part('status', atHome ? 'status-strip' : 'place-strip') ??
                (atHome && hasStatus(props.session) && !props.part('status', 'settled') && <StripRoom />)}
              {atHome && props.part('ways', 'unsent')}
            </>
          );
        },
      },
      stop: () => undo.forEach((each) => each()),
    };
  },
};
export default moreView;

/** Whether an earlier page has left something that waits to be sent. */
function isSending({ session }: ViewTools): boolean {
  try {
    const { name = '' } = session.help.stores.config.get();
    return /"outbox"/.test(localStorage.getItem(`hk:live=${name}`) ?? '');
  } catch {
    return false; // nothing can be kept on this page
  }
}

/** What the host and the device have that can be found beside articles. */
function findOwn({ session }: ViewTools): () => void {
  let stop = (): void => {};
  let over = false;
  if (hasDesk(session))
    session.reader().then(
      (reader) => over || (stop = reader.findOwn(session)),
      () => {}, // without its file articles are found
    );
  return () => {
    over = true;
    stop();
  };
}

/** The words for failures are fetched with the first of them. */
function explainFailures({ session, redraw }: ViewTools): () => void {
  const { results, contents, category, article } = session.help.stores;
  const stores = [results, contents, category, article];
  let asked = false;
  const check = (): void => {
    if (asked || !stores.some((store) => store.get().state === 'failed')) return;
    asked = true;
    loadLaterWords(session.locale as MessageLocale, 'error').then(
      (words) => (session.t.add(words), redraw()),
      () => (asked = false),
    );
  };
  check();
  const stops = stores.map((store) => store.subscribe(check));
  return () => stops.forEach((stop) => stop());
}

/** Who types is offered what that may become. Who has found something will read it, perhaps in a lift by then; the list itself comes first. */
function fetchAhead({ session, env, load }: ViewTools): () => void {
  let cancel = (): void => {};
  let isFirst = true;
  const start = (): void => {
    cancel();
    if (isFirst) load('suggest');
    isFirst = false;
    cancel = env.setTimer(() => (load('suggest'), load('article')), AHEAD_MS);
  };
  const { results } = session.help.stores;
  if (results.get().state !== 'idle') start();
  const stop = results.subscribe(start);
  return () => (cancel(), stop());
}
