// Options, handle and events of the widget.
import type { ArticleSource } from './content.js';
import type { HelpErrorCode } from './ground.js';
import type { HelpAdapter, ServiceStatus } from './host.js';
import type { OfficeHoursSchedule, ReplyPolicy } from './waiting.js';

// The tag's host element is <help-kiosk> appended to body, with an open shadow root; in it part="launcher" (a button) and part="panel" (a dialog) holding
// an input of role searchbox or combobox and results of role option or link. data-pack is the URL of pack.json. The only global is HelpKiosk.

export interface HelpConfig {
  // data-* names are the same in kebab case; data-config is the id selector of a JSON block (or a URL) with this shape
  pack?: string;
  articles?: string | readonly ArticleSource[];
  host?: string;
  adapter?: HelpAdapter; // URL of pack.json; live articles; base URL of the host protocol; or an adapter in code
  locale?: string;
  messages?: Readonly<Record<string, Readonly<Record<string, string>>>>;
  name?: string; // own words by locale and key; name tells instances apart
  theme?: 'auto' | 'light' | 'dark';
  accent?: string;
  position?: 'end' | 'start';
  offset?: { block?: number; inline?: number };
  launcher?: 'button' | 'pill' | 'none' | string;
  logo?: string;
  greeting?: Readonly<Record<string, string>>;
  contact?: {
    email?: string;
    phone?: string;
    links?: readonly { label: Readonly<Record<string, string>>; url: string; image?: string }[];
  };
  suggestions?: readonly { page: string; articles: readonly string[] }[];
  hiddenOn?: readonly string[]; // page: a URL pattern
  hours?: OfficeHoursSchedule;
  replyPolicy?: ReplyPolicy;
  notices?: ServiceStatus['notices']; // shown without a back end too
  peakAt?: number; // share of slots, .8
  identity?: () => Promise<string>;
  cache?: boolean;
  worker?: 'auto' | 'on' | 'off';
  imageOrigins?: readonly string[];
  videoHosts?: readonly string[];
  deepLinks?: boolean;
  context?: Readonly<Record<string, string>>;
}
export interface HelpHandle extends HelpClient {
  update(config: Partial<HelpConfig> & { page?: string }): void;
  destroy(): void;
}
export interface HelpClient {
  open(view?: 'home' | 'search' | 'contact' | 'tickets'): Promise<void>;
  close(): Promise<void>;
  toggle(): Promise<void>;
  show(): void;
  hide(): void; // show and hide: the launcher
  search(text: string): Promise<void>;
  article(id: string, options?: { sectionId?: string; atMs?: number }): Promise<void>;
  suggest(articleIds: readonly string[]): void;
  identify(token: () => Promise<string>): void;
  reset(): Promise<void>; // suggest: what home offers on this page; reset: forgets the customer
  on<K extends keyof HelpEvents>(
    name: K,
    listener: (event: HelpEvents[K]) => void,
    options?: { signal?: AbortSignal; once?: boolean },
  ): () => void;
  off(name: keyof HelpEvents): void;
}
export interface HelpEvents {
  ready: {};
  open: { view: string };
  close: {};
  search: { length: number; total: number; guess: boolean };
  articleOpen: { articleId: string };
  articleVote: { articleId: string; helpful: boolean };
  ticketSubmitted: { ticketId: string };
  conversationStarted: {};
  yourTurn: {};
  rated: { score: number };
  error: { code: HelpErrorCode };
}
