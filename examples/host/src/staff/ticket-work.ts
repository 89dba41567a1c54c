import { inLanguage } from '../check/in-language.js';
import type { TicketDesk } from '../desk/ticket-desk.js';
import type { HostStore } from '../store/store.js';
import type { HostWorld } from '../world.js';
import { workTime } from './draw.js';
import type { Later } from './later.js';
import { STAFF_NAMES, STAFF_WORDS } from './words.js';

const BEGIN_MS = 20_000;
const WORK_MS = 90_000;
/** A customer who says no more is content. */
const CONTENT_MS = 600_000;

export interface TicketWorkOptions {
  ticketDesk: TicketDesk;
  store: HostStore;
  world: HostWorld;
  later: Later;
}

/** Begins with each ticket soon, asks something, and solves it when it is answered or nothing more comes. Gives what stops it. */
export function startTicketWork({ ticketDesk, store, world, later }: TicketWorkOptions): () => void {
  const reply = async (id: string, isLast: boolean): Promise<void> => {
    const ticket = await store.tickets.find(id);
    if (!ticket || ticket.status === 'solved') return;
    const text = inLanguage((isLast ? STAFF_WORDS.solved : STAFF_WORDS.ticket)[0], ticket.locale);
    await ticketDesk.reply(id, { text, agentName: STAFF_NAMES[0], solved: isLast });
    if (!isLast)
      later.after(CONTENT_MS, async () => {
        if ((await store.tickets.find(id))?.status === 'waiting') await reply(id, true);
      });
  };
  const work = async (id: string): Promise<void> => {
    const messages = await store.messages.of(id);
    const isAnswered = messages.some(({ from }) => from === 'agent');
    later.after(BEGIN_MS, () => ticketDesk.begin(id));
    later.after(BEGIN_MS + workTime(world, WORK_MS), () => reply(id, isAnswered));
  };
  later.after(0, async () => {
    for (const status of ['received', 'open'] as const)
      for (const { id } of await store.tickets.inStatus(status, 1000)) await work(id);
  });
  return ticketDesk.watch((id) => void later.after(0, () => work(id)));
}
