// What the widget keeps of the person who reads, on this device and for this visit. A chunk of its own: nothing of it is needed to search.
import {
  createIdbStore,
  createMemoryStore,
  createRecentSearches,
  createVideoPlaces,
  createVotes,
  withMemoryFallback,
  type Emitter,
  type Env,
  type HeadlessHelp,
  type HelpEvents,
  type Store,
  type VideoPlaces,
  type Waiting,
} from '@helpkiosk/core';

export interface Reader {
  /** Recent searches of this device, newest first, five at the most. */
  readonly recent: Store<readonly string[]>;
  /** Forgets them, and where videos were stopped; the returned function brings both back. */
  forgetRecent(): () => void;
  /** Where videos were stopped on this device, the newest fifty. */
  readonly videos: VideoPlaces;
  /** "Did this help?", by the id of the article. */
  readonly votes: Store<Readonly<Record<string, boolean>>>;
  /** null takes the vote back; `articleVote` is told ten seconds later, or when the widget ends. */
  vote(articleId: string, helpful: boolean | null): void;
  /**
   * An address that leads to the article again: its own page if it has one, else this page with `#hk=…` where the owner has
   * switched `deepLinks` on; null where there is none.
   */
  linkTo(article: { id: string; url?: string }, sectionId?: string): string | null;
  /** Service and queue; nothing is asked of anybody before its verbs are used. */
  waiting(): Promise<Waiting>;
  stop(): void;
}

export interface ReaderPorts {
  help: HeadlessHelp;
  env: Env;
  events: Emitter<HelpEvents>;
}

/** With `cache: false` in the configuration nothing is written to the device. */
export function createReader({ help, env, events }: ReaderPorts): Reader {
  const { cache = true, name = '', deepLinks } = help.stores.config.get();
  const device = cache ? withMemoryFallback(createIdbStore(`helpkiosk-reader-${name}`, { env })) : createMemoryStore();
  const searches = createRecentSearches(help.stores.navigation, device);
  const videos = createVideoPlaces(device);
  let waiting: Promise<Waiting> | undefined;
  const { votes, vote, stop: stopVotes } = createVotes(env, (given) => events.emit('articleVote', given));
  return {
    recent: searches.recent,
    forgetRecent() {
      const undo = [searches.forget(), videos.forget()];
      return () => undo.forEach((each) => each());
    },
    videos,
    votes,
    vote,
    linkTo({ id, url }, sectionId) {
      const section = sectionId ? `:${encodeURIComponent(sectionId)}` : '';
      if (url) return new URL(sectionId ? `#${sectionId}` : '', new URL(url, document.baseURI)).href;
      return deepLinks ? new URL(`#hk=${encodeURIComponent(id)}${section}`, location.href).href : null;
    },
    waiting: () => (waiting ??= import('./waiting.js').then((module) => module.openWaiting({ help, env, events }))),
    stop() {
      void waiting?.then(({ destroy }) => destroy());
      searches.stop();
      stopVotes();
    },
  };
}
