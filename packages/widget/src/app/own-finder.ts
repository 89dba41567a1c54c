// Whether there is anything of the host's or the customer's own to be found among the results; only then more is loaded.
import type { KeyValueStore, TicketDesk } from '@helpkiosk/core';
import type { Session } from './session.js';
import type { Past } from './strangers.js';

export interface OwnFinder {
  /** Hears of a status of the host. */
  hearStatus(status: unknown): void;
  /** Something may have been put on the device. */
  hearDesk(desk: TicketDesk): void;
  /** From now on, and once the first articles are there: looks for it, and shows it among the results of a panel. The returned function ends that. */
  find(session: Session): () => void;
}

export interface OwnFinderPorts {
  /** Where the desk keeps its things. */
  store: KeyValueStore;
  openDesk(): Promise<TicketDesk>;
  past: Past;
}

/** Finds nothing before its `find` is called. */
export function createOwnFinder({ store, openDesk, past }: OwnFinderPorts): OwnFinder {
  let isThere = false;
  let wasEmpty = false;
  let isNew = false;
  let start = (): void => {};
  const tell = (found: boolean): void => {
    if (!found) return;
    isThere = true;
    start();
  };
  const look = async (): Promise<void> => {
    const keys = await store.keys();
    const hasTickets = keys.some((key) => key.startsWith('ticket/'));
    wasEmpty = !hasTickets && !keys.includes('outbox');
    tell(hasTickets || offersActions(await store.get('offers')));
  };
  return {
    hearStatus: (status) => tell(offersActions(status)),
    hearDesk({ items, kept }) {
      const check = (): void => {
        if (!items.get().length && !kept.list.get().tickets.length) return;
        isNew ||= wasEmpty && !isThere;
        tell(true);
      };
      items.subscribe(check); // with the desk it ends
      kept.list.subscribe(check);
      check();
    },
    find(session) {
      const { contents } = session.help.stores;
      let stop = (): void => {};
      let asked = false;
      let over = false;
      const load = async (): Promise<void> => {
        const [{ showOwn }, desk] = await Promise.all([import('./own-results.js'), openDesk()]);
        if (over) return;
        stop = showOwn({ session, desk, past, isNew });
        isNew = false; // from here on it is watched
      };
      start = () => {
        const { state } = contents.get();
        if (asked || over || !isThere || (state !== 'ready' && state !== 'failed')) return;
        asked = true;
        load().catch(() => (asked = false)); // the next sign tries again
      };
      const stopWaiting = contents.subscribe(start);
      start();
      if (!isThere) look().catch(() => {}); // what cannot be read is not found
      return () => {
        over = true;
        stopWaiting();
        stop();
      };
    },
  };
}

/** Whether a status, or what was kept of one, names any action; it is read properly by who shows it. */
function offersActions(status: unknown): boolean {
  try {
    const { actions } = Object(status) as { actions?: unknown };
    return Array.isArray(actions) && actions.length > 0;
  } catch {
    return false; // a getter of its own may throw
  }
}
