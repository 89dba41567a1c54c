// What the loader hands to the app, and what it gets back. Types only: the loader holds no code of the app.
import type { HelpConfig, HelpHandle, MessageLocale } from '@helpkiosk/core';
import type { Session } from './app/session.js';

export interface AppPorts {
  /** As the owner gave it; attributes are still text. */
  config: Readonly<Record<string, unknown>>;
  host: HTMLElement;
  root: ShadowRoot;
  /** The language of the words, chosen by the loader for its own few. */
  locale: MessageLocale;
  /** The language of the words for an option `locale`, as the loader chooses it. */
  localeFor(configured: unknown): MessageLocale;
  /** The button that opens the panel; the panel names it and tells it whether it is open. */
  launcher: HTMLElement;
  /** Puts a sheet on the root by the way that the page's policy allows; returns what replaces its text. */
  addSheet(css: string): (css: string) => void;
  /** The tag carried a nonce: a page with a policy, where trying a worker would be reported. */
  hasNonce: boolean;
  /** Drawn as a part of the page, not in the top layer. */
  inline: boolean;
}

/** A running widget, for as long as the host element lives; a change of the configuration builds its inside anew. */
export interface App extends Omit<HelpHandle, 'show' | 'hide'> {
  readonly session: Session;
  once: HelpHandle['on'];
}

export interface AppModule {
  createApp(ports: AppPorts): Promise<App>;
}

export interface PagesModule {
  /**
   * Follows the page's address until the returned function is called. `config` gives the options as they are now (attributes
   * are still text), `run` carries out a verb.
   */
  followPages(
    config: () => RawConfig,
    host: HTMLElement,
    launcher: HTMLElement,
    run: (verb: string, ...args: unknown[]) => Promise<unknown>,
  ): () => void;
}

/** Under `Symbol.for('helpkiosk')` a host element carries the function that gives its app. */
export type StartApp = () => Promise<App>;

export type RawConfig = Readonly<{ [K in keyof HelpConfig]?: unknown } & { config?: unknown }>;
