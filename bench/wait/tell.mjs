// What a host tells, in the contract's words: all of it, or less.
import { STARTS_KEPT } from './desk.mjs';

/** Some Monday: estimators must not lean on small numbers. */
export const MIDNIGHT = Date.UTC(2024, 0, 8);
export const PRIORITIES = ['p0', 'p1', 'normal'];

/** By level of telling, the fields left out. */
export const LEVELS = {
  full: [],
  noRecent: ['recentStarts'],
  noStaff: ['agentsOnline', 'slots', 'busySlots'],
  basic: ['slots', 'busySlots', 'recentStarts', 'longestWaitMs'],
  position: ['agentsOnline', 'slots', 'busySlots', 'recentStarts', 'longestWaitMs', 'handleTimeMs'],
};

export const atMs = (sec) => MIDNIGHT + Math.round(sec * 1000);

/** The snapshot of a sighting; `starts` are all of its queue's of that day, of which it tells the last before it. */
export function snapshotOf({ at, position, report }, starts, left = LEVELS.full) {
  const snapshot = {
    observedAt: atMs(at),
    position,
    queueLength: report.queueLength,
    agentsOnline: report.agents,
    slots: report.slots,
    busySlots: report.busy,
    handleTimeMs: Math.round(report.handleSec * 1000),
    longestWaitMs: Math.round(report.longestWaitSec * 1000),
    recentStarts: starts
      .slice(Math.max(0, report.startCount - STARTS_KEPT), report.startCount)
      .map((start) => ({ at: atMs(start.at), waitMs: Math.round(start.waitSec * 1000) })),
  };
  for (const field of left) delete snapshot[field];
  return snapshot;
}
