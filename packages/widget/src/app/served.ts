// The chunk served.js, loaded only where there is an adapter: what it is told of, and what its server finds beside the pack.
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

export interface ServedPorts {
  env: Env;
  events: Pick<Emitter<HelpEvents>, 'emit'>;
  /** The element of the widget: the list is in hand while the pointer is on it, or one of it is selected. */
  host: HTMLElement;
  /** The language of the customer. */
  locale: string;
  log: (error: HelpError) => void;
}

const HELD = '[role=listbox]:hover, [role=listbox] [aria-selected=true]';

/** Tells the adapter what happens, if it wants to hear; the returned function ends it. */
export function startReporting(
  adapter: HelpAdapter,
  events: Pick<Emitter<HelpEvents>, 'on'>,
  env: Env,
): (() => void) | undefined {
  return adapter.report && reportEvents((batch, options) => adapter.report!(batch, options), events, env);
}

/**
 * The search of the panel, with the adapter's `search` beside it where it has one. The server's failures are logged and told as `error`, and shown
 * nowhere: the pack's answer stays.
 */
export function addServer(
  local: SearchPort,
  adapter: HelpAdapter,
  { env, events, host, locale, log }: ServedPorts,
): SearchPort {
  if (!adapter.search) return local;
  return withServer(local, {
    ask: (input, options) => adapter.search!(input, options),
    env,
    locale,
    isHeld: () => !!host.shadowRoot?.querySelector(HELD),
    onError(error) {
      log(error);
      events.emit('error', { code: error.code });
    },
  });
}
