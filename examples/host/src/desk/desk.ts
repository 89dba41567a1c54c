// The people's side of the host: what agents, real or simulated, do with conversations. Tickets are in ticket-desk.ts.
import type { Attachment, QueueSnapshot } from '@helpkiosk/core';
import { createId } from '../identity/ids.js';
import type { Log } from '../log.js';
import type { Conversation, NewEvent } from '../store/conversations.js';
import type { ThreadMessage } from '../store/records.js';
import type { HostStore, Records } from '../store/store.js';
import type { HostWorld } from '../world.js';
import type { Bell } from './bell.js';
import { createFloor, type Taken } from './floor.js';
import type { Agent, Waiting } from './line.js';

const TYPING_MS = 8000;

/** What goes on in conversations, told to the agents' side. */
export type DeskEvent =
  | { readonly type: 'taken'; readonly conversation: Waiting; readonly agent: Agent }
  | { readonly type: 'message'; readonly conversationId: string; readonly message: ThreadMessage }
  | { readonly type: 'ended'; readonly conversationId: string };

/** What is said in a conversation. */
export interface Words {
  readonly text: string;
  readonly attachments?: readonly Attachment[];
}

export interface Desk {
  /** Comes to work; whoever waits is taken at once, as far as there are slots. */
  setAgent(agent: Agent): void;
  removeAgent(id: string): void;
  agents(): readonly Agent[];
  /** Puts a conversation that is in the store into the line. */
  join(waiting: Waiting): void;
  /** Ends a conversation that is in one of the states; false where it is in none. `reason` is told to the customer's side. */
  end(id: string, from: readonly Conversation['state'][], reason: string): Promise<boolean>;
  /** Tells the agents, and the customer's other tabs, of a message of hers that is in the store. */
  hear(conversationId: string, message: ThreadMessage): void;
  /** An agent says something. Null where the conversation is not open. */
  say(conversationId: string, agentName: string, words: Words): Promise<ThreadMessage | null>;
  /** An agent is writing. */
  type(conversationId: string): Promise<void>;
  /** An agent has read up to a message. */
  read(conversationId: string, messageId: string): Promise<void>;
  heldBy(agentId: string): readonly string[];
  waiting(): readonly Waiting[];
  snapshot(id?: string): QueueSnapshot;
  /** Tells what happens until it is undone. */
  watch(hear: (event: DeskEvent) => void): () => void;
  /** Calls back whenever line or staff have changed. */
  onChange(hear: () => void): () => void;
  /** Fulfilled when what was begun is in the store. */
  settled(): Promise<void>;
}

export interface DeskOptions {
  store: HostStore;
  world: HostWorld;
  bell: Bell;
  log: Log;
  tiers: readonly string[];
}

/** Opens the desk with the conversations that the store has under way. */
export async function openDesk({ store, world, bell, log, tiers }: DeskOptions): Promise<Desk> {
  const floor = createFloor(tiers);
  const listeners = new Set<(event: DeskEvent) => void>();
  const changed = new Set<() => void>();
  const running = new Set<Promise<unknown>>();
  for (const conversation of await store.conversations.inState('queued')) floor.join(conversation);
  for (const { id, agentId, openedAt } of await store.conversations.inState('open'))
    floor.resume(id, agentId ?? '', openedAt ?? world.now());

  const tell = (event: DeskEvent): void => listeners.forEach((hear) => hear(event));
  const change = (): void => changed.forEach((hear) => hear());
  const run = <T>(work: Promise<T>): Promise<T> => {
    const entry = work.catch(() => undefined).finally(() => running.delete(entry));
    running.add(entry);
    return work;
  };
  const take = async ({ waiting, agent, at }: Taken): Promise<void> => {
    const isOpen = await store.transaction(async (records) => {
      if (!(await records.conversations.open(waiting.id, { agentId: agent.id, at }))) return false;
      await records.conversations.append(waiting.id, { type: 'state', state: 'open' }, at);
      const joined: NewEvent = { type: 'agent', change: 'joined', agentName: agent.name };
      await records.conversations.append(waiting.id, joined, at);
      await records.announcements.decide(waiting.id, { served: true, at });
      return true;
    });
    bell.ring(waiting.id);
    if (isOpen) tell({ type: 'taken', conversation: waiting, agent });
    else floor.remove(waiting.id, at);
  };
  const assign = (): void => {
    for (const taken of floor.assign(world.now())) {
      log('conversation.taken', { conversation: taken.waiting.id, waitedMs: taken.at - taken.waiting.joinedAt });
      run(take(taken)).catch((error: unknown) => log('fault', { what: 'take', name: nameOf(error) }));
    }
    change();
  };
  const note = async (id: string, event: NewEvent): Promise<void> => {
    await run(store.transaction(({ conversations }) => conversations.append(id, event, world.now())));
    bell.ring(id);
  };

  return {
    setAgent(agent) {
      floor.setAgent(agent);
      assign();
    },
    removeAgent(id) {
      floor.removeAgent(id);
      change();
    },
    agents: floor.agents,
    join(waiting) {
      floor.join(waiting);
      assign();
    },
    async end(id, from, reason) {
      const at = world.now();
      const isEnded = await run(store.transaction((records) => endIn(records, { id, from, reason, at })));
      if (!isEnded) return false;
      floor.remove(id, at);
      log('conversation.ended', { conversation: id, reason });
      bell.ring(id);
      tell({ type: 'ended', conversationId: id });
      assign();
      return true;
    },
    hear(conversationId, message) {
      bell.ring(conversationId);
      tell({ type: 'message', conversationId, message });
    },
    async say(conversationId, agentName, words) {
      const message: ThreadMessage = {
        ...{ id: createId('m'), from: 'agent', agentName, text: words.text, at: world.now() },
        ...(words.attachments?.length ? { attachments: words.attachments } : {}),
      };
      const isSaid = await run(
        store.transaction(async (records) => {
          if ((await records.conversations.find(conversationId))?.state !== 'open') return false;
          await addMessage(records, conversationId, message);
          return true;
        }),
      );
      bell.ring(conversationId);
      return isSaid ? message : null;
    },
    type: (id) => note(id, { type: 'typing', from: 'agent', until: world.now() + TYPING_MS }),
    read: (id, messageId) => note(id, { type: 'read', by: 'agent', messageId }),
    heldBy: floor.heldBy,
    waiting: floor.waiting,
    snapshot: (id) => floor.snapshot(world.now(), id),
    watch: (hear) => add(listeners, hear),
    onChange: (hear) => add(changed, hear),
    async settled() {
      while (running.size) await Promise.all(running);
    },
  };
}

/** Puts a message into a conversation and tells of it. */
export async function addMessage(records: Records, conversationId: string, message: ThreadMessage): Promise<void> {
  await records.messages.add(conversationId, message);
  await records.conversations.append(conversationId, { type: 'message', message }, message.at);
}

async function endIn(
  { conversations, announcements }: Records,
  { id, from, reason, at }: { id: string; from: readonly Conversation['state'][]; reason: string; at: number },
): Promise<boolean> {
  if (!(await conversations.end(id, from, at))) return false;
  await conversations.append(id, { type: 'state', state: 'ended', reason }, at);
  await announcements.decide(id, { served: false, at });
  await conversations.forgetQueue(id);
  return true;
}

function add<T>(set: Set<T>, item: T): () => void {
  set.add(item);
  return () => void set.delete(item);
}

const nameOf = (error: unknown): string => (error instanceof Error ? error.name : typeof error);
