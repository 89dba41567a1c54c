/** Wakes those who wait for news of something, a conversation by its id. */
export interface Bell {
  /** Tells all who listen to this name. */
  ring(name: string): void;
  /** Calls back at each ring until it is undone. */
  listen(name: string, hear: () => void): () => void;
  /** Names that somebody listens to. */
  heard(): readonly string[];
}

/** A bell that nobody listens to yet. */
export function createBell(): Bell {
  const listeners = new Map<string, Set<() => void>>();
  return {
    ring: (name) => {
      for (const hear of [...(listeners.get(name) ?? [])]) hear();
    },
    listen(name, hear) {
      const here = listeners.get(name) ?? new Set();
      listeners.set(name, here.add(hear));
      return () => {
        here.delete(hear);
        if (!here.size && listeners.get(name) === here) listeners.delete(name);
      };
    },
    heard: () => [...listeners.keys()],
  };
}
