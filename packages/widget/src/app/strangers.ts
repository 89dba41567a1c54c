import type { HelpConfig, TicketDesk } from '@helpkiosk/core';
import type { Session } from './session.js';

/**
 * What one app knows of the customers it has had; it outlives every rebuild of its inside. Functions: the identities since the device was last looked at, that of
 * then included. Texts: keys of what was on the device when another customer came.
 */
export type Past = (HelpConfig['identity'] | string)[];

/** Which tickets of the device are of somebody else than the one who is here now. */
export interface Strangers {
  has(key: string): boolean;
  /** Hears that there are more. */
  subscribe(listener: () => void): () => void;
  stop(): void;
}

/**
 * Another `identity` in the place of one is another customer: what was on the device until then is not theirs, also where nobody watched meanwhile. The first one on
 * a page may be the one whose tickets these are; who hands the device on says so by `reset()`, which empties it. `isNew`: what is on the device now was written by
 * the one who is here.
 */
export function watchStrangers(
  { help }: Pick<Session, 'help'>,
  { kept, items }: Pick<TicketDesk, 'kept' | 'items'>,
  past: Past,
  isNew: boolean,
): Strangers {
  const { config } = help.stores;
  const listeners = new Set<() => void>();
  const look = (areTheirs = true): void => {
    const { identity } = config.get();
    const isOther = past.some((each) => typeof each === 'function' && each !== identity);
    past.splice(0, past.length, ...past.filter((each) => typeof each === 'string'), identity);
    if (!isOther || !areTheirs) return;
    for (const { key } of [...kept.list.get().tickets, ...items.get()]) if (!past.includes(key)) past.push(key);
    for (const tell of [...listeners]) tell();
  };
  look(!isNew);
  const stop = config.subscribe(() => look());
  return {
    has: (key) => past.includes(key),
    subscribe(listener) {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
    stop,
  };
}
