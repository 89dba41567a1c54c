import type { Log } from '../log.js';
import type { HostWorld } from '../world.js';
import type { HostStore } from './store.js';

const DAY_MS = 86_400_000;
const EVERY_MS = DAY_MS / 4;
/** Outboxes try for 21 days; whoever comes back within 30 gets the answer of the first time. */
const KEYS_MS = 30 * DAY_MS;
const REPORTS_MS = 90 * DAY_MS;

/** Forgets what is old: keys, and files that nothing names, after 30 days, reports after 90. */
export function startHousekeeping({ store, world, log }: { store: HostStore; world: HostWorld; log: Log }): {
  stop(): void;
  settled(): Promise<void>;
} {
  let stopTimer = (): void => {};
  let sweeping: Promise<void> = Promise.resolve();
  const sweep = async (): Promise<void> => {
    await store.keys.forgetBefore(world.now() - KEYS_MS);
    await store.uploads.forgetLooseBefore(world.now() - KEYS_MS);
    await store.wishes.forgetReportsBefore(world.now() - REPORTS_MS);
  };
  const begin = (): void => {
    sweeping = sweep().catch(() => log('fault', { what: 'housekeeping' }));
    stopTimer = world.setTimer(begin, EVERY_MS);
  };
  begin();
  return { stop: () => stopTimer(), settled: () => sweeping };
}
