import type { Priority } from '@helpkiosk/core';

/** Somebody in line. */
export interface Waiting {
  readonly id: string;
  readonly priority: Priority;
  readonly locale: string;
  readonly topic: string | null;
  readonly tier: string | null;
  readonly joinedAt: number;
}

/** Somebody at work. `slots`: conversations at once. A list that is left out takes everybody; `skills` are topics. */
export interface Agent {
  readonly id: string;
  readonly name: string;
  readonly slots: number;
  readonly skills?: readonly string[];
  readonly languages?: readonly string[];
  readonly tiers?: readonly string[];
}

/** Those who wait, in the order in which they are served. */
export interface Line {
  /** Nothing happens where the id is in line already. */
  add(waiting: Waiting): void;
  /** The one who goes; null for an unknown id. */
  remove(id: string): Waiting | null;
  /** 1 for the first; null for an unknown id. */
  positionOf(id: string): number | null;
  all(): readonly Waiting[];
  /** The first whom the agent can serve; null for nobody. */
  firstFor(agent: Agent): Waiting | null;
}

const RANK: Readonly<Record<Priority, number>> = { p0: 0, p1: 1, normal: 2 };

/** A line: the more urgent first, then by tier in the order of `tiers` (those that it does not name come last), then who came first. */
export function createLine(tiers: readonly string[] = []): Line {
  const line: Waiting[] = [];
  const tierOf = ({ tier }: Waiting): number => {
    const place = tier === null ? -1 : tiers.indexOf(tier);
    return place < 0 ? tiers.length : place;
  };
  const isBefore = (one: Waiting, other: Waiting): boolean => {
    const by =
      RANK[one.priority] - RANK[other.priority] || tierOf(one) - tierOf(other) || one.joinedAt - other.joinedAt;
    return by < 0;
  };
  const placeOf = (id: string): number => line.findIndex((waiting) => waiting.id === id);
  return {
    add(waiting) {
      if (placeOf(waiting.id) >= 0) return;
      const place = line.findIndex((other) => isBefore(waiting, other));
      line.splice(place < 0 ? line.length : place, 0, waiting);
    },
    remove(id) {
      const place = placeOf(id);
      return place < 0 ? null : line.splice(place, 1)[0]!;
    },
    positionOf(id) {
      const place = placeOf(id);
      return place < 0 ? null : place + 1;
    },
    all: () => line,
    firstFor: (agent) => line.find((waiting) => canServe(agent, waiting)) ?? null,
  };
}

/** Whether an agent takes such a customer. A customer without topic or tier fits every list; `en` in a list takes `en-GB` too. */
export function canServe({ skills, languages, tiers }: Agent, { topic, tier, locale }: Waiting): boolean {
  const fits = (list: readonly string[] | undefined, trait: string | null): boolean =>
    trait === null || !list || list.includes(trait);
  const speaks = !languages || languages.some((each) => locale === each || locale.startsWith(`${each}-`));
  return speaks && fits(skills, topic) && fits(tiers, tier);
}
