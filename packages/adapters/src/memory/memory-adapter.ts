import { createBrowserEnv, HelpError, type Env, type HelpAdapter, type QueueSnapshot } from '@helpkiosk/core';
import {
  CLOSES_HOUR,
  DAY_MS,
  HOUR_MS,
  isOpenAt,
  MINUTE_MS,
  nextOpeningOrClosing,
  OPENS_HOUR,
  SLOTS_OF_AGENT,
  weekLoad,
  type DeskLoad,
} from './desk-plan.js';
import { createDeskSimulation } from './desk-simulation.js';

export interface MemoryAdapterOptions {
  /** Of everything that is drawn (default 1). */
  seed?: number;
  /** The time that passes (default: the browser's). */
  env?: Pick<Env, 'now' | 'setTimer'>;
  /** Agents by day, each with three conversations at once (default 4). */
  staff?: number;
  /** How long a conversation takes in the mean, in ms (default 240,000). A demo that is watched takes less. */
  handleTimeMs?: number;
  /** How often the desk tells of itself, in ms (default 5,000). */
  pollMs?: number;
}

/** What a demo or a test turns while the desk works. */
export interface MemoryControls {
  /** Another kind of hour. `calm` and the other loads of the day open a desk that is closed: the time becomes 10:00. */
  setLoad(load: DeskLoad): void;
  /** The time of day at the desk (UTC), from 0 up to 24: the host's clock moves on to when that is next. */
  setTime(hour: number): void;
  /** Nothing gets done, and a notice says so, until it is over. */
  outage(on: boolean): void;
  /** Somebody with an urgent matter comes, before all others. */
  urgentTicket(): void;
  /** Makes the line so long. */
  setQueue(length: number): void;
}

export interface MemoryAdapter {
  readonly adapter: HelpAdapter;
  readonly controls: MemoryControls;
}

const LOOK_MS = 1000;
const WARM_UP_MS = 30 * MINUTE_MS;

/**
 * A desk in memory, simulated from a seed: status, a queue that moves, joining and leaving it. No messages: a conversation that has begun stays open until it is left.
 * Deterministic with a fake clock; its time moves only when it is asked something.
 */
export function createMemoryAdapter(options: MemoryAdapterOptions = {}): MemoryAdapter {
  const { seed = 1, env = createBrowserEnv(), staff = 4, handleTimeMs = 240_000, pollMs = 5000 } = options;
  let aheadMs = 0;
  const now = (): number => env.now() + aheadMs;
  const desk = createDeskSimulation({ seed, staff, handleMs: handleTimeMs, startAt: now() - WARM_UP_MS });
  const begun = new Map<string, string>();
  const lookers = new Set<() => void>();
  let outageAt: number | null = null;

  const work = (): void => desk.advance(now());
  const turn = (change: () => void): void => {
    work();
    change();
    for (const look of [...lookers]) look();
  };
  const moveTo = (at: number): void => {
    aheadMs += Math.max(at - now(), 0);
    work();
  };
  const adapter: HelpAdapter = {
    async getServiceStatus(_input, { signal }) {
      signal.throwIfAborted();
      work();
      return statusOf(desk, { now: now(), pollMs, outageAt });
    },
    async startConversation({ key, priority = 'normal', announced }, { signal }) {
      signal.throwIfAborted();
      work();
      if (!isOpenAt(now())) throw new HelpError('refused', { reason: 'closed' });
      const known = begun.get(key);
      const conversationId = known ?? `memory-${begun.size + 1}`;
      begun.set(key, conversationId);
      if (!known) desk.join(conversationId, priority, announced?.p90Ms ?? null);
      return { conversationId, state: desk.standing(conversationId) === 'open' ? 'open' : 'queued' };
    },
    async resumeConversation({ conversationId }, { signal }) {
      signal.throwIfAborted();
      work();
      const state = desk.standing(conversationId);
      return state && { state, messages: [], cursor: '' };
    },
    async leaveQueue({ conversationId }, { signal }) {
      signal.throwIfAborted();
      turn(() => desk.leave(conversationId));
    },
    watchQueue: ({ conversationId, emit }, { signal }) =>
      new Promise((resolve, reject) => {
        let toldAt = -Infinity;
        let told: number | undefined;
        let stopTimer = (): void => {};
        const end = (settle: () => void): void => {
          stopTimer();
          lookers.delete(look);
          signal.removeEventListener('abort', abort);
          settle();
        };
        const abort = (): void => end(() => reject(signal.reason));
        const look = (): void => {
          stopTimer();
          work();
          if (desk.standing(conversationId) !== 'queued') return end(resolve);
          const snapshot: QueueSnapshot = desk.snapshot(conversationId);
          // Two of one instant would be duplicates to whoever reads them: the second waits for the next look.
          const isNew = snapshot.observedAt > toldAt;
          if (isNew && (snapshot.position !== told || snapshot.observedAt - toldAt >= pollMs)) {
            [told, toldAt] = [snapshot.position, snapshot.observedAt];
            emit(snapshot);
          }
          stopTimer = env.setTimer(look, LOOK_MS);
        };
        if (signal.aborted) return abort();
        signal.addEventListener('abort', abort);
        lookers.add(look);
        look();
      }),
  };
  return {
    adapter,
    controls: {
      setLoad: (load) =>
        turn(() => {
          if (load === 'night') moveTo(next(now(), 2));
          else if (!isOpenAt(now())) moveTo(next(now(), 10));
          Object.assign(desk.plan, { load, since: now() });
          outageAt = load === 'outage' ? now() : null;
        }),
      setTime: (hour) => turn(() => moveTo(next(now(), Math.min(Math.max(hour, 0), 23.999) || 0))),
      outage: (on) =>
        turn(() => {
          desk.plan.isOut = on;
          if (!on && desk.plan.load === 'outage') desk.plan.load = 'calm';
          outageAt = on ? now() : null;
        }),
      urgentTicket: () => turn(desk.addUrgent),
      setQueue: (length) => turn(() => desk.setQueue(Math.min(Math.max(Math.floor(length), 0) || 0, 500))),
    },
  };
}

/** When it is that hour next; now counts. */
function next(now: number, hour: number): number {
  const at = Math.floor(now / DAY_MS) * DAY_MS + hour * HOUR_MS;
  return at < now ? at + DAY_MS : at;
}

function statusOf(
  desk: ReturnType<typeof createDeskSimulation>,
  { now, pollMs, outageAt }: { now: number; pollMs: number; outageAt: number | null },
): Awaited<ReturnType<NonNullable<HelpAdapter['getServiceStatus']>>> {
  const { observedAt, position: _none, ...queue } = desk.snapshot();
  const online = desk.agents();
  const clock = (hour: number): string => `${String(hour).padStart(2, '0')}:00`;
  const everyDay = [[clock(OPENS_HOUR), clock(CLOSES_HOUR)]] as const;
  const isBusy = queue.queueLength! > online * SLOTS_OF_AGENT;
  return {
    state: !isOpenAt(now) ? 'closed' : isBusy ? 'busy' : 'open',
    ...{ observedAt, pollMs, nextChangeAt: nextOpeningOrClosing(now), queue },
    agents: { online, available: Math.max(online - Math.ceil(queue.busySlots! / SLOTS_OF_AGENT), 0) },
    load: { timeZone: 'UTC', byWeekdayHour: weekLoad() },
    accuracy: desk.accuracy(),
    hours: {
      desks: [
        {
          ...{ name: 'Simulated desk', timeZone: 'UTC' },
          weekly: { 1: everyDay, 2: everyDay, 3: everyDay, 4: everyDay, 5: everyDay, 6: everyDay, 7: everyDay },
        },
      ],
    },
    notices: outageAt === null ? [] : [outageNotice(outageAt)],
    supports: {
      getServiceStatus: true,
      startConversation: true,
      resumeConversation: true,
      watchQueue: true,
      leaveQueue: true,
    },
  };
}

const outageNotice = (since: number) => ({
  ...{ id: `outage-${since}`, level: 'outage' as const, since, nextNewsAt: since + 30 * MINUTE_MS },
  text: {
    en: 'Our systems are down. Agents cannot start new conversations.',
    'zh-Hans': '系统发生故障，客服暂时无法接待新的会话。',
    'zh-Hant': '系統發生故障，客服暫時無法接待新的對話。',
  },
});
