import { createBrowserEnv, HelpError, type Env, type HelpAdapter } from '@helpkiosk/core';
import { createDeskLife, nextHour } from './desk-life.js';
import { isSameLog, readDeskLog, type DeskCall, type DeskLog, type DeskRecord } from './desk-log.js';
import { isOpenAt, type DeskLoad } from './desk-plan.js';
import { statusOf } from './desk-status.js';
import { watchPlace } from './watch-place.js';

export interface MemoryAdapterOptions {
  /** Of everything that is drawn (default 1). */
  seed?: number;
  /** The time that passes (default: the browser's). */
  env?: Pick<Env, 'now' | 'setTimer'>;
  /** Agents by day, each with three conversations at once (default 4). */
  staff?: number;
  /** How long a conversation takes in the mean, in ms (default 240,000). A demo that is watched takes less. */
  handleTimeMs?: number;
  /** How often the desk wants to be asked, in ms of the page (default 5,000); more often where its time runs faster. */
  pollMs?: number;
  /** The hour that it is at the desk when it begins (UTC, 0 up to 24); left out, what it is by the clock of the page. */
  startHour?: number;
  /** Where the desk is kept, so that other pages and tabs of the browser have the same one. Left out: in this page alone. Times are those of `env.now`. */
  record?: DeskRecord;
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
  /** A conversation ends early, and the next customer is taken. */
  nextCustomer(): void;
  /** Makes the line so long. */
  setQueue(length: number): void;
  /** How much faster time passes at the desk, from 1 to 60. The waits that it tells of are in its own time. */
  setSpeed(speed: number): void;
  /** What is set now, and the time at the desk in epoch ms. */
  state(): { at: number; load: DeskLoad; outage: boolean; speed: number };
}

export interface MemoryAdapter {
  readonly adapter: HelpAdapter;
  readonly controls: MemoryControls;
}

/** The desk is not asked more often, however fast time passes there; unless so much of it passes between two answers that they do not agree any more. */
const LEAST_POLL_MS = 1000;
const LONGEST_STEP_MS = 24_000;

/**
 * A desk in memory, simulated from a seed: status, a queue that moves, joining and leaving it. No messages: a conversation that has begun stays open until it is
 * left, or the same page asks again. Deterministic with a fake clock; its time moves only when it is asked something.
 */
export function createMemoryAdapter(options: MemoryAdapterOptions = {}): MemoryAdapter {
  const { env = createBrowserEnv(), record, staff = 4, handleTimeMs = 240_000 } = options;
  const size = { staff, handleMs: handleTimeMs };
  let log = readDeskLog(record?.read() ?? null, env.now()) ?? beginLog(options, env.now());
  let life = createDeskLife(log, size);
  const lookers = new Set<() => void>();
  record?.write(JSON.stringify(log));

  const work = (): number => life.work(env.now());
  const pollMs = (): number =>
    Math.min(Math.max((options.pollMs ?? 5000) / life.speed, LEAST_POLL_MS), LONGEST_STEP_MS / life.speed);
  /** Another page may have done something, or begun anew. */
  const catchUp = (): void => {
    const kept = record ? readDeskLog(record.read(), env.now()) : null;
    if (!kept || isSameLog(kept, log)) return;
    log = kept;
    life = createDeskLife(log, size);
  };
  const look = (): void => [...lookers].forEach((each) => each());
  const act = (call: DeskCall): void => {
    catchUp();
    const entry = { ...call, at: Math.max(env.now(), log.entries.at(-1)?.at ?? log.startedAt) };
    log = { ...log, entries: [...log.entries, entry] };
    life.apply(entry);
    record?.write(JSON.stringify(log));
    look();
  };
  record?.listen(() => {
    catchUp();
    look();
  });
  const adapter: HelpAdapter = {
    async getServiceStatus(_input, { signal }) {
      signal.throwIfAborted();
      return statusOf(life, { now: work(), pollMs: pollMs() });
    },
    async startConversation({ key, priority = 'normal', announced }, { signal }) {
      signal.throwIfAborted();
      catchUp();
      if (!isOpenAt(work())) throw new HelpError('refused', { reason: 'closed' });
      if (!life.conversationOf(key)) act({ call: 'join', key, priority, announcedMs: announced?.p90Ms ?? null });
      const conversationId = life.conversationOf(key)!;
      return { conversationId, state: life.desk.standing(conversationId) === 'open' ? 'open' : 'queued' };
    },
    async resumeConversation({ conversationId }, { signal }) {
      signal.throwIfAborted();
      work();
      const state = life.desk.standing(conversationId);
      return state && { state, messages: [], cursor: '' };
    },
    async leaveQueue({ conversationId }, { signal }) {
      signal.throwIfAborted();
      act({ call: 'leave', conversationId });
    },
    watchQueue: ({ conversationId, emit }, { signal }) =>
      watchPlace({
        ...{ conversationId, emit, signal, env, lookers, pollMs },
        read: () => (work(), life),
      }),
  };
  return {
    adapter,
    controls: {
      setLoad: (load) => act({ call: 'load', load }),
      setTime: (hour) => act({ call: 'time', hour }),
      outage: (on) => act({ call: 'outage', on }),
      urgentTicket: () => act({ call: 'urgent' }),
      nextCustomer: () => act({ call: 'next' }),
      setQueue: (length) => act({ call: 'queue', length }),
      setSpeed: (speed) => act({ call: 'speed', speed }),
      state: () => ({ at: work(), load: life.desk.plan.load, outage: life.outageAt !== null, speed: life.speed }),
    },
  };
}

function beginLog({ seed = 1, startHour }: MemoryAdapterOptions, now: number): DeskLog {
  const deskAt = startHour === undefined ? now : nextHour(now, startHour);
  return { version: 1, seed, startedAt: now, deskAt, entries: [] };
}
