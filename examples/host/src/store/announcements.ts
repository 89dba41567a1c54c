import { asNumber, type Database } from './records.js';

/** What a browser told its customer when she joined, with what came of it. */
export interface Announcement {
  readonly conversationId: string;
  readonly channel: string;
  readonly p50Ms: number;
  readonly p90Ms: number;
  readonly observedAt: number;
  readonly joinedAt: number;
}

export type AnnouncementOutcome = 'hit' | 'miss' | 'none';

export interface Announcements {
  add(announcement: Announcement): Promise<void>;
  /** Decides one that is open; nothing happens where there is none. Gives the outcome, or null. */
  decide(conversationId: string, how: { served: boolean; at: number }): Promise<AnnouncementOutcome | null>;
  /** Those of a channel that were decided since an instant: how many counted, and how many were kept. */
  accuracy(channel: string, since: number): Promise<{ samples: number; withinP90: number }>;
}

/** Announced waits in a database, each paired with the real one. */
export function createAnnouncements(database: Database): Announcements {
  return {
    async add({ conversationId, channel, p50Ms, p90Ms, observedAt, joinedAt }) {
      const row = { conversation_id: conversationId, channel, observed_at: observedAt, joined_at: joinedAt };
      await database
        .insertInto('announcements')
        .values({ ...row, p50_ms: p50Ms, p90_ms: p90Ms, outcome: null, decided_at: null })
        .execute();
    },
    async decide(conversationId, { served, at }) {
      const row = await database
        .selectFrom('announcements')
        .select(['joined_at', 'p90_ms'])
        .where('conversation_id', '=', conversationId)
        .where('outcome', 'is', null)
        .executeTakeFirst();
      if (!row) return null;
      const outcome = outcomeOf({ served, waitedMs: at - row.joined_at, p90Ms: row.p90_ms });
      await database
        .updateTable('announcements')
        .set({ outcome, decided_at: at })
        .where('conversation_id', '=', conversationId)
        .where('outcome', 'is', null)
        .execute();
      return outcome;
    },
    async accuracy(channel, since) {
      const rows = await database
        .selectFrom('announcements')
        .select(({ fn }) => ['outcome', fn.countAll().as('count')])
        .where('channel', '=', channel)
        .where('decided_at', '>', since)
        .where('outcome', 'in', ['hit', 'miss'])
        .groupBy('outcome')
        .execute();
      const countOf = (outcome: AnnouncementOutcome): number =>
        asNumber(rows.find((row) => row.outcome === outcome)?.count);
      return { samples: countOf('hit') + countOf('miss'), withinP90: countOf('hit') };
    },
  };
}

/** Served within the bound is a hit; served or gone after it is a miss; who goes before it had no time to find out. */
export function outcomeOf(end: { served: boolean; waitedMs: number; p90Ms: number }): AnnouncementOutcome {
  if (end.waitedMs > end.p90Ms) return 'miss';
  return end.served ? 'hit' : 'none';
}
