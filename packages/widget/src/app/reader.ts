// What the widget keeps of the person who reads, on this device and for this visit. A chunk of its own: nothing of it is needed to search.
import {
  createIdbStore,
  createMemoryStore,
  createRecentSearches,
  createVideoPlaces,
  createVotes,
  currentView,
  HelpError,
  withMemoryFallback,
  type Emitter,
  type Env,
  type HandoffContext,
  type HeadlessHelp,
  type HelpEvents,
  type KeyValueStore,
  type Store,
  type TicketDesk,
  type VideoPlaces,
  type Waiting,
} from '@helpkiosk/core';
import type { AppPorts } from '../app-contract.js';
import { tapConfig } from './adapter-host-tap.js';
import type { HostBehind } from './over-host.js';
import { createOwnFinder, type OwnFinder } from './own-finder.js';
import type { Past } from './strangers.js';

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
  /** Tickets, call-backs, ratings and actions, with what waits to be sent: it is sent from now on. Rejects with HelpError `network` where its file cannot be had; then it may be asked again. */
  desk(): Promise<TicketDesk>;
  /** The adapter of the configuration or the client of its host, and the last status that was heard of it. */
  host(): HostBehind;
  /** Actions of the host and tickets of this device among the results of a panel, where there are any, until the returned function is called. */
  findOwn: OwnFinder['find'];
  /** Forgets all that the device holds of the customer: recent searches, tickets, what has not been sent yet. Never rejects. */
  forgetAll(): Promise<void>;
  stop(): void;
}

export interface ReaderPorts extends Pick<AppPorts, 'launcher' | 'addSheet' | 'localeFor'> {
  help: HeadlessHelp;
  env: Env;
  events: Emitter<HelpEvents>;
  past: Past;
}

/** With `cache: false` in the configuration nothing is written to the device. */
export function createReader(ports: ReaderPorts): Reader {
  const { help: panelHelp, env, events, past } = ports;
  const { cache = true, name = '', deepLinks } = panelHelp.stores.config.get();
  const nameOf = (kind: string): string => `helpkiosk-${kind}-${name}`;
  const openStore = (kind: string, durability?: IDBTransactionDurability): KeyValueStore =>
    cache
      ? withMemoryFallback(createIdbStore(nameOf(kind), { env, ...(durability ? { durability } : {}) }))
      : createMemoryStore();
  const device = openStore('reader');
  const deskStore = openStore('desk', 'strict');
  const { config, navigation } = panelHelp.stores;
  let status: unknown;
  let early: (readonly [method: string, input: unknown, at: number])[] = [];
  let desk: Promise<TicketDesk> | undefined;
  const served = tapConfig(config, {
    openHost: (url) =>
      import('./adapter-host.js').then(
        (module) => module.openHost({ url, config, store: deskStore, env }),
        (cause: unknown) => {
          throw new HelpError('network', { file: 'adapter-host.js' }, { cause });
        },
      ),
    onCall(method, input) {
      if (desk || TELLS.test(method))
        void openDesk().then(
          ({ note }) => note(method, input),
          nothing, // without its file nothing is listed
        );
      else if (BY_THE_WAY.test(method)) early = [...early, [method, input, env.now()] as const].slice(-MOST_EARLY);
    },
    onStatus(heard) {
      status = heard;
      own.hearStatus(heard);
      void desk?.then(({ hearStatus }) => hearStatus(heard), nothing); // it is told when it comes
    },
  });
  const help: HeadlessHelp = { ...panelHelp, stores: { ...panelHelp.stores, config: served } };
  const read = followArticles(navigation);
  const openDesk = (): Promise<TicketDesk> => {
    const readContext = (): HandoffContext => contextOf(help, searches.recent.get(), read.articles());
    desk ??= import('./desk.js')
      .then((module) =>
        module.openDesk({
          ...{ help, env, events, readContext, adapter: served.get().adapter },
          ...{ store: deskStore, copyName: nameOf('desk') },
        }),
      )
      .then((opened) => {
        if (status !== undefined) opened.hearStatus(status);
        for (const call of early.splice(0)) opened.note(...call);
        own.hearDesk(opened);
        return opened;
      })
      .catch((cause: unknown) => {
        desk = undefined;
        throw new HelpError('network', { file: 'desk.js' }, { cause });
      });
    return desk;
  };
  const own = createOwnFinder({ store: deskStore, openDesk, past });
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
    waiting: () => (waiting ??= import('./waiting.js').then((module) => module.openWaiting({ ...ports, help }))),
    desk: openDesk,
    host: () => ({ adapter: served.get().adapter, status: () => status }),
    findOwn: own.find,
    async forgetAll() {
      searches.forget();
      videos.forget();
      early = [];
      const opened = await desk?.catch(() => undefined);
      if (opened) return opened.clear();
      void forgetCache(nameOf('desk')).catch(nothing); // not waited for: caches may hang
      for (const key of await deskStore.keys().catch((): string[] => []))
        await deskStore.update(key, () => undefined).catch(() => {}); // what cannot be reached cannot be given away
    },
    stop() {
      read.stop();
      void desk?.then(({ destroy }) => destroy(), nothing);
      void waiting?.then(({ destroy }) => destroy());
      searches.stop();
      stopVotes();
    },
  };
}

/** Who wanted it has heard that it could not be had. */
const nothing = (): void => {};

/** Rejects where there are no caches. */
const forgetCache = async (name: string): Promise<unknown> => caches.delete(name);

/** Calls that carry what the customer has entered; the others only ask. */
const TELLS = /^(start|send|submit|reply|request|run)/;
/** They carry something, and the desk is not fetched for them: they are listed once it is there. */
const BY_THE_WAY = /^(search|report)$/;
const MOST_EARLY = 50;
/** Articles that are named to a person who helps. */
const MOST_READ = 5;

/** The articles of this visit, the last ones last. */
function followArticles(navigation: HeadlessHelp['stores']['navigation']): {
  articles(): readonly string[];
  stop(): void;
} {
  let ids: readonly string[] = [];
  const follow = (): void => {
    const view = currentView(navigation.get());
    if (view.name === 'article') ids = [...ids.filter((id) => id !== view.articleId), view.articleId].slice(-MOST_READ);
  };
  follow();
  return { articles: () => ids, stop: navigation.subscribe(follow) };
}

/** What a person who helps would like to know, and the customer sees and may take out before it is sent. Of the page's address neither query nor fragment. */
function contextOf(help: HeadlessHelp, searches: readonly string[], articles: readonly string[]): HandoffContext {
  const { context } = help.stores.config.get();
  return {
    searches,
    articles,
    pageUrl: location.origin + location.pathname,
    ...(context && Object.keys(context).length ? { facts: context } : {}),
  };
}
