import { createResource, loadMessages, type Env, type MessageLocale, type View } from '@helpkiosk/core';
import type { VNode } from 'preact';
import type { AppPorts } from '../app-contract.js';
import type { Session } from '../app/session.js';
import type { SearchFieldProps } from '../parts/search-field.js';
import type { LATER } from './later-views.js';

/** What a view is drawn from. */
export interface ViewProps {
  session: Session;
  view: View;
  /** Draws a part that another file holds, `about` something where it has to be told what; null while that file is not there. */
  part(file: LazyName, name: string, about?: unknown): VNode | null;
  /** Whether another file is there. */
  has(file: LazyName): boolean;
  /** The same as `part` for what must be seen: grey bars while the file comes, a way to try again when it could not be had. */
  whole(file: LazyName, name: string): VNode | null;
}

/** What a view works with for as long as the panel lives. */
export interface ViewTools {
  session: Session;
  env: Env;
  root: ShadowRoot;
  /** The panel itself, and the live region in it. */
  frame: HTMLElement;
  region: HTMLElement;
  /** Fetches another file. */
  load(name: LazyName): void;
  /** Asks for a new drawing, after a change that is in no store. */
  redraw(): void;
}

/** A view that has been started: it draws parts by name, the name of a `View` or one of its own. */
export interface StartedView {
  draws: Readonly<Record<string, (props: ViewProps, about?: unknown) => VNode | null>>;
  /** How the search field steers what is listed. */
  field?(view: View): Pick<SearchFieldProps, 'listId' | 'activeId' | 'onKey'>;
  /** Ends what it does beside being drawn. */
  stop?(): void;
  /** What stands in the head; default: the panel's name. */
  title?: string;
}

/** A file of views with its sheet. What it remembers lives as long as one panel. */
export interface LazyView {
  css: string;
  start(tools: ViewTools): StartedView;
}

/** The files that views come in: home and results, and the later ones, which are named in later-views.ts. */
export type LazyName = 'home' | 'results' | keyof typeof LATER;

/** Which file draws a view. */
export const fileOf = ({ name }: View): LazyName => (name === 'category' ? 'more' : name);

/** The views of one panel, fetched at first need. */
export interface LazyViews {
  /** The view if it is there, null while it comes; `failed` when it could not be fetched. */
  get(name: LazyName): StartedView | null | 'failed';
  load(name: LazyName): void;
  stop(): void;
}

/** Makes them; `tools.redraw` is called when one has come. */
export function createLazyViews(tools: Omit<ViewTools, 'load'>, addSheet: AppPorts['addSheet']): LazyViews {
  const { session, redraw } = tools;
  const undo: (() => void)[] = [];
  let stopped = false;
  const views: { [Name in LazyName]?: ReturnType<typeof createResource<StartedView>> } = {};
  const fetchView = async (name: LazyName): Promise<StartedView> => {
    const locale = session.locale as MessageLocale;
    const [{ default: made }, words] = await Promise.all(
      name === 'results'
        ? ([import('./view-results.js'), loadMessages(locale, 'search')] as const)
        : name === 'home'
          ? (load('results'), [import('./view-home.js'), {}] as const) // who is there searches next
          : (load('more'), (await import('./later-views.js')).LATER[name](locale)), // all rest on its sheet and words
    );
    if (stopped) return { draws: {} };
    session.t.add(words);
    const setSheet = addSheet(made.css);
    const started = made.start({ ...tools, load });
    undo.push(() => (setSheet(''), started.stop?.()));
    return started;
  };
  const load = (name: LazyName): void => {
    // The panel shows a failure, with a way to try again.
    const view = (views[name] ??= createResource<StartedView>(() => {}));
    const { state } = view.get();
    if (state === 'idle' || state === 'failed') void view.load(() => fetchView(name)).then(redraw);
  };
  return {
    get(name) {
      const now = views[name]?.get();
      return now?.state === 'ready' ? now.value : now?.state === 'failed' ? 'failed' : null;
    },
    load,
    stop() {
      stopped = true;
      for (const each of undo) each();
      for (const view of Object.values(views)) view.clear();
    },
  };
}
