import type { Ticket } from '@helpkiosk/core';
import { CLOCK_MS } from '../kit/judge.js';
import { bodyOf, must, mustHold, mustRefuse, type HostCheck, type HostUnderTest } from './host-under-test.js';
import type { Asker } from './wire.js';

interface Receipt {
  ticketId: string;
  replyBy: number | null;
  claimToken?: string;
}

const needs = ['submitTicket'] as const;
const reads = ['submitTicket', 'getTicket'] as const;

const send = (host: HostUnderTest, body: object = host.request(), key = host.key()) =>
  host.ask('POST', '/v1/tickets', { body, key });
const submit = async (host: HostUnderTest, body?: object, key?: string) =>
  bodyOf<Receipt>(await send(host, body, key), 201, 'TicketReceipt');
const at = ({ ticketId }: Receipt, rest = '') => `/v1/tickets/${encodeURIComponent(ticketId)}${rest}`;
const claim = ({ claimToken }: Receipt): Asker => (claimToken === undefined ? {} : { 'helpkiosk-claim': claimToken });
const read = async (host: HostUnderTest, receipt: Receipt): Promise<Ticket> =>
  bodyOf<Ticket>(await host.ask('GET', at(receipt), { headers: claim(receipt) }), 200, 'Ticket');

/** Tickets: once, for whoever sent them, and nobody else. */
export const ticketChecks: readonly HostCheck[] = [
  { name: 'tickets: are answered with a receipt', needs, run: async (host) => void (await submit(host)) },
  {
    name: 'tickets: say no promise with null, not with the year 0001 or 1970',
    needs,
    run: async (host) => mustHold('dates', 'TicketReceipt', await submit(host)),
  },
  {
    name: 'tickets: one key makes one ticket, also when it is sent twice at a time',
    needs,
    async run(host) {
      const [key, twin] = [host.key(), host.key()];
      const first = await submit(host, undefined, key);
      const again = await submit(host, undefined, key);
      must(JSON.stringify(again) === JSON.stringify(first), 'answers differently to the same key and body');
      const twins = await Promise.all([submit(host, undefined, twin), submit(host, undefined, twin)]);
      must(twins[0].ticketId === twins[1].ticketId, 'makes two tickets of one key');
      must(twins[0].ticketId !== first.ticketId, 'makes one ticket of two keys');
    },
  },
  {
    name: 'tickets: a key that was used for another body is refused with 422',
    needs,
    async run(host) {
      const key = host.key();
      await submit(host, undefined, key);
      mustRefuse(await send(host, host.request({ text: 'Something else' }), key), 422);
    },
  },
  {
    name: 'tickets: no key is refused with 400',
    needs,
    run: async (host) => mustRefuse(await host.ask('POST', '/v1/tickets', { body: host.request() }), 400),
  },
  {
    name: 'tickets: what was refused can be mended and sent under the same key',
    needs,
    async run(host) {
      const key = host.key();
      mustRefuse(await send(host, host.request({ text: '' }), key), 400, 422);
      await submit(host, undefined, key);
    },
  },
  {
    name: 'tickets: an unknown topic or form is a mistake, not a lack of rights',
    needs,
    async run(host) {
      for (const unknown of [{ topic: 'helpkiosk-no-such' }, { formId: 'helpkiosk-no-such' }]) {
        const answer = await send(host, host.request(unknown));
        if (answer.status !== 201) mustRefuse(answer, 400, 409, 422);
      }
    },
  },
  {
    name: 'writes: a form of another site cannot make one',
    needs,
    async run(host) {
      const [body, key] = [host.request(), host.key()];
      mustRefuse(await host.ask('POST', '/v1/tickets', { body, key, isMarked: false }), 403);
      const form = { 'content-type': 'application/x-www-form-urlencoded' };
      const answer = await host.ask('POST', '/v1/tickets', { body: 'text=a', headers: form, key, isMarked: false });
      mustRefuse(answer, 403);
    },
  },
  {
    name: 'writes: what is no JSON, or of another shape, is a problem document',
    needs,
    async run(host) {
      const json = { 'content-type': 'application/json' };
      for (const body of ['{"text":', 'null', '[]', '"text"', '{"text":{},"locale":7}', '['.repeat(5000)])
        mustRefuse(await host.ask('POST', '/v1/tickets', { body, headers: json, key: host.key() }), 400, 413, 422);
    },
  },
  {
    name: 'writes: text that is too long is a problem document',
    needs,
    run: async (host) => mustRefuse(await send(host, host.request({ text: '长'.repeat(20_001) })), 400, 413, 422),
  },
  {
    name: 'tickets: are read by whoever sent them',
    needs: reads,
    async run(host) {
      const receipt = await submit(host);
      const ticket = await read(host, receipt);
      must(ticket.id === receipt.ticketId, 'gives a ticket of another id');
      mustHold('dates', 'Ticket', ticket);
      for (const message of ticket.messages)
        must(Math.abs(message.at - host.now()) < CLOCK_MS, `tells ${message.at} for now: local time as UTC?`);
    },
  },
  {
    name: 'tickets: an unknown one is not there',
    needs: ['getTicket'],
    run: async (host) => mustRefuse(await host.ask('GET', '/v1/tickets/helpkiosk-no-such'), 404),
  },
  {
    name: 'tickets: another customer’s is not there',
    needs: reads,
    async run(host) {
      const receipt = await submit(host);
      mustRefuse(await host.wire.ask('GET', at(receipt)), 401, 404);
      mustRefuse(await host.wire.ask('GET', at(receipt), { headers: { 'helpkiosk-claim': 'x' } }), 401, 403, 404);
      if (await host.hasSessions())
        mustRefuse(await host.ask('GET', at(receipt), {}, await host.customer('second')), 404);
    },
  },
  {
    name: 'tickets: one key adds one message',
    needs: [...reads, 'replyToTicket'],
    async run(host) {
      const receipt = await submit(host);
      const key = host.key();
      const reply = { body: { text: '谢谢 🎁' }, key, headers: claim(receipt) };
      const sent: string[] = [];
      for (let times = 0; times < 2; times++) {
        const answer = await host.ask('POST', at(receipt, '/messages'), reply);
        sent.push(bodyOf<{ message: { id: string } }>(answer, 201, 'MessageSent').message.id);
      }
      must(sent[0] === sent[1], 'answers the same key with another message');
      const { messages } = await read(host, receipt);
      must(messages.filter(({ text }) => text === reply.body.text).length === 1, 'keeps the message twice, or not');
    },
  },
];
