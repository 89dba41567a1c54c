// The chunk served.js, loaded only where there is an adapter or a host: what it is told of, and what its server finds beside the pack.
import {
  reportEvents,
  type Emitter,
  type Env,
  type HelpAdapter,
  type HelpError,
  type HelpEvents,
  type SearchPort,
} from '@helpkiosk/core';
import { withServer } from '@helpkiosk/search';
import type { RawConfig } from '../app-contract.js';
import { overHost, type HostBehind, type Server } from './over-host.js';

export interface ServedPorts {
  /** As the owner gave it. An adapter in code wins over `host`. */
  config: RawConfig;
  env: Env;
  events: Pick<Emitter<HelpEvents>, 'on' | 'emit'>;
  /** The element of the widget: the list is in hand while the pointer is on it, or one of it is selected. */
  host: HTMLElement;
  log: (error: HelpError) => void;
  /** What the page keeps of its reader, and with it the client of the host. */
  reader(): Promise<{ host(): HostBehind }>;
}

export interface Served {
  /**
   * The search of the panel, with the server's beside it where there is one. The server's failures are logged and told as `error`, and shown nowhere: the
   * pack's answer stays. `locale`: the language of the customer.
   */
  addTo(local: SearchPort, locale: string): SearchPort;
  stop(): void;
}

const HELD = '[role=listbox]:hover, [role=listbox] [aria-selected=true]';

/**
 * Opens what is behind the page. An adapter in code hears of events from the start, if it wants to; a host from the first use of the widget on, so that nothing
 * is asked of it before.
 */
export function openServed({ config, env, events, host, log, reader }: ServedPorts): Served {
  const { adapter, locale = document.documentElement.lang || 'en' } = config as RawConfig & { adapter?: HelpAdapter };
  const behind = adapter ? null : overHost({ open: async () => (await reader()).host(), env, locale: String(locale) });
  const server: Server = adapter ?? behind!;
  const start = (from: Pick<typeof events, 'on'>): (() => void) =>
    reportEvents((batch, options) => server.report!(batch, options), from, env);
  const stop = server.report && (adapter ? start(events) : fromFirstUse(events, start));
  return {
    addTo(local, language) {
      if (!server.search) return local;
      return withServer(local, {
        ask: (input, options) => server.search!(input, options),
        env,
        locale: language,
        isHeld: () => !!host.shadowRoot?.querySelector(HELD),
        onError(error) {
          log(error);
          events.emit('error', { code: error.code });
        },
      });
    },
    stop() {
      behind?.end();
      stop?.();
    },
  };
}

type Events = Pick<Emitter<HelpEvents>, 'on'>;

/** Calls `start` when the widget is first used, with events of which that use is the first; the returned function ends it. */
function fromFirstUse(events: Events, start: (events: Events) => () => void): () => void {
  const stops: (() => void)[] = [];
  const begin = <K extends keyof HelpEvents>(first: K, event: HelpEvents[K]): void => {
    for (const stop of stops.splice(0)) stop();
    const from: Events = {
      on(name, listener, options) {
        const stop = events.on(name, listener, options);
        if ((name as string) === first) listener(event as never);
        return stop;
      },
    };
    stops.push(start(from));
  };
  for (const name of ['open', 'search', 'articleOpen'] as const)
    stops.push(events.on(name, (event) => begin(name, event)));
  return () => {
    for (const stop of stops) stop();
  };
}
