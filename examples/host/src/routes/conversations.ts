import { createOfficeHours, type HelpRequest } from '@helpkiosk/core';
import { beginConversation } from '../desk/begin-conversation.js';
import { addMessage, type Desk } from '../desk/desk.js';
import { CHAT } from '../desk/status.js';
import type { Call, Services } from '../http/route.js';
import { createId } from '../identity/ids.js';
import { HostProblem } from '../problem.js';
import type { Shop } from '../shop/shop.js';
import type { Conversation } from '../store/conversations.js';
import type { ThreadMessage } from '../store/records.js';
import type { Records } from '../store/store.js';
import type { HostWorld } from '../world.js';
import { ownAttachments } from './own-attachments.js';

export interface ConversationOptions {
  desk: Desk;
  world: HostWorld;
  shop: Shop;
  /** How many conversations one customer may have at a time. */
  mostOpen: number;
}

/** Joining the line, talking, leaving. Its events are in conversation-events.ts. */
export function conversationServices(options: ConversationOptions): Services {
  const { desk, world } = options;
  const end = async (call: Call, reason: string) => {
    await desk.end(call.params['id']!, ['queued', 'open'], reason);
    return { status: 204 };
  };
  const allow = async (call: Call, records: Records): Promise<void> => void (await ownConversation(call, records));
  return {
    'POST /v1/conversations': { handle: (call, records) => start(call, records, options) },
    'GET /v1/conversations/{id}': {
      allow,
      async handle(call, records) {
        const { id, state, lastEvent } = await ownConversation(call, records);
        const messages = await records.messages.of(id);
        return { status: 200, body: { state, messages, cursor: String(lastEvent) } };
      },
    },
    'POST /v1/conversations/{id}/messages': {
      allow,
      async handle(call, records) {
        const { id, state } = await ownConversation(call, records);
        if (state === 'ended') throw new HostProblem(409, { detail: 'The conversation has ended' });
        const message = await messageOf(call, records, world.now());
        await addMessage(records, id, message);
        return { status: 201, body: { message }, after: () => desk.hear(id, message) };
      },
    },
    'POST /v1/conversations/{id}/typing': { allow, handle: async () => ({ status: 204 }) },
    'POST /v1/conversations/{id}/read': { allow, handle: async () => ({ status: 204 }) },
    'DELETE /v1/conversations/{id}/queue': { allow, handle: (call) => end(call, 'left') },
    'POST /v1/conversations/{id}/end': { allow, handle: (call) => end(call, 'customer') },
  };
}

/** The conversation of the path. 404 for an unknown one, and for another customer's: who asks need not know that it exists. */
export async function ownConversation({ params, customer }: Call, { conversations }: Records): Promise<Conversation> {
  const conversation = await conversations.find(params['id']!);
  if (!conversation || conversation.customerId !== customer?.id) throw new HostProblem(404);
  return conversation;
}

async function start({ body, customer }: Call, records: Records, { desk, world, shop, mostOpen }: ConversationOptions) {
  const request = body as HelpRequest;
  const { id: customerId, tier } = customer!;
  const joinedAt = world.now();
  const asker = { channel: CHAT, language: request.locale, ...(tier === null ? {} : { tier }) };
  if (!createOfficeHours(shop.hours, asker).isOpen(joinedAt))
    throw new HostProblem(409, { code: 'refused', detail: 'Nobody is there at this time' });
  if ((await records.conversations.countLive(customerId)) >= mostOpen)
    throw new HostProblem(409, { detail: 'There are enough conversations already' });
  const conversation = await beginConversation(records, { customerId, tier, request, at: joinedAt });
  return {
    status: 201,
    body: { conversationId: conversation.id, state: 'queued' },
    after: () => desk.join(conversation),
  };
}

async function messageOf(call: Call, records: Records, at: number): Promise<ThreadMessage> {
  const { text } = call.body as { text: string };
  const attachments = await ownAttachments(call, records, {
    ...{ customerId: call.customer!.id, threadId: call.params['id']! },
  });
  if (!text.trim() && !attachments.length)
    throw new HostProblem(422, { problems: [{ path: 'text', message: 'must not be empty' }] });
  return { id: createId('m'), from: 'customer', text, at, ...(attachments.length ? { attachments } : {}) };
}
