import type { StartApp } from '../app-contract.js';

/**
 * Brings back what went on when the last page ended: loads the app, unseen, and takes up the place in the queue. Never rejects: what fails is tried again on the
 * next page, for as long as the record is there.
 */
export async function resume(start: StartApp): Promise<void> {
  try {
    const { session } = await start();
    await (await session.reader()).waiting(); // which takes up what is kept
  } catch {
    // the launcher says what fails once somebody presses it
  }
}
