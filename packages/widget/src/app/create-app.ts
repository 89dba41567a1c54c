// The composition root: configuration, client, search and panel become one app. One per instance; nothing is shared.
import {
  createBrowserEnv,
  createEmitter,
  createHelpClient,
  createTranslator,
  HelpError,
  loadMessages,
  readConfig,
  type Catalogue,
  type HelpEvents,
  type Navigation,
} from '@helpkiosk/core';
import { createSearchClient } from '@helpkiosk/search';
import type { App, AppPorts, RawConfig } from '../app-contract.js';
import { createErrorLog } from './error-log.js';
import type { Reader } from './reader.js';
import type { Session } from './session.js';
import type { Past } from './strangers.js';

/** Makes a running widget, ready to be shown. Wrong options are logged and left out: the customer is served all the same. */
export async function createApp(ports: AppPorts): Promise<App> {
  const { host, hasNonce } = ports;
  let { locale } = ports;
  const log = createErrorLog();
  let missing: HelpError | undefined;
  const [{ createPanel }, words, behind] = await Promise.all([
    import('../panel/index.js'),
    loadMessages(locale, 'home'),
    (ports.config['adapter'] ?? ports.config['host']) // before anything happens that it has to tell
      ? import('./served.js').catch((cause: unknown) => void (missing = unreachable('served.js', cause)))
      : null,
  ]);
  let messages = words;
  const env = createBrowserEnv();
  const listeners = createEmitter<HelpEvents>();
  const events: typeof listeners = {
    ...listeners,
    emit(name, event) {
      listeners.emit(name, event);
      tellPage(host, name, event);
    },
  };
  let reader: Promise<Reader> | undefined;
  const served = behind?.openServed({ ...ports, env, events, log, reader: () => now.session.reader() });
  let { page = location.href, ...raw } = ports.config as RawConfig & { page?: string; identity?: unknown };
  const past: Past = [];

  const build = (place?: Navigation) => {
    const { config, rejected } = readConfig(raw);
    if (rejected.length) log(new HelpError('config-invalid', { problems: rejected }));
    past.push(config.identity);
    const packUrl = new URL(config.pack ?? '', document.baseURI).href;
    const wanted = config.locale ?? (document.documentElement.lang || locale);
    const packed = createSearchClient({
      env,
      locale: wanted,
      open: async () =>
        (
          await import('./open-search.js').catch((cause: unknown) => {
            throw unreachable('view-results.js', cause);
          })
        ).openSearch(config, { packUrl, hasNonce, env, locale }),
    });
    const search = served?.addTo(packed, wanted) ?? packed;
    const help = createHelpClient(config, {
      env,
      search,
      events,
      place,
      page,
      onError: log,
      allow: (name, detail) => tellPage(host, `before-${name}`, detail, true),
      surface: {
        show: () => panel.show(),
        hide: () => panel.hide(),
        setLauncher: (visible) => void (ports.launcher.hidden = !visible),
      },
    });
    const session: Session = {
      help,
      t: createTranslator<Catalogue>({ locale, messages, own: config.messages?.[locale] }),
      locale,
      ...search,
      assetUrl: (name) => new URL(name, packUrl).href,
      reader: () =>
        (reader ??= import('./reader.js').then((module) => module.createReader({ ...ports, env, help, events, past }))),
    };
    const panel = createPanel({ ...ports, session, env });
    return { help, session, panel };
  };
  let now = build();
  const stop = (): void => {
    now.panel.destroy();
    now.help.destroy();
    void reader?.then(({ stop }) => stop());
    reader = undefined;
  };
  const rebuild = (): void => {
    const place = now.help.stores.navigation.get();
    stop();
    now = build(place);
    if (place.open) void now.panel.show();
  };
  // Listeners from before the app are attached first.
  env.setTimer(() => {
    events.emit('ready', {});
    if (!missing) return;
    log(missing);
    events.emit('error', { code: missing.code });
  }, 0);
  return {
    get session() {
      return now.session;
    },
    open: (view) => now.help.open(view),
    close: () => now.help.close(),
    toggle: () => now.help.toggle(),
    search: (text) => now.help.search(text),
    article: (id, options) => now.help.article(id, options),
    suggest: (articleIds) => now.help.suggest(articleIds),
    identify(token) {
      past.push((raw.identity = token));
      now.help.identify(token);
    },
    async reset() {
      raw.identity = undefined;
      await now.help.reset();
      await (await now.session.reader()).forgetAll();
    },
    on: listeners.on,
    once: (name, listener) => listeners.on(name, listener, { once: true }),
    off: listeners.off,
    update({ page: nextPage = page, ...changes }) {
      page = nextPage;
      if (!Object.keys(changes).length) return now.help.update({ page });
      raw = { ...raw, ...changes };
      if (!changes.locale) return rebuild();
      const next = ports.localeFor(changes.locale);
      loadMessages(next, 'home').then((changed) => {
        [locale, messages] = [next, changed];
        rebuild();
      }, log);
    },
    destroy() {
      stop();
      served?.stop();
    },
  };
}

/** A chunk that cannot be had is a matter of the network. */
function unreachable(file: string, cause: unknown): HelpError {
  return new HelpError('network', { file }, { cause });
}

/**
 * What happens is told to the page as well: an event `hk-...` of the host element that bubbles and crosses shadow roots;
 * false when it may be prevented, and was.
 */
function tellPage(host: HTMLElement, name: string, detail: unknown, cancelable = false): boolean {
  const type = `hk-${name.replace(/[A-Z]/g, '-$&').toLowerCase()}`;
  return host.dispatchEvent(new CustomEvent(type, { bubbles: true, composed: true, cancelable, detail }));
}
