// Time and chance of a schedule: events in their order, each followed by all that promises do, and one stream of numbers from one seed.

/** A world that runs as fast as it can. */
export interface VirtualTime {
  /** Milliseconds since the beginning. */
  now(): number;
  /** Runs something later. */
  after(ms: number, run: () => void): void;
  /** Lets so much time pass, event by event. */
  advance(ms: number): Promise<void>;
  random(): number;
  chance(share: number): boolean;
  between(low: number, high: number): number;
  pick<T>(list: readonly T[]): T;
}

/** Equal seeds give equal worlds. */
export function createVirtualTime(seed: number): VirtualTime {
  const events: { at: number; run: () => void }[] = [];
  const random = createChance(seed);
  let now = 0;
  const takeNext = (until: number): (() => void) | null => {
    let first = -1;
    for (const [place, { at }] of events.entries())
      if (at <= until && at < (events[first]?.at ?? Infinity)) first = place;
    if (first < 0) return null;
    const [event] = events.splice(first, 1);
    now = event!.at;
    return event!.run;
  };
  return {
    now: () => now,
    after: (ms, run) => void events.push({ at: now + Math.max(ms, 0), run }),
    async advance(ms) {
      const until = now + ms;
      await settle();
      for (let run = takeNext(until); run; run = takeNext(until)) {
        run();
        await settle();
      }
      now = until;
    },
    random,
    chance: (share) => random() < share,
    between: (low, high) => low + (high - low) * random(),
    pick: (list) => list[Math.floor(random() * list.length)]!,
  };
}

/** A task of its own runs only after every microtask. */
function settle(): Promise<void> {
  const { setImmediate } = globalThis as unknown as { setImmediate: (run: () => void) => void };
  return new Promise((resolve) => setImmediate(resolve));
}

/** Mulberry32, its seed spread first, so that near seeds give unrelated schedules. */
function createChance(seed: number): () => number {
  let state = Math.imul(seed ^ 0x5bd1e995, 0x9e3779b1);
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}
