// A desk that lives through its log: what was done to it and when, and what time it is there.
import type { DeskEntry, DeskLog } from './desk-log.js';
import { DAY_MS, HOUR_MS, isOpenAt, MINUTE_MS } from './desk-plan.js';
import { createDeskSimulation, type DeskSimulation } from './desk-simulation.js';

/** It has been at work for so long when it begins. */
const WARM_UP_MS = 30 * MINUTE_MS;
const LONGEST_LINE = 500;
/** The fastest that time passes at a desk. */
const FASTEST = 60;

/** A desk between its log and its adapter. Times without a word are those of the page, in epoch ms. */
export interface DeskLife {
  readonly desk: DeskSimulation;
  /** How much faster time passes at the desk. */
  readonly speed: number;
  /** Since when nothing gets done, at the desk; null: all is well. */
  readonly outageAt: number | null;
  /** Lets it work until then, and gives the time at the desk. */
  work(at: number): number;
  /** Does what the entry says, at its time, or now if that has passed. */
  apply(entry: DeskEntry): void;
  /** The conversation that was begun with a key; null: none. */
  conversationOf(key: string): string | null;
}

/** Brings a desk to life, and through its log so far. */
export function createDeskLife(log: DeskLog, { staff, handleMs }: { staff: number; handleMs: number }): DeskLife {
  const desk = createDeskSimulation({ seed: log.seed, staff, handleMs, startAt: log.deskAt - WARM_UP_MS });
  const begun = new Map<string, string>();
  let [pageAt, deskAt, speed] = [log.startedAt, log.deskAt, 1];
  let outageAt: number | null = null;

  const work = (at: number): number => {
    const passed = Math.max(at - pageAt, 0);
    deskAt += Math.round(passed * speed);
    pageAt += passed;
    desk.advance(deskAt);
    return deskAt;
  };
  const moveTo = (at: number): void => {
    deskAt = Math.max(at, deskAt);
    desk.advance(deskAt);
  };
  const setLoad = ({ load }: DeskEntry & { call: 'load' }): void => {
    if (load === 'night') moveTo(nextHour(deskAt, 2));
    else if (!isOpenAt(deskAt)) moveTo(nextHour(deskAt, 10));
    Object.assign(desk.plan, { load, since: deskAt });
    outageAt = load === 'outage' ? deskAt : null;
  };
  const setOutage = (on: boolean): void => {
    desk.plan.isOut = on;
    if (!on && desk.plan.load === 'outage') desk.plan.load = 'calm';
    outageAt = on ? (outageAt ?? deskAt) : null;
  };
  const join = ({ key, priority, announcedMs }: DeskEntry & { call: 'join' }): void => {
    if (begun.has(key)) return;
    begun.set(key, `memory-${begun.size + 1}`);
    desk.join(begun.get(key)!, priority, announcedMs);
  };
  const life: DeskLife = {
    desk,
    get speed() {
      return speed;
    },
    get outageAt() {
      return outageAt;
    },
    work,
    apply(entry) {
      work(entry.at);
      switch (entry.call) {
        case 'load':
          return setLoad(entry);
        case 'time':
          return moveTo(nextHour(deskAt, Math.min(Math.max(entry.hour, 0), 23.999) || 0));
        case 'outage':
          return setOutage(entry.on);
        case 'urgent':
          return desk.addUrgent();
        case 'next':
          return desk.finishOne();
        case 'queue':
          return desk.setQueue(Math.min(Math.max(Math.floor(entry.length), 0) || 0, LONGEST_LINE));
        case 'speed':
          return void (speed = Math.min(Math.max(entry.speed, 1), FASTEST));
        case 'join':
          return join(entry);
        case 'leave':
          return desk.leave(entry.conversationId);
      }
    },
    conversationOf: (key) => begun.get(key) ?? null,
  };
  desk.advance(deskAt);
  for (const entry of log.entries) life.apply(entry);
  return life;
}

/** When it is that hour next, in UTC; now counts. */
export function nextHour(now: number, hour: number): number {
  const at = Math.floor(now / DAY_MS) * DAY_MS + hour * HOUR_MS;
  return at < now ? at + DAY_MS : at;
}
