import { createResource, loadMessages, type MessageLocale, type View } from '@helpkiosk/core';
import type { VNode } from 'preact';
import type { AppPorts } from '../app-contract.js';
import type { Session } from '../app/session.js';
import type { Announcer } from './announcer.js';

/** What a view is drawn from. `active` is the place of the selected result, -1 for none. */
export interface ViewProps {
  session: Session;
  view: View;
  active: number;
}

export interface ViewTools {
  session: Session;
  announcer: Announcer;
  /** Fetches another view. */
  load(name: LazyName): void;
}

/** A view that comes in a file of its own, with its sheet. */
export interface LazyView {
  css: string;
  draw(props: ViewProps): VNode;
  /** What the view does beside being drawn (speaking, fetching ahead), for as long as the panel lives; returns what ends it. */
  start?(tools: ViewTools): () => void;
}

/** The files that views come in: home, results and categories; the article. Their words are those of `search` and `article`. */
export type LazyName = 'browse' | 'article';
const LOADERS = {
  browse: () => import('./view-browse.js'),
  article: () => import('./view-article.js'),
};

/** Which file draws a view. */
export const fileOf = (view: View): LazyName => (view.name === 'article' ? 'article' : 'browse');

/** The views of one panel, fetched at first need. */
export interface LazyViews {
  /** The view if it is there, null while it comes; `failed` when it could not be fetched. */
  get(name: LazyName): LazyView | null | 'failed';
  load(name: LazyName): void;
  stop(): void;
}

export interface LazyViewsOptions extends Pick<AppPorts, 'addSheet'> {
  session: Session;
  announcer: Announcer;
  onChange(): void;
}

/** Makes them; `onChange` asks for a new drawing. */
export function createLazyViews({ session, announcer, addSheet, onChange }: LazyViewsOptions): LazyViews {
  const undo: (() => void)[] = [];
  let stopped = false;
  const ignore = (): void => {}; // the panel shows it, with a way to try again
  const views = { browse: createResource<LazyView>(ignore), article: createResource<LazyView>(ignore) };
  const fetchView = async (name: LazyName): Promise<LazyView> => {
    const [{ default: made }, words] = await Promise.all([
      LOADERS[name](),
      loadMessages(session.locale as MessageLocale, name === 'browse' ? 'search' : 'article'),
    ]);
    if (stopped) return made;
    session.t.add(words);
    const setSheet = addSheet(made.css);
    undo.push(() => setSheet(''), made.start?.({ session, announcer, load }) ?? ignore);
    return made;
  };
  const load = (name: LazyName): void => {
    const { state } = views[name].get();
    if (state === 'idle' || state === 'failed') void views[name].load(() => fetchView(name)).then(onChange);
  };
  return {
    get(name) {
      const now = views[name].get();
      return now.state === 'ready' ? now.value : now.state === 'failed' ? 'failed' : null;
    },
    load,
    stop() {
      stopped = true;
      for (const each of undo) each();
      for (const view of Object.values(views)) view.clear();
    },
  };
}
