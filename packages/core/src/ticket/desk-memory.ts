import type { KeyValueStore, Store } from '../contracts.js';
import { own } from '../status/read-figures.js';
import { createStore } from '../store.js';
import { NO_OFFERS, readOffers, type Offers } from './offers.js';

/** What is remembered of the customer on this device, if wished. */
export interface KnownContact {
  readonly email: string;
  readonly phone: string;
}

/** Small things that the desk keeps on the device: contact, what the host offered last, which tickets were rated. */
export interface DeskMemory {
  readonly contact: Store<KnownContact>;
  readonly offers: Store<Offers>;
  /** The score by the id of the ticket. */
  readonly rated: Store<Readonly<Record<string, number>>>;
  /** Reads the device. Never rejects. */
  read(): Promise<void>;
  remember(known: Partial<KnownContact>): void;
  addRating(ticketId: string, score: number): void;
  /** Hears of a status of the host; true where it offers something else than before. */
  hear(status: unknown): boolean;
  /** Empties the stores but for the offers; the device is not touched. */
  forget(): void;
}

const NOBODY: KnownContact = { email: '', phone: '' };

/** What cannot be kept lives as long as the page. */
export function createDeskMemory(store: KeyValueStore): DeskMemory {
  const contact = createStore(NOBODY);
  const offers = createStore<Offers>(NO_OFFERS);
  const rated = createStore<Readonly<Record<string, number>>>({});
  const write = (key: string, value: unknown): void => void store.update(key, () => value).catch(() => {});
  const get = (key: string): Promise<unknown> => store.get(key).catch(() => undefined);
  return {
    contact,
    offers,
    rated,
    async read() {
      const [person, heard, scores] = await Promise.all(['contact', 'offers', 'rated'].map(get));
      contact.set({ email: textOf(own(person, 'email')), phone: textOf(own(person, 'phone')) });
      if (heard && offers.get() === NO_OFFERS) offers.set(readOffers(heard));
      const known = Object.entries(Object(scores) as object).filter(([, score]) => typeof score === 'number');
      rated.update((now) => ({ ...(Object.fromEntries(known) as typeof now), ...now }));
    },
    remember(known) {
      contact.update((now) => ({ ...now, ...known }));
      write('contact', contact.get());
    },
    addRating(ticketId, score) {
      rated.update((now) => ({ ...now, [ticketId]: score }));
      write('rated', rated.get());
    },
    hear(status) {
      const next = readOffers(status);
      if (JSON.stringify(next) === JSON.stringify(offers.get())) return false;
      offers.set(next);
      write('offers', next);
      return true;
    },
    forget() {
      contact.set(NOBODY);
      rated.set({});
    },
  };
}

const textOf = (value: unknown): string => (typeof value === 'string' ? value : '');
