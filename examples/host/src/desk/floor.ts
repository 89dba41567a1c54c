import type { QueueSnapshot } from '@helpkiosk/core';
import { createLine, type Agent, type Waiting } from './line.js';

const STARTS_KEPT = 20;
/** Until a conversation has ended there is nothing to take a mean of. */
const FIRST_HANDLE_MS = 240_000;
/** Who goes sooner than this was not helped: it says nothing of how long help takes. */
const SHORTEST_HANDLE_MS = 5000;

/** What happens on the floor when somebody is taken. */
export interface Taken {
  readonly waiting: Waiting;
  readonly agent: Agent;
  readonly at: number;
}

/** Who waits, who works, and who talks to whom: in memory, rebuilt from the store at the start. Knows no clock and no store. */
export interface Floor {
  join(waiting: Waiting): void;
  /** Out of the line, or out of a conversation; false for an unknown id. */
  remove(id: string, at: number): boolean;
  /** Comes to work, or comes back with other slots. */
  setAgent(agent: Agent): void;
  removeAgent(id: string): void;
  agents(): readonly Agent[];
  /** A conversation that an agent already holds. */
  resume(id: string, agentId: string, openedAt: number): void;
  /** Gives free slots to those in line, until one of both is used up. */
  assign(at: number): Taken[];
  /** The conversations that an agent holds. */
  heldBy(agentId: string): readonly string[];
  waiting(): readonly Waiting[];
  /** What there is to say of the queue; with `id`, of its place too. */
  snapshot(at: number, id?: string): QueueSnapshot;
}

/** An empty floor. `tiers`: the order of tiers in line. */
export function createFloor(tiers: readonly string[] = []): Floor {
  const line = createLine(tiers);
  const agents = new Map<string, Agent>();
  const held = new Map<string, { agentId: string; openedAt: number }>();
  const starts: { at: number; waitMs: number }[] = [];
  const handled: number[] = [];
  const heldBy = (agentId: string): string[] => [...held].flatMap(([id, by]) => (by.agentId === agentId ? [id] : []));
  const freeOf = (agent: Agent): number => agent.slots - heldBy(agent.id).length;
  /** The one with the most free slots, so that work is spread. */
  const next = (): { waiting: Waiting; agent: Agent } | null => {
    const free = [...agents.values()].filter((agent) => freeOf(agent) > 0).sort((a, b) => freeOf(b) - freeOf(a));
    const pairs = free.flatMap((agent) => {
      const waiting = line.firstFor(agent);
      return waiting ? [{ waiting, agent, place: line.positionOf(waiting.id)! }] : [];
    });
    return pairs.sort((a, b) => a.place - b.place)[0] ?? null;
  };
  return {
    join: line.add,
    remove(id, at) {
      if (line.remove(id)) return true;
      const ended = held.get(id);
      if (!ended) return false;
      held.delete(id);
      if (at - ended.openedAt >= SHORTEST_HANDLE_MS) keep(handled, at - ended.openedAt);
      return true;
    },
    setAgent: (agent) => void agents.set(agent.id, agent),
    removeAgent: (id) => void agents.delete(id),
    agents: () => [...agents.values()],
    resume: (id, agentId, openedAt) => void held.set(id, { agentId, openedAt }),
    assign(at) {
      const taken: Taken[] = [];
      for (let pair = next(); pair; pair = next()) {
        line.remove(pair.waiting.id);
        held.set(pair.waiting.id, { agentId: pair.agent.id, openedAt: at });
        keep(starts, { at, waitMs: Math.max(0, at - pair.waiting.joinedAt) });
        taken.push({ ...pair, at });
      }
      return taken;
    },
    heldBy,
    waiting: line.all,
    snapshot(at, id) {
      const position = id === undefined ? null : line.positionOf(id);
      const slots = [...agents.values()].reduce((sum, agent) => sum + agent.slots, 0);
      const mean = handled.reduce((sum, each) => sum + each, 0) / handled.length;
      return {
        observedAt: at,
        ...(position === null ? {} : { position }),
        queueLength: line.all().length,
        agentsOnline: agents.size,
        slots,
        busySlots: Math.min(slots, held.size),
        handleTimeMs: Math.round(handled.length ? mean : FIRST_HANDLE_MS),
        longestWaitMs: line.all().reduce((longest, { joinedAt }) => Math.max(longest, at - joinedAt), 0),
        recentStarts: [...starts],
      };
    },
  };
}

/** Puts it behind the others, of which the last twenty stay. */
function keep<T>(list: T[], item: T): void {
  list.push(item);
  if (list.length > STARTS_KEPT) list.shift();
}
