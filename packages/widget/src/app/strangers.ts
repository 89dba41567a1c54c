import type { TicketDesk } from '@helpkiosk/core';
import type { Session } from './session.js';

/** Which tickets of the device are of somebody else than the one who is here now. */
export interface Strangers {
  has(key: string): boolean;
  /** Hears that there are more. */
  subscribe(listener: () => void): () => void;
  stop(): void;
}

/**
 * Another `identity` in the place of one is another customer: what was on the device until then is not theirs. The first one on a page may be the one whose tickets
 * these are; who hands the device on says so by `reset()`, which empties it.
 */
export function watchStrangers(
  { help }: Pick<Session, 'help'>,
  { kept, items }: Pick<TicketDesk, 'kept' | 'items'>,
): Strangers {
  const { config } = help.stores;
  const keys = new Set<string>();
  const listeners = new Set<() => void>();
  let { identity } = config.get();
  const stop = config.subscribe(({ identity: next }) => {
    if (next === identity) return;
    const before = identity;
    identity = next;
    if (!before) return;
    for (const { key } of [...kept.list.get().tickets, ...items.get()]) keys.add(key);
    for (const tell of [...listeners]) tell();
  });
  return {
    has: (key) => keys.has(key),
    subscribe(listener) {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
    stop,
  };
}
