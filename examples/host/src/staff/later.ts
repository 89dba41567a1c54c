import type { HostWorld } from '../world.js';

/** Work that is done later, and can be called off as a whole. */
export interface Later {
  /** Does the work after so long; gives what calls it off. */
  after(ms: number, work: () => Promise<unknown> | void): () => void;
  /** Calls off what has not begun, and waits for what has. */
  stop(): Promise<void>;
}

/** `pace`: everything comes so many times as soon. Work that fails is dropped. */
export function createLater(world: HostWorld, pace: number): Later {
  const waiting = new Set<() => void>();
  const running = new Set<Promise<unknown>>();
  return {
    after(ms, work) {
      const cancel = world.setTimer(() => {
        waiting.delete(cancel);
        const done = Promise.resolve(work())
          .catch(() => undefined)
          .finally(() => running.delete(done));
        running.add(done);
      }, ms / pace);
      waiting.add(cancel);
      return () => {
        waiting.delete(cancel);
        cancel();
      };
    },
    async stop() {
      for (const cancel of waiting) cancel();
      waiting.clear();
      while (running.size) await Promise.all(running);
    },
  };
}
