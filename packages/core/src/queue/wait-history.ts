import type { QueueSnapshot } from '../contracts.js';
import { readSnapshot, type QueueReading } from './read-snapshot.js';

const READINGS_MOST = 40;
/** Readings nearer to one another than this add little: the one between is dropped. */
const SPACING_MS = 30_000;
/** How far a host's clock may be ahead of the time that it is asked about. */
const AHEAD_MS = 60_000;

/** What was observed, in order of time whatever the order it came in. */
export interface WaitHistory {
  observe(snapshot: QueueSnapshot): void;
  /** The readings up to `now`. Those from the future wait for their time, unless there are no others. */
  upTo(now: number): readonly QueueReading[];
}

/** An empty history. The first of two snapshots of one instant stays. */
export function createWaitHistory(): WaitHistory {
  const readings: QueueReading[] = [];
  return {
    observe(snapshot) {
      const reading = readSnapshot(snapshot);
      if (!reading || readings.some(({ at }) => at === reading.at)) return;
      const place = readings.filter(({ at }) => at < reading.at).length;
      readings.splice(place, 0, reading);
      const between = place > 1 && reading.at - readings[place - 2]!.at < SPACING_MS;
      if (between) readings.splice(place - 1, 1);
      else if (readings.length > READINGS_MOST) readings.splice(1, 1);
    },
    upTo(now) {
      const past = readings.filter(({ at }) => !(at > now + AHEAD_MS));
      return past.length > 0 ? past : readings.slice(0, 1);
    },
  };
}
