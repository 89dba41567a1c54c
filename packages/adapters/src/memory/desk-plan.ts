// Who works when, and how much there is to do, at the simulated desk.

/** What kind of hour it is: usual, more than the desk can do, nothing gets done, agents change, at night. */
export type DeskLoad = 'calm' | 'peak' | 'outage' | 'shift-change' | 'night';

export const MINUTE_MS = 60_000;
export const HOUR_MS = 60 * MINUTE_MS;
export const DAY_MS = 24 * HOUR_MS;

/** Open from 08:00 to 22:00 UTC, every day. */
export const OPENS_HOUR = 8;
export const CLOSES_HOUR = 22;
/** How many conversations an agent holds at once. */
export const SLOTS_OF_AGENT = 3;
/** Half of the agents are away for so long at a change of shifts. */
const SHIFT_GAP_MS = 5 * MINUTE_MS;

/** Load over the day by hour, of what the day staff can do. */
const DAY_CURVE = [0, 0, 0, 0, 0, 0, 0, 0, 0.35, 0.6, 0.8, 0.75, 0.55, 0.5, 0.7, 0.75, 0.6, 0.5, 0.45, 0.55, 0.6, 0.4];

/** A desk's plan: the load, and since when it is so. */
export interface DeskPlan {
  load: DeskLoad;
  since: number;
  /** Nothing gets done, whatever the load. */
  isOut: boolean;
}

/** Agents at work at an instant. */
export function agentsAt({ load, since, isOut }: DeskPlan, staff: number, at: number): number {
  if (!isOpenAt(at) || load === 'night') return 0;
  if (isOut || load === 'outage') return Math.max(1, Math.floor(staff / 3));
  if (load === 'shift-change' && at - since < SHIFT_GAP_MS) return Math.max(1, Math.floor(staff / 2));
  return staff;
}

/** When the number of agents changes next by plan, and to what; null within the hours where it does not. */
export function nextChange(plan: DeskPlan, staff: number, at: number): { at: number; agents: number } | null {
  const gapEnds = plan.since + SHIFT_GAP_MS;
  if (plan.load === 'shift-change' && at < gapEnds) return { at: gapEnds, agents: agentsAt(plan, staff, gapEnds) };
  const closes = startOfDay(at) + CLOSES_HOUR * HOUR_MS;
  return isOpenAt(at) && closes - at < HOUR_MS ? { at: closes, agents: 0 } : null;
}

/** How much of what the whole staff can do is asked for. */
export function demandAt({ load }: DeskPlan, at: number): number {
  if (!isOpenAt(at) || load === 'night') return 0;
  if (load === 'peak') return 1.15;
  if (load === 'outage') return 1.1;
  return load === 'shift-change' ? 0.85 : 0.5 + DAY_CURVE[hourOf(at)]! * 0.4;
}

/** Whether the desk is open. */
export function isOpenAt(at: number): boolean {
  return hourOf(at) >= OPENS_HOUR && hourOf(at) < CLOSES_HOUR;
}

/** When that changes next. */
export function nextOpeningOrClosing(at: number): number {
  const day = startOfDay(at);
  if (isOpenAt(at)) return day + CLOSES_HOUR * HOUR_MS;
  return day + OPENS_HOUR * HOUR_MS + (hourOf(at) < OPENS_HOUR ? 0 : DAY_MS);
}

/** 168 shares of capacity, Monday 00:00 first; the end of the week is quieter. */
export function weekLoad(): number[] {
  return Array.from(
    { length: 168 },
    (_, hour) => Math.round((DAY_CURVE[hour % 24] ?? 0) * (hour >= 120 ? 0.6 : 1) * 100) / 100,
  );
}

const startOfDay = (at: number): number => Math.floor(at / DAY_MS) * DAY_MS;
const hourOf = (at: number): number => Math.floor((at - startOfDay(at)) / HOUR_MS);
