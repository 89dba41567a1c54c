// The chunk desk.js: tickets, call-backs, ratings and actions of one widget, with what the browser lends them. Loaded when one of these is looked at, or
// when the record of the last page says that something waits to be sent.
import {
  createAdapterRunner,
  createBrowserLive,
  createCacheStore,
  createOutbox,
  openTicketDesk,
  OUTBOX_KEY,
  withMirror,
  type Emitter,
  type Env,
  type HandoffContext,
  type HeadlessHelp,
  type HelpAdapter,
  type HelpEvents,
  type KeyValueStore,
  type TicketDesk,
} from '@helpkiosk/core';

export interface DeskPorts {
  help: HeadlessHelp;
  env: Env;
  events: Emitter<HelpEvents>;
  adapter: HelpAdapter | undefined;
  /** Where it is kept on the device. */
  store: KeyValueStore;
  /** Of the cache with the copy of what waits to be sent, for a browser that loses its database; with a store of memory it is not used. */
  copyName: string;
  readContext(): HandoffContext;
}

/** Opens the desk of one widget, and takes up the sending where an earlier page has left it. `destroy` ends it. */
export function openDesk({
  help,
  env,
  events,
  adapter,
  copyName,
  readContext,
  ...ports
}: DeskPorts): Promise<TicketDesk> {
  const { name = '', locale = document.documentElement.lang || 'en' } = help.stores.config.get();
  const store = withMirror(ports.store, createCacheStore(copyName), { env, isMirrored: (key) => key === OUTBOX_KEY });
  const storage = readStorage();
  const tabs = createBrowserLive({ instance: `outbox ${name}`, storage, env }); // not the lead of the queue: one tab may wait while another sends
  return openTicketDesk({
    ...{ env, store, locale, readContext },
    runner: createAdapterRunner(adapter, env),
    openOutbox: (send) => createOutbox({ storage: store, env, send, tabs }),
    live: createBrowserLive({ instance: name, storage, env }),
    onSubmitted: (ticketId) => events.emit('ticketSubmitted', { ticketId }),
    onRated: (score) => events.emit('rated', { score }),
    onError: ({ code }) => events.emit('error', { code }),
  });
}

/** Pages without an origin of their own, and browsers that block cookies, throw when it is only touched. */
function readStorage(): Storage | null {
  try {
    return localStorage;
  } catch {
    return null;
  }
}
