// What went on when the last page ended: the app is loaded, unseen, and takes it up. Imported only where a record is there.
import { currentView } from '@helpkiosk/core';
import type { StartApp } from '../app-contract.js';
import type { Session } from './session.js';

/** By the part of the record: who takes it up. A part that nobody here knows is left as it is. */
const PARTS: Readonly<Record<string, (session: Session) => Promise<unknown>>> = {
  queue: resumeQueue,
  outbox: async (session) => (await session.reader()).desk(), // which sends what is kept
};

/**
 * Takes up what the text under `hk:live=<name>` tells of. Never rejects: what fails is tried again on the next page, for as long as the record is there.
 */
export async function resume(start: StartApp, record: string): Promise<void> {
  const parts = namesIn(record).filter((name) => Object.hasOwn(PARTS, name));
  if (!parts.length) return;
  try {
    const { session } = await start();
    await Promise.allSettled(parts.map((name) => PARTS[name]!(session)));
  } catch {
    // the launcher says what fails once somebody presses it
  }
}

/** The place in line, and where the panel opens: there, unless the customer has gone somewhere meanwhile. */
async function resumeQueue({ reader, help }: Session): Promise<void> {
  const { queue } = await (await reader()).waiting(); // which takes up what is kept
  const lead = (): void => {
    if (queue.get().name === 'none') return;
    stop();
    const now = help.stores.navigation.get();
    if (!now.open && currentView(now).name === 'home') help.go({ name: 'waiting' });
  };
  const stop = queue.subscribe(lead);
  lead();
}

function namesIn(record: string): string[] {
  try {
    return Object.keys(Object(JSON.parse(record)) as object);
  } catch {
    return ['queue']; // not ours: who reads it takes it away
  }
}
