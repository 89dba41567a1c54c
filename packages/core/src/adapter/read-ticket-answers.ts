// What a host answers about tickets, messages and call-backs, checked: fresh objects of plain text, sound figures and known words.
import type { Attachment, Message, Ticket } from '../contracts.js';
import { safeHref } from '../content/safe-link.js';
import { count, own } from '../status/read-figures.js';
import { attempt, badAnswer, copyOf, dateOf, idOf, listOf, memberOf, oneOf } from './answer-parts.js';
import { copyPlain } from './copy-plain.js';

/** A longer message is cut. */
const LONGEST_TEXT = 8192;
const LONGEST_LINE = 500;
const MOST_MESSAGES = 500;
const MOST_ATTACHMENTS = 20;
const MOST_CHIPS = 10;

const STATUSES = ['received', 'open', 'waiting', 'solved'] as const;
const SENDERS = ['customer', 'agent', 'assistant', 'system'] as const;

/** What became of a ticket. `replyBy`: epoch ms; null where no reply by a time is promised. */
export interface TicketReceipt {
  readonly ticketId: string;
  readonly replyBy: number | null;
  readonly claimToken?: string;
}

/** An attachment as far as the host has told of it. `bytes` null: unknown. `url` is absolute, http or https. */
export type ReadAttachment = Omit<Attachment, 'bytes'> & { readonly bytes: number | null };

/** A message of plain text. `at`: epoch ms; null: no date. */
export type ReadMessage = Omit<Message, 'at' | 'attachments'> & {
  readonly at: number | null;
  readonly attachments?: readonly ReadAttachment[];
};

/** A ticket with the messages that could be read, at the most the last 500. */
export type ReadTicket = Omit<Ticket, 'messages'> & { readonly messages: readonly ReadMessage[] };

/** A call-back that is planned. `at`: epoch ms; null where the host named no time. */
export interface PlannedCallback {
  readonly callbackId: string;
  readonly at: number | null;
}

/** Of `submitTicket`. Throws HelpError `adapter-bad-answer` without a `ticketId`. */
export function readReceipt(answer: unknown): TicketReceipt {
  const receipt = copyOf(answer, 'submitTicket');
  const ticketId = idOf(own(receipt, 'ticketId'));
  if (!ticketId) throw badAnswer('submitTicket', 'ticketId', 'must be text');
  return {
    ticketId,
    replyBy: dateOf(own(receipt, 'replyBy')),
    ...memberOf('claimToken', idOf(own(receipt, 'claimToken'))),
  };
}

/** Of `getTicket`; null: the host knows of none. Throws HelpError `adapter-bad-answer` without an id and a status that we know. */
export function readTicket(answer: unknown): ReadTicket | null {
  if (answer === null || answer === undefined) return null;
  const ticket = copyOf(answer, 'getTicket');
  const id = idOf(own(ticket, 'id'));
  const status = oneOf(STATUSES, own(ticket, 'status'));
  if (!id) throw badAnswer('getTicket', 'id', 'must be text');
  if (!status) throw badAnswer('getTicket', 'status', `must be one of ${STATUSES.join(', ')}`);
  const messages = (listOf(own(ticket, 'messages')) ?? []).slice(-MOST_MESSAGES).flatMap((each) => {
    const message = readMessage(each);
    return message ? [message] : [];
  });
  return {
    ...{ id, status, messages },
    subject: lineOf(own(ticket, 'subject')) ?? '',
    replyBy: dateOf(own(ticket, 'replyBy')),
    ...memberOf('claimToken', idOf(own(ticket, 'claimToken'))),
  };
}

/** Of `sendMessage` and `replyToTicket`: the message as the host keeps it. Throws HelpError `adapter-bad-answer` without one. */
export function readSentMessage(answer: unknown, method: 'sendMessage' | 'replyToTicket'): ReadMessage {
  const message = readMessage(own(copyOf(answer, method), 'message'));
  if (!message) throw badAnswer(method, 'message', 'must be a message with id, from and text');
  return message;
}

/** null for what has no id, no sender that we know, or no text. Texts are plain, whatever they look like; beyond 8,192 characters they are cut. Never throws. */
export function readMessage(given: unknown): ReadMessage | null {
  const message = attempt(() => copyPlain(given));
  const id = idOf(own(message, 'id'));
  const from = oneOf(SENDERS, own(message, 'from'));
  const text = own(message, 'text');
  if (!id || !from || typeof text !== 'string') return null;
  const attachments = (listOf(own(message, 'attachments')) ?? []).flatMap((each) => {
    const attachment = readAttachment(each);
    return attachment ? [attachment] : [];
  });
  const chips = (listOf(own(message, 'chips')) ?? []).flatMap((each) => lineOf(each) ?? []);
  return {
    ...{ id, from, text: cut(text, LONGEST_TEXT), at: dateOf(own(message, 'at')) },
    ...memberOf('agentName', lineOf(own(message, 'agentName'))),
    ...memberOf('attachments', attachments.length ? attachments.slice(0, MOST_ATTACHMENTS) : null),
    ...memberOf('chips', chips.length ? chips.slice(0, MOST_CHIPS) : null),
  };
}

/** null for what has no id and no name. Never throws. */
export function readAttachment(given: unknown): ReadAttachment | null {
  const attachment = attempt(() => copyPlain(given));
  const id = idOf(own(attachment, 'id'));
  const name = lineOf(own(attachment, 'name'));
  if (!id || !name) return null;
  return {
    ...{ id, name, type: lineOf(own(attachment, 'type')) ?? '', bytes: count(own(attachment, 'bytes')) },
    ...memberOf('url', webAddressOf(own(attachment, 'url'))),
  };
}

/** Of `upload`. Throws HelpError `adapter-bad-answer` without an id and a name. */
export function readUpload(answer: unknown): ReadAttachment {
  const attachment = readAttachment(answer);
  if (!attachment) throw badAnswer('upload', 'id', 'must be an attachment with id and name');
  return attachment;
}

/** Of `requestCallback`. Throws HelpError `adapter-bad-answer` without a `callbackId`. */
export function readCallback(answer: unknown): PlannedCallback {
  const callback = copyOf(answer, 'requestCallback');
  const callbackId = idOf(own(callback, 'callbackId'));
  if (!callbackId) throw badAnswer('requestCallback', 'callbackId', 'must be text');
  return { callbackId, at: dateOf(own(callback, 'at')) };
}

/** Text that is not empty, cut at 500 characters; else null. */
const lineOf = (value: unknown): string | null =>
  typeof value === 'string' && value !== '' ? cut(value, LONGEST_LINE) : null;

/** At most so many UTF-16 units, never half a character, with an ellipsis where something was cut. */
function cut(text: string, most: number): string {
  return text.length <= most ? text : `${text.slice(0, most - 1).replace(/[\uD800-\uDBFF]$/, '')}…`;
}

function webAddressOf(value: unknown): string | null {
  const address = safeHref(value);
  return address && /^https?:\/\//i.test(address) ? address : null;
}
