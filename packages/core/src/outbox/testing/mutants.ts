// What other queues do, around the same outbox: each must be caught by the schedules.
import type { OutboxSend } from '../../contracts.js';
import { own } from '../../status/read-figures.js';
import { OUTBOX_KEY } from '../outbox-shelf.js';
import type { Mutation } from './schedule.js';

/** Takes an item out before it is sent, and puts it back when that fails; as it was, so that nothing else is changed. */
const deleteBeforeSend: Mutation = {
  send:
    (send, { storage }): OutboxSend =>
    async (item, options) => {
      let record: unknown;
      await storage.update(OUTBOX_KEY, (book) => {
        const items = own(book, 'items') as { key: string }[];
        record = items.find(({ key }) => key === item.key);
        return { ...(book as object), items: items.filter(({ key }) => key !== item.key) };
      });
      try {
        await send(item, options);
      } catch (error) {
        const putBack = (book: unknown): unknown => ({
          ...(book as object),
          items: [...(own(book, 'items') as unknown[]), ...(record ? [record] : [])],
        });
        await storage.update(OUTBOX_KEY, putBack);
        throw error;
      }
    },
};

/** Another key for each attempt after the first. */
const newKeyOnRetry: Mutation = {
  send:
    (send): OutboxSend =>
    (item, options) =>
      send(item.attempts > 1 ? { ...item, key: `${item.key}#${item.attempts}` } : item, options),
};

/** Relies on one sender at a time, and sends no key that the host could know again. */
const lockWithoutKey: Mutation = {
  send:
    (send, { env }): OutboxSend =>
    (item, options) =>
      send({ ...item, key: env.randomId() }, options),
};

/** Sends what belongs together side by side. */
const noOrder: Mutation = { conversation: () => undefined };

/** By name, with the fault of the verdict that must come of it. */
export const MUTANTS = [
  ['delete before send', deleteBeforeSend, 'lost'],
  ['a new key on retry', newKeyOnRetry, 'doubled'],
  ['a lock without a key', lockWithoutKey, 'doubled'],
  ['no order', noOrder, 'misordered'],
] as const;
