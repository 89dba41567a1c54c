import { createOfficeHours, createReplyPromise, type OfficeHoursSchedule, type ReplyPolicy } from '@helpkiosk/core';
import { createId } from '../identity/ids.js';
import type { Log } from '../log.js';
import type { KeptTicket } from '../store/tickets.js';
import type { HostStore, Records } from '../store/store.js';
import type { HostWorld } from '../world.js';

/** Promised answers: each is a clock in the store, which is met by an answer or missed when it falls due. */
export interface Promises {
  /** Promises an answer from now on; null where nothing can be promised. */
  start(records: Records, ticket: Pick<KeptTicket, 'id' | 'priority' | 'locale' | 'tier'>): Promise<number | null>;
  /** The answer is there. */
  meet(records: Records, ticketId: string): Promise<void>;
  /** Looks when the next promise falls due; to be called once a new one stands. */
  look(): void;
  stop(): void;
  /** Fulfilled when what was begun is in the store. */
  settled(): Promise<void>;
}

export interface PromisesOptions {
  store: HostStore;
  world: HostWorld;
  log: Log;
  hours: OfficeHoursSchedule;
  policy: ReplyPolicy;
}

/** Begins to watch the promises in the store; those that fell due while nobody looked are marked at once. */
export function startPromises({ store, world, log, hours, policy }: PromisesOptions): Promises {
  let stopTimer = (): void => {};
  let stopped = false;
  let looking: Promise<void> = Promise.resolve();

  const mark = async (): Promise<void> => {
    const missed = await store.tickets.markMissed(world.now());
    for (const { ticketId, dueAt } of missed) log('promise.missed', { ticket: ticketId, dueAt });
    const dueAt = await store.tickets.nextDueAt();
    if (dueAt === null || stopped) return;
    stopTimer();
    stopTimer = world.setTimer(look, Math.max(dueAt - world.now(), 0));
  };
  const look = (): void => {
    if (stopped) return;
    looking = looking.then(mark).catch(() => log('fault', { what: 'promises' }));
  };
  look();
  return {
    async start(records, { id, priority, locale, tier }) {
      const asker = { channel: 'ticket', language: locale, ...(tier === null ? {} : { tier }) };
      const { replyBy } = createReplyPromise(policy, createOfficeHours(hours, asker))(priority, world.now());
      if (replyBy === null) return null;
      const dueAt = Math.round(replyBy);
      await records.tickets.startClock({ id: createId('clock'), ticketId: id, startedAt: world.now(), dueAt });
      return dueAt;
    },
    async meet({ tickets }, ticketId) {
      const clock = await tickets.runningClock(ticketId);
      if (clock) await tickets.meetClock(clock.id, world.now());
    },
    look,
    stop() {
      stopped = true;
      stopTimer();
    },
    settled: () => looking,
  };
}
