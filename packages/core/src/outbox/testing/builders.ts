// Small builders for the tests of the outbox.
import type { Env, KeyValueStore, Outbox, OutboxSend } from '../../contracts.js';
import { createDeferred, type Deferred } from '../../testing/deferred.js';
import { createFakeEnv, type FakeEnv } from '../../testing/fake-env.js';
import { createMemoryStore } from '../../storage/memory-store.js';
import type { OutboxRecord } from '../outbox-item.js';
import { createOutbox, type OutboxPorts } from '../outbox.js';

/** A pending ticket, never tried. */
export const aRecord = (members: Partial<OutboxRecord> = {}): OutboxRecord => ({
  ...{ key: 'k', kind: 'ticket', conversation: null, seq: 1, body: 'text', edits: 0, hasBlobs: false, createdAt: 1000 },
  ...{ state: 'pending', attempts: 0, nextAt: 1000, waitMs: 0, owner: null, leaseUntil: 0 },
  ...{ isUnknown: false, isIdentityTried: false },
  ...members,
});

/** A store that outlives the page, for tests that have no disk. */
export const aDurableStore = (): KeyValueStore => ({ ...createMemoryStore(), durable: true });

type Item = Parameters<OutboxSend>[0];
type Options = Parameters<OutboxSend>[1];

/** Something that was sent, and how it ends. */
export interface SentItem extends Deferred<unknown> {
  item: Item;
  options: Options;
}

export interface OutboxStage {
  env: FakeEnv;
  storage: KeyValueStore;
  /** Everything that was sent, by any outbox of the stage. */
  sent: SentItem[];
  /** Ends the last attempt, and lets what follows happen. */
  answer(error?: unknown): Promise<void>;
  open(ports?: Partial<OutboxPorts>): Outbox;
  settle(): Promise<void>;
}

/** A store and a host that answers when it is told to. */
export function aStage({
  storage = aDurableStore(),
  env = createFakeEnv(),
}: Partial<Pick<OutboxStage, 'storage' | 'env'>> = {}): OutboxStage {
  const sent: SentItem[] = [];
  const send: OutboxSend = (item, options) => {
    const call = { ...createDeferred<unknown>(), item, options };
    sent.push(call);
    return call.promise;
  };
  const settle = async (): Promise<void> => {
    for (let left = 5; left > 0; left--) await env.settle();
  };
  return {
    ...{ env, storage, sent, settle },
    open: (ports) => createOutbox({ env: env as Env, storage, send, ...ports }),
    async answer(error) {
      const call = sent.at(-1)!;
      if (error === undefined) call.resolve({});
      else call.reject(error as Error);
      await settle();
    },
  };
}
