// One place in a queue in all tabs of a browser: the tab that leads does what is to be done, the others show the same and hand their wishes on.
import type { Env, Store } from '../contracts.js';
import { own } from '../status/read-figures.js';
import { createStore } from '../store.js';
import { converse } from './conversation.machine.js';
import { NO_CONVERSATION, type ConversationMachineEvent } from './conversation-state.js';
import { placeFromRecord, placeToRecord, readLivePlace, writeLivePlace, type LivePlace } from './live-record.js';
import type { LivePort } from './live-port.js';
import { placeOf } from './refusal-of.js';

/** What a customer can wish for in any tab. */
export type Wish = 'leave' | 'free' | 'accept' | 'decline' | 'undo';
const WISHES: readonly Wish[] = ['leave', 'free', 'accept', 'decline', 'undo'];

export interface SharedPlaceOptions {
  env: Pick<Env, 'now' | 'monotonic' | 'randomId'>;
  live: LivePort;
  /** This tab has begun to lead; the place is the newest that is known. `resumed`: it was not begun in this tab. Returns how to stop. */
  onLead(resumed: boolean): () => void;
  /** Another tab or page has told of the place, which `place` tells of next. */
  onAdopted(place: LivePlace): void;
}

export interface SharedPlace {
  readonly place: Store<LivePlace>;
  leads(): boolean;
  /** Takes an event here and now; only the tab that leads, and the one that joins, may. */
  send(event: ConversationMachineEvent): void;
  /** Changes what lies beside the state. */
  amend(change: Partial<Omit<LivePlace, 'turn'>>): void;
  /** Does what the customer wishes at once, and has the tab that leads do it. */
  wish(wish: Wish): void;
  /** Takes up the place that is kept; false where there is none. */
  resume(): boolean;
  /** It is over: takes the record away and leaves the lead to whoever is next. */
  finish(): void;
  destroy(): void;
}

const EMPTY: LivePlace = {
  state: NO_CONVERSATION,
  ...{ request: null, announced: null, wait: null, cursor: null, toLeave: null, turn: 0, pollMs: 60_000, sound: false },
};

/** No place yet; it listens to other tabs, and reads nothing. */
export function createSharedPlace({ env, live, onLead, onAdopted }: SharedPlaceOptions): SharedPlace {
  const place = createStore<LivePlace>(EMPTY);
  const tab = env.randomId();
  const wishes = new Map<string, Wish>();
  let isMine = false;
  let stopStanding: (() => void) | null = null;
  let stopLeading: (() => void) | null = null;

  const isActive = (): boolean => {
    const { state, toLeave, request } = place.get();
    return placeOf(state) !== null || toLeave !== null || (state.name === 'ended' && request !== null);
  };
  const share = (): void => {
    writeLivePlace(live, isActive() ? place.get() : null, env);
    live.post({ type: 'place', tab, record: placeToRecord(place.get(), env) });
  };
  const change = (next: LivePlace): void => {
    place.set({ ...next, turn: next.turn + 1 });
    if (stopLeading || isMine) share();
  };
  const send = (event: ConversationMachineEvent): void => {
    const state = converse(place.get().state, event);
    if (state !== place.get().state) change({ ...place.get(), state });
  };
  const doWish = (wish: Wish): void => send({ type: wish, at: env.monotonic() });
  const takeLead = (): void => {
    const kept = readLivePlace(live, env);
    if (kept && (!isMine || kept.turn > place.get().turn)) adopt(kept);
    const resumed = !isMine;
    stopLeading = () => {};
    for (const wish of wishes.values()) doWish(wish);
    wishes.clear();
    const stop = onLead(resumed);
    if (stopStanding) stopLeading = stop;
    else stop(); // nothing was left to be done
  };
  const loseLead = (): void => {
    stopLeading?.();
    [stopLeading, isMine] = [null, false];
  };
  const stand = (): void => void (stopStanding ??= live.lead(takeLead, loseLead));
  const step = (): void => {
    stopLeading?.();
    stopStanding?.();
    [stopLeading, stopStanding, isMine] = [null, null, false];
  };
  const adopt = (next: LivePlace): void => {
    onAdopted(next);
    place.set(next);
  };
  const hear = (message: unknown): void => {
    const type = own(message, 'type');
    const id = own(message, 'id');
    if (type === 'wish' && stopLeading) {
      const wish = WISHES.find((each) => each === own(message, 'wish'));
      if (wish) doWish(wish);
      live.post({ type: 'done', id });
    } else if (type === 'done') wishes.delete(String(id));
    else if (type === 'place' && !stopLeading) {
      const next = placeFromRecord(own(message, 'record'), env);
      if (!next || (isMine && next.turn < place.get().turn)) return;
      isMine = false;
      adopt(next);
      if (isActive()) stand();
      else step();
    }
  };
  const stopListening = live.listen(hear);
  return {
    place,
    leads: () => stopLeading !== null,
    send: (event) => {
      if (event.type === 'join') isMine = true;
      send(event);
      if (isActive()) stand();
    },
    amend: (rest) => change({ ...place.get(), ...rest }),
    wish(wish) {
      if (stopLeading) return doWish(wish);
      const id = env.randomId();
      wishes.set(id, wish);
      doWish(wish);
      live.post({ type: 'wish', id, wish });
    },
    resume() {
      if (placeOf(place.get().state)) return true;
      const kept = readLivePlace(live, env);
      if (!kept) {
        writeLivePlace(live, null, env);
        return false;
      }
      adopt(kept);
      if (isActive()) stand();
      else writeLivePlace(live, null, env);
      return isActive();
    },
    finish() {
      if (stopLeading) {
        writeLivePlace(live, null, env);
        live.post({ type: 'place', tab, record: placeToRecord(place.get(), env) });
      }
      step();
    },
    destroy() {
      stopListening();
      step();
    },
  };
}
