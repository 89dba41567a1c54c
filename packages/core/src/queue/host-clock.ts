// The host's time, told by nothing but `observedAt` and the time that passes here. No clock of the device is compared with the host's.
import type { Env } from '../contracts.js';

type Clock = Pick<Env, 'now' | 'monotonic'>;

/** A wall clock that runs so far ahead of the monotonic one has seen a sleep, which some browsers leave out of `performance.now()`. */
const SLEEP_MS = 5000;
/** An observation further ahead than this of what it could be waits until others agree. */
const AHEAD_MS = 300_000;
/** How far the steps of two clocks may differ, and still agree. */
const STEP_MS = 30_000;
/** So many in a row that agree with one another, and not with what was known, move the clock. */
const AGREEING = 3;

/** Time that never goes back and counts sleep, in ms from an origin of its own. */
export interface LivedTime {
  now(): number;
}

/** Reads monotonic time, and the wall clock where that has run ahead by more than 5 s. A wall clock that was put back counts for nothing. */
export function createLivedTime(clock: Clock): LivedTime {
  let [wall, monotonic] = [clock.now(), clock.monotonic()];
  let lived = 0;
  return {
    now() {
      const [wallNow, monotonicNow] = [clock.now(), clock.monotonic()];
      const passed = Math.max(monotonicNow - monotonic, 0);
      lived += wallNow - wall - passed > SLEEP_MS ? wallNow - wall : passed;
      [wall, monotonic] = [wallNow, monotonicNow];
      return lived;
    },
  };
}

/** What became of an observation: `newer` counts, `moved` counts and shows that the host's clock was set anew, `refused` does not count. */
export type Hearing = 'newer' | 'moved' | 'refused';

export interface HostClock {
  /**
   * Hears of an observation. Duplicates, older ones and such as lie more than five minutes in the future are refused; three refused ones in a row that agree with
   * each other show that the host's clock was set.
   */
  hear(observedAt: number): Hearing;
  /** The host's time; null before the first observation. */
  now(): number | null;
  /** Of the newest observation; null before the first. */
  observedAt(): number | null;
  /** Since the newest observation was made; null before the first. */
  ageMs(): number | null;
  /** Goes on from another page: the newest observation, and how old it was `passedMs` ago. */
  resume(observedAt: number, ageMs: number): void;
}

/**
 * A host's clock that was never heard. The offset is the largest of those heard: what comes late shows its age instead of making the host's time late. After a
 * sleep it begins anew, since how long that was is the device's word alone.
 */
export function createHostClock(clock: Clock): HostClock {
  const time = createLivedTime(clock);
  let newest: number | null = null;
  let offset = 0;
  let heardAt = 0;
  let doubts: { observedAt: number; at: number }[] = [];

  const take = (observedAt: number, at: number, anew: boolean): void => {
    offset = anew ? observedAt - at : Math.max(offset, observedAt - at);
    [newest, heardAt, doubts] = [observedAt, at, []];
  };
  const doubt = (observedAt: number, at: number): Hearing => {
    const last = doubts.at(-1);
    const agrees = last && at > last.at && Math.abs(observedAt - last.observedAt - (at - last.at)) <= STEP_MS;
    if (last && observedAt === last.observedAt) return 'refused';
    doubts = [...(agrees && observedAt > last.observedAt ? doubts : []), { observedAt, at }];
    if (doubts.length < AGREEING) return 'refused';
    take(observedAt, at, true);
    return 'moved';
  };
  return {
    hear(observedAt) {
      const at = time.now();
      if (newest === null) {
        take(observedAt, at, true);
        return 'newer';
      }
      if (observedAt === newest) return 'refused';
      if (observedAt < newest || observedAt > Math.max(offset + at, newest) + AHEAD_MS) return doubt(observedAt, at);
      take(observedAt, at, at - heardAt > 20 * 60_000);
      return 'newer';
    },
    now: () => (newest === null ? null : offset + time.now()),
    observedAt: () => newest,
    ageMs: () => (newest === null ? null : Math.max(offset + time.now() - newest, 0)),
    resume(observedAt, ageMs) {
      const at = time.now();
      take(observedAt, at, true);
      offset += Math.max(ageMs, 0);
    },
  };
}
