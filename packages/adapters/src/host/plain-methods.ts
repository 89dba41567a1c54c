import type { CallOptions, HelpAdapter } from '@helpkiosk/core';
import { answerOf } from './answers.js';
import type { HostPorts } from './host-ports.js';
import { segment } from './host-address.js';

type Plain = Exclude<
  keyof HelpAdapter,
  'getServiceStatus' | 'watchConversation' | 'watchQueue' | 'upload' | 'search' | 'ask' | 'report'
>;
type Input = Readonly<Record<'key' | 'conversationId' | 'ticketId' | 'actionId' | 'claimToken', string | undefined>>;

/** Verb, path (`:` is where the id goes), and the one member that the answer must have. What is asked by GET and not known (404) is null. */
const ROUTES: Readonly<Record<Plain, readonly [verb: 'GET' | 'POST' | 'DELETE', path: string, needed?: string]>> = {
  startConversation: ['POST', 'conversations', 'conversationId'],
  resumeConversation: ['GET', 'conversations/:', 'state'],
  sendMessage: ['POST', 'conversations/:/messages', 'message'],
  setTyping: ['POST', 'conversations/:/typing'],
  markRead: ['POST', 'conversations/:/read'],
  leaveQueue: ['DELETE', 'conversations/:/queue'],
  endConversation: ['POST', 'conversations/:/end'],
  submitTicket: ['POST', 'tickets', 'ticketId'],
  getTicket: ['GET', 'tickets/:', 'id'],
  replyToTicket: ['POST', 'tickets/:/messages', 'message'],
  requestCallback: ['POST', 'callbacks', 'callbackId'],
  sendRating: ['POST', 'ratings'],
  runAction: ['POST', 'actions/:', 'title'],
};

/**
 * The methods of a host adapter that are one request with one answer: ids of the input go into the path, its key and its claim token into headers, the rest is the
 * body. Whoever has a ticket's claim token needs no session for it.
 */
export function plainMethods({ open, openKnown }: HostPorts): Pick<HelpAdapter, Plain> {
  const methods = Object.entries(ROUTES).map(([method, [verb, path, needed]]) => [
    method,
    async (input: Input, { signal }: CallOptions): Promise<unknown> => {
      const { key, conversationId, ticketId, actionId, claimToken, ...body } = input;
      const to = path.replace(':', () => segment(conversationId ?? ticketId ?? actionId));
      const headers = { 'helpkiosk-claim': claimToken };
      const request = { ...{ method, verb, key, headers, signal, path: to }, body: verb === 'POST' ? body : undefined };
      return answerOf(claimToken ? open : openKnown, request, needed);
    },
  ]);
  return Object.fromEntries(methods) as Pick<HelpAdapter, Plain>;
}
