import { createResource, loadMessages, type HelpError, type MessageLocale, type View } from '@helpkiosk/core';
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

/** A view that comes in a file of its own, with its sheet. */
export interface LazyView {
  css: string;
  draw(props: ViewProps): VNode;
  /** Says what the view shows, for as long as the panel lives; returns what ends it. */
  speak?(session: Session, announcer: Announcer): () => void;
}

/** Which file draws which view, and whose words it needs. */
const LOADERS = {
  results: () => import('./view-results.js'),
  article: () => import('./view-article.js'),
};
export type LazyName = keyof typeof LOADERS;

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
  const views = Object.fromEntries(
    Object.keys(LOADERS).map((name) => [name, createResource<LazyView>((_error: HelpError) => {})]),
  );
  return {
    get(name) {
      const state = views[name]!.get();
      return state.state === 'ready' ? state.value : state.state === 'failed' ? 'failed' : null;
    },
    load(name) {
      const view = views[name]!;
      if (view.get().state === 'ready' || view.get().state === 'loading') return;
      void view
        .load(async () => {
          const locale = session.locale as MessageLocale;
          const [module, messages] = await Promise.all([
            LOADERS[name](),
            loadMessages(locale, name === 'results' ? 'search' : 'article'),
          ]);
          const made: LazyView = module.default;
          session.t.add(messages);
          const removeSheet = addSheet(made.css);
          undo.push(() => removeSheet(''));
          const hush = made.speak?.(session, announcer);
          if (hush) undo.push(hush);
          return made;
        })
        .then(onChange);
    },
    stop() {
      for (const each of undo) each();
      for (const view of Object.values(views)) view.clear();
    },
  };
}
