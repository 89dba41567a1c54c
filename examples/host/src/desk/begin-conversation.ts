import type { HelpRequest } from '@helpkiosk/core';
import { createId } from '../identity/ids.js';
import type { ThreadMessage } from '../store/records.js';
import type { Records } from '../store/store.js';
import { addMessage } from './desk.js';
import type { Waiting } from './line.js';
import { CHAT } from './status.js';

/** How far what was announced may lie back, and how long a wait it may name: beyond that no browser announced it. */
const ANNOUNCED_MS = 600_000;
const LONGEST_WAIT_MS = 86_400_000;

/** Who asks for a person, when, and what for. `tier` is what the owner's token says. */
export interface Beginning {
  readonly customerId: string;
  readonly tier: string | null;
  readonly request: HelpRequest;
  readonly at: number;
}

/** Puts a conversation into the store: queued, with its first message and what was announced. The caller puts it into the line once that stands. */
export async function beginConversation(
  records: Records,
  { customerId, tier, request, at }: Beginning,
): Promise<Waiting> {
  const { locale, priority = 'normal', topic = null, text } = request;
  const conversation = { id: createId('c'), customerId, locale, priority, topic, tier, joinedAt: at };
  await records.conversations.add({ ...conversation, state: 'queued', request });
  await records.conversations.append(conversation.id, { type: 'state', state: 'queued' }, at);
  const first: ThreadMessage = { id: createId('m'), from: 'customer', text, at };
  await addMessage(records, conversation.id, first);
  await announce(records, conversation.id, request, at);
  return conversation;
}

/** Keeps what the browser told its customer. What no browser of ours would have told is dropped, and nothing is refused for it. */
async function announce(records: Records, conversationId: string, { announced }: HelpRequest, joinedAt: number) {
  if (!announced) return;
  const { p50Ms, p90Ms, observedAt } = announced;
  const isRecent = Math.abs(joinedAt - observedAt) <= ANNOUNCED_MS;
  if (!isRecent || p50Ms > p90Ms || p90Ms > LONGEST_WAIT_MS) return;
  const range = { p50Ms: Math.round(p50Ms), p90Ms: Math.round(p90Ms) };
  await records.announcements.add({ conversationId, channel: CHAT, ...range, observedAt, joinedAt });
}
