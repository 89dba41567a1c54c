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
/** Agents come and go by plan, which is looked at so often from the beginning on. */
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
  /** Puts a customer of the page at their place in line; what they talked about before is over. `announcedMs`: the upper bound that they were told. */
  join(id: string, priority: Priority, announcedMs: number | null): void;
  leave(id: string): void;
  standing(id: string): Standing;
  /** Makes the line as long as this; customers of the page stay in it. */
  setQueue(length: number): void;
  /** Somebody with an urgent matter comes. */
  addUrgent(): void;
  /** The conversation that would end next ends now, so that the next customer is taken; those of the page go on. */
  finishOne(): void;
  snapshot(id?: string): QueueSnapshot;
  agents(): number;
  /** Announced waits that came to an end: kept, of all. */
  accuracy(): { samples: number; withinP90: number };
}

/**
 * A desk at work, an hour into its day. The same seed, start and calls at the same instants make the same desk, however often it is asked in between: it is looked at
 * only when somebody comes, goes or is done, and on a grid of its own.
 */
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
      goesAt: now + Math.ceil(random.wait(25 * MINUTE_MS)),
    });
  /** Served within what was said is a hit, served or gone after it a miss, gone before it does not count. */
  const pair = ({ announcedMs, joinedAt }: Waiting, isServed: boolean): void => {
    if (announcedMs === null) return;
    const isWithin = now - joinedAt <= announcedMs;
    if (isServed || !isWithin) kept.push(isServed && isWithin);
    if (kept.length > PAIRS_KEPT) kept.shift();
  };
  const start = (customer: Waiting): void => {
    const workMs = Math.ceil(random.work(handleMs, 0.5));
    served.set(customer.id, theirs.has(customer.id) ? Infinity : now + workMs); // the page's own ends when it is left, or asks again
    worked.push(workMs);
    if (worked.length > STARTS_KEPT) worked.shift();
    starts.push({ at: now, waitMs: now - customer.joinedAt });
    if (starts.length > STARTS_KEPT) starts.shift();
    if (theirs.has(customer.id)) theirs.set(customer.id, 'open');
    pair(customer, true);
  };
  const end = (id: string): void => {
    served.delete(id);
    if (theirs.has(id)) theirs.set(id, 'ended');
  };
  const settle = (): void => {
    for (const [id, endsAt] of served) if (endsAt <= now) end(id);
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
    nextArrivalAt = now + Math.ceil(demand > 0 ? random.wait(1 / perMs) : MINUTE_MS);
  };
  const nextEventAt = (): number => {
    const grid = startAt + (Math.floor((now - startAt) / STEP_MS) + 1) * STEP_MS;
    return Math.min(grid, nextArrivalAt, ...served.values(), ...line.map(({ goesAt }) => goesAt));
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
        const next = nextEventAt();
        now = Math.min(next, to);
        if (next > to) return;
        if (now >= nextArrivalAt) arrive();
        settle();
      }
    },
    join(id, priority, announcedMs) {
      for (const [before, standing] of theirs) if (standing === 'open') end(before);
      theirs.set(id, 'queued');
      place({ id, joinedAt: now, priority, goesAt: Infinity, announcedMs });
      settle();
    },
    leave(id) {
      const customer = line.find((each) => each.id === id);
      if (customer) pair(customer, false);
      line = line.filter((each) => each.id !== id);
      end(id);
    },
    standing: (id) => theirs.get(id) ?? null,
    setQueue(length) {
      while (line.length < length) come('normal');
      for (let index = line.length - 1; index >= 0 && line.length > length; index--)
        if (!theirs.has(line[index]!.id)) line.splice(index, 1);
      if (length > 0)
        for (let busy = served.size; busy < slots(); busy++)
          served.set(`busy-${now}-${busy}`, now + Math.ceil(random.work(handleMs, 0.5)));
      settle();
    },
    addUrgent() {
      come('p0');
      settle();
    },
    finishOne() {
      const [first] = [...served].filter(([id]) => !theirs.has(id)).sort((a, b) => a[1] - b[1]);
      if (first) end(first[0]);
      settle();
    },
    snapshot,
    agents: () => agentsAt(plan, staff, now),
    accuracy: () => ({ samples: kept.length, withinP90: kept.filter(Boolean).length }),
  };
}
