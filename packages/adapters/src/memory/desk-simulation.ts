// The desk itself: customers come, wait, lose patience and are served; time moves only when it is told to.
import {
  createWaitEstimator,
  presentWait,
  type Priority,
  type QueueSnapshot,
  type WaitEstimator,
} from '@helpkiosk/core';
import { agentsAt, demandAt, MINUTE_MS, nextChange, SLOTS_OF_AGENT, type DeskPlan } from './desk-plan.js';
import { createRandom } from './random.js';

const RANK: Readonly<Record<Priority, number>> = { p0: 0, p1: 1, normal: 2 };
const STARTS_KEPT = 20;
const PAIRS_KEPT = 200;
/** Conversations end, customers come, and the plan is looked at, at the latest after so long. */
const STEP_MS = 5000;

interface Waiting {
  id: string;
  joinedAt: number;
  priority: Priority;
  /** When they give up; Infinity for the customer of the page. */
  goesAt: number;
  announcedMs: number | null;
}

export interface DeskSimulationOptions {
  seed: number;
  staff: number;
  handleMs: number;
  startAt: number;
}

/** A conversation that was asked for: still in line, being served, or over. */
export type Standing = 'queued' | 'open' | 'ended' | null;

export interface DeskSimulation {
  readonly plan: DeskPlan;
  /** Lets the desk work until then; never backwards. */
  advance(to: number): void;
  /** Puts somebody at their place in line. `announcedMs`: the upper bound that they were told. */
  join(id: string, priority: Priority, announcedMs: number | null): void;
  leave(id: string): void;
  standing(id: string): Standing;
  /** Makes the line as long as this; customers of the page stay in it. */
  setQueue(length: number): void;
  /** Somebody with an urgent matter comes. */
  addUrgent(): void;
  snapshot(id?: string): QueueSnapshot;
  agents(): number;
  /** Announced waits that came to an end: kept, of all. */
  accuracy(): { samples: number; withinP90: number };
}

/** A desk at work, an hour into its day. */
export function createDeskSimulation({ seed, staff, handleMs, startAt }: DeskSimulationOptions): DeskSimulation {
  const random = createRandom(seed);
  const plan: DeskPlan = { load: 'calm', since: startAt, isOut: false };
  const served = new Map<string, number>();
  const theirs = new Map<string, Standing>();
  const starts: { at: number; waitMs: number }[] = [];
  const worked: number[] = [];
  const kept: boolean[] = [];
  const estimator: WaitEstimator = createWaitEstimator();
  let line: Waiting[] = [];
  let now = startAt;
  let nextArrivalAt = startAt;
  let strangers = 0;

  const slots = (): number => agentsAt(plan, staff, now) * SLOTS_OF_AGENT;
  const place = (customer: Waiting): void => {
    const rank = RANK[customer.priority];
    const index = line.findIndex(({ priority }) => RANK[priority] > rank);
    line.splice(index < 0 ? line.length : index, 0, customer);
  };
  const announce = (priority: Priority): number | null => {
    estimator.observe(snapshot());
    const position = line.filter((each) => RANK[each.priority] <= RANK[priority]).length + 1;
    const { kind, toMin } = presentWait(estimator.estimate(now, { position, waitedMs: 0, priority }), null, {
      ...{ position, waitedMs: 0, announced: null },
    });
    return kind === 'soon' ? MINUTE_MS : toMin === undefined ? null : toMin * MINUTE_MS;
  };
  const come = (priority: Priority): void =>
    place({
      ...{ id: `stranger-${++strangers}`, joinedAt: now, priority, announcedMs: announce(priority) },
      goesAt: now + random.wait(25 * MINUTE_MS),
    });
  /** Served within what was said is a hit, served or gone after it a miss, gone before it does not count. */
  const pair = ({ announcedMs, joinedAt }: Waiting, isServed: boolean): void => {
    if (announcedMs === null) return;
    const isWithin = now - joinedAt <= announcedMs;
    if (isServed || !isWithin) kept.push(isServed && isWithin);
    if (kept.length > PAIRS_KEPT) kept.shift();
  };
  const start = (customer: Waiting): void => {
    const workMs = random.work(handleMs, 0.5);
    served.set(customer.id, theirs.has(customer.id) ? Infinity : now + workMs); // the page's own ends when it is left
    worked.push(workMs);
    if (worked.length > STARTS_KEPT) worked.shift();
    starts.push({ at: now, waitMs: now - customer.joinedAt });
    if (starts.length > STARTS_KEPT) starts.shift();
    if (theirs.has(customer.id)) theirs.set(customer.id, 'open');
    pair(customer, true);
  };
  const settle = (): void => {
    for (const [id, endsAt] of served) if (endsAt <= now) served.delete(id);
    for (const gone of line.filter(({ goesAt }) => goesAt <= now)) pair(gone, false);
    line = line.filter(({ goesAt }) => goesAt > now);
    const stopped = plan.isOut || plan.load === 'outage';
    while (!stopped && line.length && served.size < slots()) start(line.shift()!);
  };
  const arrive = (): void => {
    const demand = demandAt(plan, now);
    const perMs = (demand * staff * SLOTS_OF_AGENT) / handleMs;
    const draw = random.next();
    if (demand > 0) come(draw < 0.02 ? 'p0' : draw < 0.1 ? 'p1' : 'normal');
    nextArrivalAt = now + (demand > 0 ? random.wait(1 / perMs) : MINUTE_MS);
  };
  const snapshot = (id?: string): QueueSnapshot => {
    const index = line.findIndex((each) => each.id === id);
    const change = nextChange(plan, staff, now);
    return {
      observedAt: now,
      ...(index < 0 ? {} : { position: index + 1 }),
      queueLength: line.length,
      agentsOnline: agentsAt(plan, staff, now),
      slots: slots(),
      busySlots: Math.min(served.size, slots()),
      handleTimeMs: Math.round(worked.length ? worked.reduce((sum, each) => sum + each) / worked.length : handleMs),
      longestWaitMs: Math.max(0, ...line.map(({ joinedAt }) => now - joinedAt)),
      recentStarts: [...starts],
      ...(change ? { capacityForecast: [{ at: change.at, slots: change.agents * SLOTS_OF_AGENT }] } : {}),
    };
  };
  return {
    plan,
    advance(to) {
      while (now < to) {
        const ends = Math.min(...served.values(), ...line.map(({ goesAt }) => goesAt));
        now = Math.min(to, Math.max(now + 1, Math.min(nextArrivalAt, ends, now + STEP_MS)));
        if (now >= nextArrivalAt) arrive();
        settle();
      }
    },
    join(id, priority, announcedMs) {
      theirs.set(id, 'queued');
      place({ id, joinedAt: now, priority, goesAt: Infinity, announcedMs });
      settle();
    },
    leave(id) {
      const customer = line.find((each) => each.id === id);
      if (customer) pair(customer, false);
      line = line.filter((each) => each.id !== id);
      served.delete(id);
      if (theirs.has(id)) theirs.set(id, 'ended');
    },
    standing: (id) => theirs.get(id) ?? null,
    setQueue(length) {
      while (line.length < length) come('normal');
      for (let index = line.length - 1; index >= 0 && line.length > length; index--)
        if (!theirs.has(line[index]!.id)) line.splice(index, 1);
      if (length > 0)
        for (let busy = served.size; busy < slots(); busy++)
          served.set(`busy-${now}-${busy}`, now + random.work(handleMs, 0.5));
    },
    addUrgent: () => come('p0'),
    snapshot,
    agents: () => agentsAt(plan, staff, now),
    accuracy: () => ({ samples: kept.length, withinP90: kept.filter(Boolean).length }),
  };
}
