import type { Desk } from '../desk/desk.js';
import type { TicketDesk } from '../desk/ticket-desk.js';
import type { Shop } from '../shop/shop.js';
import type { HostStore } from '../store/store.js';
import type { HostWorld } from '../world.js';
import { createLater } from './later.js';
import { startTalking } from './talking.js';
import { startTicketWork } from './ticket-work.js';
import { startVisitors } from './visitors.js';
import { STAFF_NAMES } from './words.js';

/** How the simulated staff works. */
export interface StaffOptions {
  /** Agents at work (default 3). */
  agents?: number;
  /** Conversations that each holds at once (default 2). */
  slots?: number;
  /** How long a conversation takes in the mean, in ms (default 240,000). */
  handleTimeMs?: number;
  /** Everything comes so many times as soon (default 1). */
  pace?: number;
  /** Other customers, simulated too, as a share of what the staff can do (default 0: none). */
  visitors?: number;
}

export interface SimulatedStaff {
  /** Another number of agents. Those who go finish what they hold. */
  setAgents(count: number): void;
  /** Ends it: nothing is taken or said any more. */
  stop(): Promise<void>;
}

export interface StaffPorts {
  desk: Desk;
  ticketDesk: TicketDesk;
  store: HostStore;
  world: HostWorld;
  shop: Shop;
}

/** Starts agents who take whoever is next, answer, and solve tickets, all by `world`'s time and chance. */
export function startSimulatedStaff({ agents = 3, slots = 2, ...options }: StaffOptions & StaffPorts): SimulatedStaff {
  const { desk, world, handleTimeMs = 240_000, pace = 1, visitors = 0 } = options;
  const later = createLater(world, pace);
  const setAgents = (count: number): void => {
    for (const { id } of desk.agents().slice(count)) desk.removeAgent(id);
    for (let place = desk.agents().length; place < count; place++) {
      const name = STAFF_NAMES[place % STAFF_NAMES.length]!;
      desk.setAgent({ id: `simulated-${place + 1}`, name, slots });
    }
  };
  const perMs = (visitors * agents * slots) / handleTimeMs;
  const strangers = startVisitors({ ...options, later, handleTimeMs, perMs });
  const stopTalking = startTalking({ ...options, later, handleTimeMs, isVisitor: strangers.has });
  const stopTickets = startTicketWork({ ...options, later });
  setAgents(agents);
  return {
    setAgents,
    async stop() {
      strangers.stop();
      stopTalking();
      stopTickets();
      await later.stop();
    },
  };
}
