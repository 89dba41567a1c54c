// What the host reads of the world: tests put their own in its place.

/** Time and chance. `now`: epoch ms. `setTimer` runs once after so many ms and gives what cancels it. `random`: 0 up to 1, for the simulated staff alone. */
export interface HostWorld {
  now(): number;
  setTimer(run: () => void, afterMs: number): () => void;
  random(): number;
}

const LONGEST_TIMER_MS = 0x7fffffff;

/** The real world. Timers do not keep the process alive, and are cut to the 24.8 days that Node can wait. */
export function createNodeWorld(): HostWorld {
  return {
    now: Date.now,
    random: Math.random,
    setTimer(run, afterMs) {
      const timer = setTimeout(run, Math.min(Math.max(afterMs, 0), LONGEST_TIMER_MS));
      timer.unref();
      return () => clearTimeout(timer);
    },
  };
}
