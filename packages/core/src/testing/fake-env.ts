import type { Env, Store } from '../contracts.js';
import { createStore } from '../store.js';

/** `now`: wall clock at the start (default 2026-01-05T09:00:00Z, a Monday); `seed`: of `random` and `randomId` (default 1). */
export interface FakeEnvOptions {
  now?: number;
  seed?: number;
}

/** A world that stands still until it is told otherwise. On line and visible at the start. */
export interface FakeEnv extends Env {
  /** Lets time pass: runs what falls due, in order of time and then of setting, and lets promises settle in between. Rejects with what a timer throws. */
  advance(ms: number): Promise<void>;
  /** Lets promises settle without time passing. */
  settle(): Promise<void>;
  /** Moves the wall clock alone, as a customer or a time server does; timers and `monotonic` do not notice. */
  jumpClock(ms: number): void;
  setOnline(online: boolean): void;
  setVisible(visible: boolean): void;
  /** Timers that are set and have neither run nor been cleared. */
  timerCount(): number;
  /** Listeners of `online` and `visible` together. */
  listenerCount(): number;
}

const LONGEST_TIMER_MS = 0x7fffffff;

/** Makes a fake `Env`. Equal seeds give equal numbers and ids; timers are cut to 24.8 days as browsers' are. */
export function createFakeEnv({ now = 1767603600000, seed = 1 }: FakeEnvOptions = {}): FakeEnv {
  const clock = createFakeClock();
  const online = createCountingStore(true);
  const visible = createCountingStore(true);
  const random = createSeededRandom(seed);
  let wallOffset = now;
  return {
    now: () => clock.elapsed() + wallOffset,
    monotonic: clock.elapsed,
    setTimer: clock.setTimer,
    online: online.store,
    visible: visible.store,
    random,
    randomId: () => uuidFrom(random),
    advance: clock.advance,
    settle,
    jumpClock: (ms) => void (wallOffset += ms),
    setOnline: online.set,
    setVisible: visible.set,
    timerCount: clock.timerCount,
    listenerCount: () => online.listenerCount() + visible.listenerCount(),
  };
}

interface FakeTimer {
  dueAt: number;
  run: () => void;
}

function createFakeClock() {
  const timers = new Set<FakeTimer>();
  let elapsedMs = 0;
  const nextDue = (until: number): FakeTimer | undefined =>
    [...timers].filter((timer) => timer.dueAt <= until).sort((a, b) => a.dueAt - b.dueAt)[0];
  return {
    elapsed: () => elapsedMs,
    timerCount: () => timers.size,
    setTimer(run: () => void, afterMs: number): () => void {
      const timer = { dueAt: elapsedMs + (Math.min(Math.max(afterMs, 0), LONGEST_TIMER_MS) || 0), run };
      timers.add(timer);
      return () => void timers.delete(timer);
    },
    async advance(ms: number): Promise<void> {
      const until = elapsedMs + ms;
      await settle();
      for (let timer = nextDue(until); timer; timer = nextDue(until)) {
        timers.delete(timer);
        elapsedMs = timer.dueAt;
        timer.run();
        await settle();
      }
      elapsedMs = until;
    },
  };
}

/** A task of its own runs only after every microtask; `setImmediate` spares Node the millisecond of `setTimeout`. */
function settle(): Promise<void> {
  const { setImmediate } = globalThis as { setImmediate?: (run: () => void) => unknown };
  return new Promise((resolve) => void (setImmediate ? setImmediate(resolve) : setTimeout(resolve, 0)));
}

function createCountingStore(initial: boolean) {
  const inner = createStore(initial);
  let count = 0;
  const store: Store<boolean> = {
    get: inner.get,
    subscribe(listener) {
      const leave = inner.subscribe(listener);
      let left = false;
      count++;
      return () => {
        if (left) return;
        left = true;
        count--;
        leave();
      };
    },
  };
  return { store, set: inner.set, listenerCount: () => count };
}

/** xorshift32 (Marsaglia, "Xorshift RNGs", 2003); the seed is spread first, so that small seeds do not begin alike. */
function createSeededRandom(seed: number): () => number {
  let state = Math.imul(seed ^ 0x5bd1e995, 0x9e3779b1) || 1;
  return () => {
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    return (state >>> 0) / 2 ** 32;
  };
}

function uuidFrom(random: () => number): string {
  return 'xxxxxxxx-xxxx-4xxx-yxxx-xxxxxxxxxxxx'.replace(/[xy]/g, (place) =>
    Math.floor(place === 'x' ? random() * 16 : 8 + random() * 4).toString(16),
  );
}
