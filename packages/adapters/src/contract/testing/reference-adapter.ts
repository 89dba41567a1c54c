// An adapter in memory that keeps the contract whole, and no more: what the tests of the kit break on purpose.
import { HelpError, type ConversationEvent, type HelpAdapter, type Ticket } from '@helpkiosk/core';

type Message = Ticket['messages'][number];
type EventBody = ConversationEvent extends infer E ? (E extends { id: string } ? Omit<E, 'id'> : never) : never;

interface Conversation {
  state: 'queued' | 'open' | 'ended';
  events: ConversationEvent[];
  listeners: Set<(event: ConversationEvent) => void>;
}

const HOUR_MS = 3_600_000;
const TOPICS = new Set(['orders', 'returns']);
const HOURS = [['09:00', '17:00']] as const;

/** All methods; two wait in line before whoever comes. */
export function createReferenceAdapter(now: () => number = Date.now): HelpAdapter {
  const made = new Map<string, unknown>();
  const tickets = new Map<string, { ticket: Ticket; messages: Message[] }>();
  const conversations = new Map<string, Conversation>();
  let last = 0;
  const next = (kind: string): string => `${kind}-${++last}`;
  /** One thing of one key. */
  const once = <T>(key: string, make: () => T): T => {
    if (!made.has(key)) made.set(key, make());
    return made.get(key) as T;
  };
  const say = (text: string): Message => ({ id: next('m'), from: 'customer', text, at: now() });
  const needText = (text: string): void => {
    if (!text) throw new HelpError('refused', { problems: [{ path: 'text', message: 'is empty' }] });
  };
  const tell = (conversation: Conversation, body: EventBody): void => {
    const event = { id: `${conversation.events.length + 1}`, ...body } as ConversationEvent;
    conversation.events.push(event);
    for (const listener of conversation.listeners) listener(event);
  };
  const found = (id: string): Conversation => {
    const conversation = conversations.get(id);
    if (!conversation) throw new HelpError('refused', { reason: 'unknown' });
    return conversation;
  };
  const end = async ({ conversationId }: { conversationId: string }): Promise<void> => {
    const conversation = found(conversationId);
    if (conversation.state === 'ended') return;
    conversation.state = 'ended';
    tell(conversation, { type: 'state', state: 'ended' });
  };
  const snapshot = () => ({
    ...{ observedAt: now(), position: 3, queueLength: 3, agentsOnline: 1, slots: 2, busySlots: 2 },
    ...{ handleTimeMs: 240_000, estimate: { p50Ms: 300_000, p90Ms: 600_000 } },
  });
  const adapter: HelpAdapter = {
    async getServiceStatus(_input, { signal }) {
      signal.throwIfAborted();
      const { position: _place, estimate: _figure, observedAt, ...queue } = snapshot();
      return {
        ...{ state: 'open', observedAt, pollMs: 5000, nextChangeAt: observedAt + HOUR_MS, queue },
        ...{ agents: { online: 1, available: 0 }, wait: { p50Ms: 60_000, p90Ms: 180_000, samples: 20 } },
        ...{ accuracy: { samples: 20, withinP90: 18 }, callbackSlots: [{ at: now() + HOUR_MS, durationMs: 900_000 }] },
        hours: { desks: [{ timeZone: 'UTC', weekly: { 1: HOURS, 2: HOURS } }] },
        supports: Object.fromEntries(Object.keys(adapter).map((method) => [method, true])),
      };
    },
    async startConversation({ key, text }) {
      needText(text);
      return once(key, () => {
        const conversation: Conversation = { state: 'queued', events: [], listeners: new Set() };
        const conversationId = next('c');
        conversations.set(conversationId, conversation);
        tell(conversation, { type: 'state', state: 'queued' });
        tell(conversation, { type: 'message', message: say(text) });
        tell(conversation, { type: 'queue', snapshot: snapshot() });
        return { conversationId, state: 'queued' as const };
      });
    },
    async resumeConversation({ conversationId }) {
      const conversation = conversations.get(conversationId);
      if (!conversation) return null;
      const messages = conversation.events.flatMap((event) => (event.type === 'message' ? [event.message] : []));
      return { state: conversation.state, messages, cursor: conversation.events.at(-1)!.id };
    },
    watchConversation: ({ conversationId, after = '0', emit }, { signal }) =>
      watchLog(found(conversationId), Number(after), emit, signal),
    watchQueue: ({ conversationId, emit }, { signal }) =>
      watchLog(found(conversationId), 0, (event) => event.type === 'queue' && emit(event.snapshot), signal),
    async sendMessage({ conversationId, key, text }) {
      const conversation = found(conversationId);
      return once(key, () => {
        const message = say(text);
        tell(conversation, { type: 'message', message });
        return { message };
      });
    },
    setTyping: async ({ conversationId }) => void found(conversationId),
    markRead: async ({ conversationId }) => void found(conversationId),
    ...{ leaveQueue: end, endConversation: end },
    async upload({ key, name, type, data, progress }) {
      progress(0);
      const file = once(key, () => ({ id: next('u'), name, type, bytes: data.size }));
      progress(1);
      return file;
    },
    async submitTicket({ key, text, subject = '', topic = 'orders', formId }) {
      needText(text);
      if (!TOPICS.has(topic) || formId)
        throw new HelpError('refused', { problems: [{ path: formId ? 'formId' : 'topic', message: 'is unknown' }] });
      return once(key, () => {
        const messages = [say(text)];
        const ticket: Ticket = { id: next('t'), status: 'received', subject, replyBy: now() + HOUR_MS, messages };
        tickets.set(ticket.id, { ticket, messages });
        return { ticketId: ticket.id, replyBy: ticket.replyBy, claimToken: `claim-${ticket.id}` };
      });
    },
    getTicket: async ({ ticketId }) => structuredClone(tickets.get(ticketId)?.ticket ?? null),
    async replyToTicket({ ticketId, key, text }) {
      const messages = tickets.get(ticketId)!.messages;
      return once(key, () => {
        const message = say(text);
        messages.push(message);
        return { message };
      });
    },
    requestCallback: async ({ key, slotAt }) => once(key, () => ({ callbackId: next('b'), at: slotAt })),
    async sendRating() {},
    search: async ({ limit, locale }) =>
      ['Orders', 'Returns', 'Parcels'].slice(0, limit).map((title, index) => ({
        ...{ kind: 'article' as const, articleId: `a${index}`, locale, score: 3 - index },
        ...{ title: [{ text: title, hit: true }], excerpt: [] },
      })),
    async runAction({ actionId }) {
      throw new HelpError('refused', { reason: `no action ${actionId}` });
    },
    async ask({ emit }) {
      emit({ text: 'In three days', sources: ['a'] });
      emit({ text: '.' });
    },
    async report() {},
  };
  return adapter;
}

/** The events after one, and those to come, until the signal aborts or the conversation has ended. */
function watchLog(
  { events, listeners }: Conversation,
  after: number,
  emit: (event: ConversationEvent) => void,
  signal: AbortSignal,
): Promise<void> {
  return new Promise((resolve) => {
    const end = (): void => {
      listeners.delete(hear);
      signal.removeEventListener('abort', end);
      resolve();
    };
    const hear = (event: ConversationEvent): void => {
      emit(event);
      if (event.type === 'state' && event.state === 'ended') end();
    };
    if (signal.aborted) return end();
    listeners.add(hear);
    signal.addEventListener('abort', end);
    for (const event of events.slice(after)) hear(event);
  });
}
