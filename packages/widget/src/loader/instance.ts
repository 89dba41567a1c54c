import type { MessageLocale } from '@helpkiosk/core';
import type { App, AppModule, PagesModule, RawConfig } from '../app-contract.js';
import { addSheet, make, raise, whenParsed } from './dom.js';
import css from './launcher.css';
import { createLauncher } from './launcher.js';
import { chooseWords } from './words.js';

/** How an instance gets the rest of the widget: by URL for the tag, by module for npm. */
export interface Door {
  nonce: string;
  load(locale: MessageLocale): Promise<AppModule>;
  /** The element to live in. */
  host: HTMLElement;
  /** What follows the page's address: hidden pages, deep links, the way back. */
  pages(): Promise<PagesModule>;
  /** Puts the host into the page, once that has a body. */
  place(host: HTMLElement): void;
  /** The panel is a part of the page: `place` opens it. */
  inline?: boolean;
}

const APP_OF = Symbol.for('helpkiosk');

/** One widget of a page before and around its app. */
export interface Instance {
  /** Carries out a verb of HelpHandle: by loading the app, for those that show something; else at once, or later, when the app has come. */
  run(verb: string, ...args: unknown[]): Promise<unknown>;
  destroy(): void;
}

const LOADS_APP = /open|toggle|search|article/;

/** An option that may still be the text of an attribute. What cannot be read has nothing that is looked for here; the app reports it. */
function objectOf(option: unknown): Record<string, string> {
  try {
    return Object(JSON.parse(option as string)) as Record<string, string>;
  } catch {
    return Object(option) as Record<string, string>; // no text, but the option itself
  }
}

/** Makes the host element with its launcher; all else is loaded at first need. */
export function createInstance(config: RawConfig, { nonce, load, pages, host, place, inline = false }: Door): Instance {
  let starting: Promise<App> | undefined;
  let app: App | undefined;
  let destroyed = false;
  let notice: HTMLElement | undefined;
  let following: Promise<() => void> | undefined;
  let tellReady: (made: App) => void;
  /** What can wait for the app without asking for it: listeners, suggestions, updates. */
  const ready = new Promise<App>((resolve) => (tellReady = resolve));
  const [locale, words] = chooseWords(config.locale);
  const root = host.shadowRoot ?? host.attachShadow({ mode: 'open' });

  const start = (): Promise<App> =>
    (starting ??= load(locale)
      .then((module) =>
        module.createApp({
          config,
          host,
          root,
          locale,
          localeFor: (configured) => chooseWords(configured)[0],
          launcher,
          addSheet: (text) => addSheet(root, text, nonce),
          hasNonce: !!nonce,
          inline,
        }),
      )
      .then(
        (made) => {
          app = made;
          if (destroyed) made.destroy();
          tellReady(made);
          notice?.remove();
          if (!destroyed) follow();
          return made;
        },
        (error: unknown) => {
          starting = undefined;
          throw error;
        },
      ));
  const run: Instance['run'] = async (verb, ...args) => {
    const call = (made: App): unknown => made[verb as 'open'](...(args as []));
    if (destroyed) return;
    if (verb === 'update') dress((config = { ...config, ...(args[0] as RawConfig) }));
    if (verb === 'show' || verb === 'hide') return void (launcher.hidden = verb === 'hide');
    if (app) return call(app);
    if (!LOADS_APP.test(verb)) return void (verb === 'close' || ready.then(call)); // nobody is kept waiting for it, and there is nothing to close
    launcher.style.opacity = '.7';
    try {
      return await call(await start());
    } catch (error) {
      const { email, phone } = objectOf(config.contact);
      notice ??= make('p', {
        part: 'notice',
        role: 'alert',
        popover: 'manual',
        textContent: [words[1], email, phone].join(' '),
      });
      if (!app) raise(root, notice);
      throw error;
    } finally {
      launcher.style.opacity = '';
    }
  };
  const ignore = (): void => {}; // what failed has been said
  const launcher = createLauncher({
    config,
    // The owner's own words may still be the text of an attribute.
    label: Object(objectOf(config.messages)[locale])['panel.label'] ?? words[0],
    onToggle: () => void run('toggle').catch(ignore),
    onIntent: () => void start().catch(ignore), // nothing was asked for yet: a failure is not said
  });
  const follow = (): void =>
    void (following ??= pages().then(({ followPages }) => followPages(() => config, host, launcher, run))).catch(
      () => (launcher.hidden = config.launcher === 'none'), // better too many ways to help than none
    );
  const dress = ({ name = '', theme = 'auto', position = 'end', accent, offset }: RawConfig): void => {
    Object.assign(host.dataset, { name, theme, position });
    if (accent) host.style.setProperty('--hk-accent', accent as string);
    for (const [axis, distance] of Object.entries(objectOf(offset)))
      host.style.setProperty(`--hk-offset-${axis}`, `${distance}px`);
  };

  (host as unknown as Record<symbol, unknown>)[APP_OF] = start;
  addSheet(root, css, nonce);
  dress(config);
  whenParsed(() => {
    if (destroyed) return;
    place(host);
    raise(root, launcher);
    try {
      // The last tells that something goes on from an earlier page; it is asked only where nothing else decides.
      if (
        config.deepLinks ||
        (launcher.hidden && config.launcher !== 'none') ||
        localStorage[`hk:live=${host.dataset.name}`]
      )
        follow();
    } catch {
      // nothing can be kept on this page
    }
  });
  return {
    run,
    destroy() {
      destroyed = true;
      app?.destroy();
      following?.then((stop) => stop(), ignore);
      launcher.remove();
      host.remove();
    },
  };
}
