import type { KeyValueStore, Store } from './contracts.js';
import { createStore } from './store.js';

const KEY = 'video-places';
const LIMIT = 50;
const LONGEST = 2000;

/** Where somebody stopped in a video: its address as the article gives it, and the instant in it. */
export interface VideoPlace {
  readonly url: string;
  readonly atMs: number;
}

/** Where videos were stopped on this device, newest first, the newest 50; it never leaves the device. */
export interface VideoPlaces {
  readonly places: Store<readonly VideoPlace[]>;
  /** Keeps where a video was stopped; 0 forgets it. Addresses over 2,000 characters and instants that are no number are not kept. */
  keep(url: string, atMs: number): void;
  /** Forgets all of them; the returned function brings them back. */
  forget(): () => void;
}

/** What the store holds is read at once; whatever goes wrong with it, the places are kept for as long as the page lives. */
export function createVideoPlaces(store: KeyValueStore): VideoPlaces {
  const places = createStore<readonly VideoPlace[]>([]);
  const write = (change: (kept: readonly VideoPlace[]) => readonly VideoPlace[]): void => {
    places.update(change);
    store.update(KEY, (kept) => change(placesOf(kept))).catch(() => {}); // what is on screen stands all the same
  };
  store.get(KEY).then(
    (kept) => places.update((fresh) => joined(fresh, placesOf(kept))),
    () => {},
  );
  return {
    places,
    keep(url, atMs) {
      if (isPlace({ url, atMs }) || atMs === 0)
        write((kept) => joined(atMs ? [{ url, atMs }] : [], without(kept, url)));
    },
    forget() {
      const before = places.get();
      write(() => []);
      return () => write((since) => joined(since, before));
    },
  };
}

const without = (places: readonly VideoPlace[], url: string): readonly VideoPlace[] =>
  places.filter((each) => each.url !== url);

const joined = (first: readonly VideoPlace[], then: readonly VideoPlace[]): readonly VideoPlace[] =>
  [...first, ...then.filter(({ url }) => !first.some((each) => each.url === url))].slice(0, LIMIT);

const isPlace = (value: unknown): value is VideoPlace => {
  const { url, atMs } = (value ?? {}) as Partial<VideoPlace>;
  return typeof url === 'string' && url !== '' && url.length <= LONGEST && Number.isFinite(atMs) && atMs! > 0;
};

/** What the store holds may have been written by anybody. */
const placesOf = (kept: unknown): readonly VideoPlace[] =>
  Array.isArray(kept) ? kept.filter(isPlace).map(({ url, atMs }) => ({ url, atMs })) : [];
