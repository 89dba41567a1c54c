import type { Desk } from '../desk/desk.js';
import { inLanguage } from '../check/in-language.js';
import type { HostStore } from '../store/store.js';
import type { HostWorld } from '../world.js';
import { workTime } from './draw.js';
import type { Later } from './later.js';
import { STAFF_WORDS } from './words.js';

const TYPE_AFTER_MS = 1500;
const SAY_AFTER_MS = 4500;

export interface TalkingOptions {
  desk: Desk;
  store: HostStore;
  world: HostWorld;
  later: Later;
  handleTimeMs: number;
  /** Whom nobody talks with: a simulated customer. */
  isVisitor: (conversationId: string) => boolean;
}

/** Greets who is taken, answers each message, and ends a conversation in which nothing has been said for a while. Gives what stops it. */
export function startTalking({ desk, store, world, later, handleTimeMs, isVisitor }: TalkingOptions): () => void {
  const cancelEnd = new Map<string, () => void>();
  const said = new Map<string, number>();

  const endLater = (id: string): void => {
    cancelEnd.get(id)?.();
    const ms = Math.max(workTime(world, handleTimeMs), 4 * SAY_AFTER_MS);
    cancelEnd.set(
      id,
      later.after(ms, () => desk.end(id, ['open'], 'done')),
    );
  };
  const say = (id: string, words: readonly Readonly<Record<string, string>>[], place: number): void => {
    later.after(TYPE_AFTER_MS, () => desk.type(id));
    later.after(SAY_AFTER_MS, async () => {
      const conversation = await store.conversations.find(id);
      if (conversation?.state !== 'open') return;
      const name = desk.agents().find((agent) => agent.id === conversation.agentId)?.name ?? 'Agent';
      await desk.say(id, name, { text: inLanguage(words[place % words.length]!, conversation.locale) });
      endLater(id);
    });
    endLater(id);
  };
  for (const { id } of desk.agents()) desk.heldBy(id).forEach(endLater);
  return desk.watch((event) => {
    if (event.type === 'taken' && !isVisitor(event.conversation.id))
      say(event.conversation.id, STAFF_WORDS.greeting, 0);
    if (event.type === 'message') {
      const { conversationId: id, message } = event;
      const place = said.get(id) ?? 0;
      said.set(id, place + 1);
      later.after(TYPE_AFTER_MS / 2, () => desk.read(id, message.id));
      say(id, STAFF_WORDS.answer, place);
    }
    if (event.type === 'ended') {
      cancelEnd.get(event.conversationId)?.();
      cancelEnd.delete(event.conversationId);
      said.delete(event.conversationId);
    }
  });
}
