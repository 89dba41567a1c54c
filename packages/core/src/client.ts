// The headless widget: verbs in, stores out. It knows no document; the surface that it is given does.
import { readConfig } from './config/read-config.js';
import type { Article, Contents, Env, HelpClient, HelpConfig, HelpEvents, HelpHandle, Store } from './contracts.js';
import { HelpError } from './errors.js';
import { createEmitter, type Emitter } from './events.js';
import { AT_HOME, currentView, navigate, type Navigation, type NavigationEvent, type View } from './navigation.js';
import { createResource, type Loaded } from './resource.js';
import type { SearchPort } from './search-port.js';
import { createStore } from './store.js';

/** What shows the widget: the panel in the top layer, or a part of the page. */
export interface Surface {
  /** Fulfilled when the panel has been painted. */
  show(): Promise<void>;
  hide(): Promise<void>;
  setLauncher(visible: boolean): void;
}

export interface ClientPorts {
  env: Env;
  search: SearchPort;
  surface: Surface;
  /** Where an earlier client of the same panel was; nothing is told of it again. */
  place?: Navigation | undefined;
  /** The address of the host page, for the owner's suggestions. */
  page?: string;
  /** Where events go and listeners are kept; given from outside, it outlives the client. */
  events?: Emitter<HelpEvents>;
  /** Hears of every failure, for the log; views read it from the stores. */
  onError?: (error: HelpError) => void;
  /** Asked before the panel opens or closes and before an article is shown: false keeps things as they are (default: nothing is in the way). */
  allow?: (name: BeforeEvent, detail: HelpEvents[BeforeEvent]) => boolean;
}

/** What the page may prevent, by a DOM event `hk-before-open`, `hk-before-close` or `hk-before-article-open`. */
export type BeforeEvent = 'open' | 'close' | 'articleOpen';

export interface Suggestion {
  id: string;
  title: string;
}

/** What views read. `article` holds null for an article that does not exist. */
export interface HelpStores {
  readonly config: Store<HelpConfig>;
  readonly navigation: Store<Navigation>;
  readonly results: SearchPort['results'];
  readonly contents: Store<Loaded<Contents>>;
  readonly category: Store<Loaded<Contents>>;
  readonly article: Store<Loaded<Article | null>>;
  /** What home offers on this page: the page's own wish, else the owner's first rule that fits. */
  readonly suggested: Store<Loaded<readonly Suggestion[]>>;
  readonly online: Store<boolean>;
}

/** The handle of the contract, with what a view needs beside it. */
export interface HeadlessHelp extends HelpHandle {
  readonly stores: HelpStores;
  /** The customer typed; empty text leaves the results. */
  type(text: string): void;
  /** Leads to a view; false where the page has prevented it. */
  go(view: View): boolean;
  back(): void;
  /** Loads again what the view that is shown could not load. */
  retry(): void;
}

/** Articles that home, this page's suggestions and a category list at the most. */
const HOME_LIMIT = 5;
const SUGGESTED_LIMIT = 3;
const CATEGORY_LIMIT = 200;

/**
 * Makes the client. `config` must have been parsed. Nothing is asked of the search before the first `open`, `search` or `article`.
 * `update` throws HelpError `config-invalid`; after `destroy` every promise rejects with HelpError `unavailable`.
 */
export function createHelpClient(
  initial: HelpConfig,
  { env, search, surface, place = AT_HOME, page = '', events, onError = () => {}, allow = () => true }: ClientPorts,
): HeadlessHelp {
  const config = createStore(initial);
  const navigation = createStore(place);
  const suggested = createResource<readonly Suggestion[]>(() => {}); // the list of contents has already failed, and said so
  let pageNow = page;
  let wished: readonly string[] = [];
  const emitter = events ?? createEmitter<HelpEvents>();
  const report = (error: HelpError): void => {
    onError(error);
    emitter.emit('error', { code: error.code });
  };
  const contents = createResource<Contents>(report);
  const category = createResource<Contents>(report);
  const article = createResource<Article | null>(report);
  let alive = true;

  const loadContents = (): void =>
    void contents.load((signal) => search.browse({ limit: HOME_LIMIT, signal }), { keep: true });
  /** The owner's articles for this page; how addresses are compared is fetched only where there are any. */
  const owned = async (): Promise<readonly string[]> => {
    const { suggestions } = config.get();
    if (!suggestions) return [];
    const { matchPage } = await import('./config/match-page.js');
    return suggestions.find(({ page }) => matchPage(page, pageNow))?.articles ?? [];
  };
  const loadSuggested = (): void =>
    void suggested.load(async (signal) => {
      const ids = (wished.length ? wished : await owned()).slice(0, SUGGESTED_LIMIT);
      const found = await Promise.all(ids.map((id) => search.article(id, { signal })));
      return found.flatMap((each) => each ?? []);
    });
  const startSelfService = (): void => {
    if (contents.get().state !== 'ready') loadContents();
    if (suggested.get().state === 'idle') loadSuggested();
  };
  const suggestAnew = (): void => {
    suggested.clear();
    if (navigation.get().open) loadSuggested();
  };
  const enter = (view: View, told = false): void => {
    if (view.name === 'results') search.ask(view.text);
    else if (view.name === 'category') {
      void category.load((signal) => search.browse({ category: view.category, limit: CATEGORY_LIMIT, signal }));
    } else if (view.name === 'article') void loadArticle(view, told);
  };
  const loadArticle = async (view: View & { name: 'article' }, told: boolean): Promise<void> => {
    const { articleId, locale } = view;
    await article.load((signal) => search.article(articleId, { signal, locale }));
    const now = article.get();
    if (!told && now.state === 'ready' && now.value && currentView(navigation.get()) === view)
      emitter.emit('articleOpen', { articleId });
  };
  const send = (event: NavigationEvent): void => {
    const before = currentView(navigation.get());
    navigation.update((state) => navigate(state, event));
    const view = currentView(navigation.get());
    if (view === before) return;
    if (before.name === 'article') article.clear();
    enter(view);
  };
  /** False where the page has prevented it. */
  const go = (view: View): boolean => {
    const allowed = view.name !== 'article' || allow('articleOpen', { articleId: view.articleId });
    if (allowed) send({ type: 'go', view });
    return allowed;
  };
  const open: HelpClient['open'] = async (view = 'home') => {
    if (!alive) throw new HelpError('unavailable', { reason: 'destroyed' });
    if (view === 'contact' || view === 'tickets') go({ name: view });
    if (navigation.get().open || !allow('open', { view })) return;
    send({ type: 'open' });
    await surface.show();
    if (!alive || !navigation.get().open) return;
    emitter.emit('open', { view });
    startSelfService();
  };
  const close = async (): Promise<void> => {
    if (!navigation.get().open || !allow('close', {})) return;
    send({ type: 'close' });
    await surface.hide();
    emitter.emit('close', {});
  };
  const identify = (identity?: HelpConfig['identity']): void => config.update((now) => ({ ...now, identity }));
  const stopListening = [
    search.results.subscribe((now) => {
      if (now.state === 'ready' && !now.late)
        emitter.emit('search', { length: now.text.length, total: now.answer.total, guess: now.answer.guess });
      if (now.state === 'failed') report(now.error);
    }),
    env.online.subscribe((online) => {
      if (online && contents.get().state === 'failed') loadContents();
    }),
  ];

  if (place.open) startSelfService();
  enter(currentView(place), true);

  return {
    stores: { config, navigation, results: search.results, contents, category, article, suggested, online: env.online },
    open,
    close,
    toggle: () => (navigation.get().open ? close() : open()),
    show: () => surface.setLauncher(true),
    hide: () => surface.setLauncher(false),
    async search(text) {
      send({ type: 'type', text });
      await open('search');
    },
    async article(articleId, options) {
      if (go({ name: 'article', articleId, ...options })) await open();
    },
    suggest(articleIds) {
      wished = [...articleIds];
      suggestAnew();
    },
    identify,
    async reset() {
      identify(); // at once: who is named while the panel closes stays
      if (navigation.get().open) await close(); // else at once: what is opened next is not led home
      go({ name: 'home' });
      wished = [];
      suggestAnew();
    },
    on: emitter.on,
    off: emitter.off,
    update({ page: nextPage = pageNow, ...changes }) {
      const read = readConfig(changes);
      if (read.rejected.length) throw new HelpError('config-invalid', { problems: read.rejected });
      config.update((now) => ({ ...now, ...read.config }));
      pageNow = nextPage;
      suggestAnew();
    },
    destroy() {
      alive = false;
      for (const stop of stopListening) stop();
      for (const resource of [contents, category, article, suggested]) resource.clear();
      search.close();
      if (!events) emitter.clear();
    },
    type: (text) => send({ type: 'type', text }),
    go,
    back: () => send({ type: 'back' }),
    retry() {
      const view = currentView(navigation.get());
      if (contents.get().state === 'failed') loadContents();
      if (view.name === 'results') search.retry();
      else enter(view);
    },
  };
}
