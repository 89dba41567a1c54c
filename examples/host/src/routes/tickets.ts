import type { HelpRequest } from '@helpkiosk/core';
import { checkFields } from '../check/check-fields.js';
import type { TicketDesk } from '../desk/ticket-desk.js';
import type { Call, Services } from '../http/route.js';
import { createTicketNumber } from '../identity/ids.js';
import { createSecret, hashOf, isSecretOf } from '../identity/tokens.js';
import { HostProblem } from '../problem.js';
import type { Shop } from '../shop/shop.js';
import type { Records } from '../store/store.js';
import type { KeptTicket } from '../store/tickets.js';
import { checkFileFields, ownAttachments } from './own-attachments.js';

const LONGEST_SUBJECT = 80;

type TicketRequest = HelpRequest & { formId?: string; fields?: Readonly<Record<string, unknown>> };

/** Tickets: taken from a customer, read and added to by the same or by whoever has the claim. */
export function ticketServices({ ticketDesk, shop }: { ticketDesk: TicketDesk; shop: Shop }): Services {
  const allow = async (call: Call, records: Records): Promise<void> => void (await ownTicket(call, records));
  return {
    'POST /v1/tickets': { handle: (call, records) => submit(call, records, { ticketDesk, shop }) },
    'GET /v1/tickets/{id}': {
      allow,
      async handle(call, records) {
        return { status: 200, body: await ticketDesk.show(records, await ownTicket(call, records)) };
      },
    },
    'POST /v1/tickets/{id}/messages': {
      allow,
      async handle(call, records) {
        const ticket = await ownTicket(call, records);
        const { text } = call.body as { text: string };
        const attachments = await ownAttachments(call, records, {
          ...{ customerId: call.customer?.id ?? ticket.customerId, threadId: ticket.id },
        });
        if (!text.trim() && !attachments.length)
          throw new HostProblem(422, { problems: [{ path: 'text', message: 'must not be empty' }] });
        const message = await ticketDesk.add(records, ticket, { text, attachments });
        return { status: 201, body: { message }, after: () => ticketDesk.announce(ticket.id) };
      },
    },
  };
}

async function submit(call: Call, records: Records, { ticketDesk, shop }: { ticketDesk: TicketDesk; shop: Shop }) {
  const { formId, fields = {}, attachments: _ids, ...request } = call.body as TicketRequest & { attachments?: unknown };
  const { locale, text, subject } = request;
  const form = formId === undefined ? null : shop.forms.find(({ id }) => id === formId);
  if (form === undefined) throw new HostProblem(422, { problems: [{ path: 'formId', message: 'is no form' }] });
  const problems = form ? checkFields(fields, { ...form, locale }) : [];
  if (problems.length) throw new HostProblem(422, { detail: 'Some fields need another look', problems });
  const claimToken = createSecret();
  const id = createTicketNumber();
  const owner = { customerId: call.customer!.id, threadId: id };
  await checkFileFields(fields, form?.fields ?? [], { ...owner, uploads: records.uploads });
  const attachments = await ownAttachments(call, records, owner);
  const { replyBy } = await ticketDesk.receive(records, {
    ...{ id, customerId: call.customer!.id, claimHash: hashOf(claimToken), tier: call.customer!.tier },
    ...{ request, formId: formId ?? null, fields, attachments },
    subject: subject?.trim() || firstLineOf(text),
  });
  return { status: 201, body: { ticketId: id, replyBy, claimToken }, after: () => ticketDesk.announce(id) };
}

/** The ticket of the path, for its customer or with its claim. 404 for anything else: who asks need not know that it exists. */
async function ownTicket({ params, customer, headers }: Call, { tickets }: Records): Promise<KeptTicket> {
  const ticket = await tickets.find(params['id']!);
  const claim = headers['helpkiosk-claim'];
  const isOwn = ticket !== null && customer?.id === ticket.customerId;
  const hasClaim = ticket !== null && typeof claim === 'string' && isSecretOf(claim, ticket.claimHash);
  if (!isOwn && !hasClaim) throw new HostProblem(404);
  return ticket;
}

function firstLineOf(text: string): string {
  const line = text.trim().split('\n')[0]!.trim();
  const signs = [...line];
  return signs.length > LONGEST_SUBJECT ? `${signs.slice(0, LONGEST_SUBJECT - 1).join('')}…` : line;
}
