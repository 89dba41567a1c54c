import type { AdapterCase, AdapterKit } from './adapter-kit.js';
import { codeOf, holds, isNow } from './judge.js';

const needs = ['submitTicket'] as const;
const reads = ['submitTicket', 'getTicket'] as const;
const NO_SUCH = 'helpkiosk-kit-no-such';

const submit = (kit: AdapterKit, more: object = {}) =>
  kit.call('submitTicket', { ...kit.request, key: kit.key(), ...more });
const claimOf = ({ claimToken }: { claimToken?: string }) => (claimToken === undefined ? {} : { claimToken });

async function submitAndRead(kit: AdapterKit) {
  const receipt = await submit(kit);
  const ticket = await kit.call('getTicket', { ticketId: receipt.ticketId, ...claimOf(receipt) });
  return { receipt, ticket };
}

/** Tickets: taken once, read again, answered. */
export const ticketCases: readonly AdapterCase[] = [
  {
    name: 'submitTicket: answers with a receipt',
    needs,
    run: async (kit) => holds(kit, 'shape', 'TicketReceipt', await submit(kit)),
  },
  {
    name: 'submitTicket: says no promise with null, not with the year 0001 or 1970',
    needs,
    run: async (kit) => holds(kit, 'dates', 'TicketReceipt', await submit(kit)),
  },
  {
    name: 'submitTicket: makes one ticket of one key, however often it is sent',
    needs,
    async run(kit) {
      const key = kit.key();
      const first = await submit(kit, { key });
      const again = await submit(kit, { key });
      const twin = kit.key();
      const twins = await Promise.all([submit(kit, { key: twin }), submit(kit, { key: twin })]);
      kit.same(again.ticketId, first.ticketId, 'the ticket of the same key');
      kit.same(new Set(twins.map(({ ticketId }) => ticketId)).size, 1, 'tickets of one key, sent twice at a time');
    },
  },
  {
    name: 'submitTicket: makes two tickets of two keys',
    needs,
    async run(kit) {
      const [one, other] = [await submit(kit), await submit(kit)];
      kit.same(one.ticketId === other.ticketId, false, 'two keys, one ticket');
    },
  },
  {
    name: 'submitTicket: rejects what the desk refuses, and does not hand on its error as an answer',
    needs,
    async run(kit) {
      const ended = await kit.outcome(submit(kit, { text: '' }));
      kit.same(ended !== null && 'error' in ended, true, 'a ticket without text is rejected');
    },
  },
  {
    name: 'submitTicket: says why it rejects, by a code or a status',
    needs,
    async run(kit) {
      const ended = await kit.outcome(submit(kit, { text: '' }));
      if (!ended || 'value' in ended) return; // the case before is about that
      const code = codeOf(ended.error);
      kit.same(code !== null && code !== 'internal', true, `the code of ${String(ended.error)}`);
    },
  },
  {
    name: 'submitTicket: takes an unknown topic or form for a mistake, not for a lack of rights',
    needs,
    async run(kit) {
      for (const unknown of [{ topic: NO_SUCH }, { formId: NO_SUCH }]) {
        const ended = await kit.outcome(submit(kit, unknown));
        const code = ended && 'error' in ended ? codeOf(ended.error) : null;
        kit.same(code === 'forbidden' || code === 'unauthorized', false, `${code} for an unknown queue`);
      }
    },
  },
  {
    name: 'getTicket: gives what was submitted',
    needs: reads,
    async run(kit) {
      const { receipt, ticket } = await submitAndRead(kit);
      kit.same(ticket?.id, receipt.ticketId, 'the id of the ticket');
      holds(kit, 'shape', 'Ticket', ticket);
    },
  },
  {
    name: 'getTicket: says no date with null, not with the year 0001 or 1970',
    needs: reads,
    run: async (kit) => {
      const { ticket } = await submitAndRead(kit);
      if (ticket) holds(kit, 'dates', 'Ticket', ticket);
    },
  },
  {
    name: 'getTicket: tells instants in UTC, not in local time',
    needs: reads,
    async run(kit) {
      const { ticket } = await submitAndRead(kit);
      for (const { at } of ticket?.messages ?? []) if (at > 0) isNow(kit, at, 'a message of a new ticket');
    },
  },
  {
    name: 'getTicket: answers null for an unknown ticket',
    needs: ['getTicket'],
    async run(kit) {
      const ended = await kit.outcome(kit.call('getTicket', { ticketId: NO_SUCH }));
      kit.same(ended, { value: null }, 'an unknown ticket');
    },
  },
  {
    name: 'replyToTicket: adds one message for one key',
    needs: [...reads, 'replyToTicket'],
    async run(kit) {
      const receipt = await submit(kit);
      const reply = { ticketId: receipt.ticketId, ...claimOf(receipt), key: kit.key(), text: '谢谢 🎁' };
      const [first, again] = [await kit.call('replyToTicket', reply), await kit.call('replyToTicket', reply)];
      holds(kit, 'shape', 'MessageSent', first);
      kit.same(again.message.id, first.message.id, 'the message of the same key');
      const ticket = await kit.call('getTicket', { ticketId: receipt.ticketId, ...claimOf(receipt) });
      kit.same(ticket?.messages.filter(({ text }) => text === reply.text).length, 1, 'messages of one key');
    },
  },
];
