import type { FormField, KeyValueStore, OutboxItem } from '../contracts.js';
import { own } from '../status/read-figures.js';
import { hostProblems } from './host-problems.js';
import { isExpired } from './send-item.js';
import type { TicketFate } from './ticket.machine.js';
import type { FieldProblem } from './ticket-types.js';

/** What has become of items of the outbox, and what a host found wrong with those that it refused. */
export interface ItemFates {
  /** `fields` are those of the form that was sent. The same problems are the same list, so that views need not draw anew. */
  of(item: OutboxItem, fields: readonly FormField[]): TicketFate;
  /** A host has refused an item, with whatever it says is wrong. Fulfilled when that is kept; never rejects. */
  refuse(key: string, problems: unknown): Promise<void>;
  /** Reads what was refused before, for items that are still there. Never rejects. */
  read(items: readonly OutboxItem[]): Promise<void>;
  drop(key: string): Promise<void>;
}

/** Problems lie in the store beside the outbox, which keeps a code alone. */
export function createItemFates(store: KeyValueStore, now: () => number): ItemFates {
  const given = new Map<string, unknown>();
  const read = new Map<string, { given: unknown; fields: unknown; problems: readonly FieldProblem[] }>();
  const write = (key: string, value: unknown): Promise<void> =>
    store.update(`problems/${key}`, () => value).catch(() => {});
  const problemsOf = (key: string, fields: readonly FormField[]): readonly FieldProblem[] => {
    const said = given.get(key);
    const before = read.get(key);
    if (before && before.given === said && before.fields === fields) return before.problems;
    const problems = hostProblems(said, fields);
    read.set(key, { given: said, fields, problems });
    return problems;
  };
  return {
    of(item, fields) {
      const { state, editable, lastError = 'internal', key } = item;
      if (state !== 'dead') return { name: state === 'sending' ? 'sending' : 'saved', editable };
      if (isExpired(item, now())) return { name: 'dead', why: 'expired', editable: false };
      const isRefused = editable && (lastError === 'refused' || lastError === 'content-too-big');
      return isRefused
        ? { name: 'refused', problems: problemsOf(key, fields) }
        : { name: 'dead', why: lastError, editable };
    },
    async refuse(key, problems) {
      given.set(key, problems);
      await write(key, problems);
    },
    async read(items) {
      for (const { key, state } of items) {
        if (state !== 'dead' || given.has(key)) continue;
        const problems = await store.get(`problems/${key}`).catch(() => undefined);
        if (Array.isArray(problems)) given.set(key, problems);
      }
    },
    async drop(key) {
      given.delete(key);
      await write(key, undefined);
    },
  };
}

/** The id of the form that a body was written with. */
export const formIdOf = (item: Pick<OutboxItem, 'body'>): unknown => own(item.body, 'formId');
