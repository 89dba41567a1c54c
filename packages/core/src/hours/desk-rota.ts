import type { Desk, OfficeHoursSchedule } from '../contracts.js';
import { createOfficeHours, serves, type Asker } from './office-hours.js';
import { parseOfficeHours } from './parse-office-hours.js';

/** A desk that is open now, and when it closes: null where it does not within 370 days. */
export interface AwakeDesk {
  readonly desk: Desk;
  readonly closesAt: number | null;
}

/** One desk closes and others are open at that instant. */
export interface Handover {
  readonly at: number;
  readonly from: readonly Desk[];
  readonly to: readonly Desk[];
}

/** Which centres are awake, for support that follows the sun. */
export interface DeskRota {
  /** The desks that are open, in the order of the schedule. */
  awake(at: number): readonly AwakeDesk[];
  /** The first closing of a desk that is open now, if the office stays open over it; else null. */
  nextHandover(at: number): Handover | null;
}

/** Makes the rota of the desks that serve the asker. Throws HelpError `config-invalid` as `createOfficeHours` does. */
export function createDeskRota(schedule: OfficeHoursSchedule, asker: Asker = {}): DeskRota {
  const desks = parseOfficeHours(schedule)
    .desks.filter((desk) => serves(desk, asker))
    .map((desk) => ({ desk, hours: createOfficeHours({ desks: [desk] }) }));
  const awake: DeskRota['awake'] = (at) =>
    desks.flatMap(({ desk, hours }) => {
      const { open, closesAt } = hours.state(at);
      return open ? [{ desk, closesAt }] : [];
    });
  const nextHandover: DeskRota['nextHandover'] = (at) => {
    const now = awake(at);
    const next = Math.min(...now.map(({ closesAt }) => closesAt ?? Infinity));
    const to = next < Infinity ? awake(next).map(({ desk }) => desk) : [];
    const from = now.filter(({ closesAt }) => closesAt === next).map(({ desk }) => desk);
    return to.length ? { at: next, from, to } : null;
  };
  return { awake, nextHandover };
}
