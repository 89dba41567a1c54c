// Many seeded schedules against a host that knows keys. `npm run bench:outbox` plays more of them, or one of them again.
import { describe, expect, it } from 'vitest';
import { MUTANTS } from './testing/mutants.js';
import { playSchedule } from './testing/schedule.js';

const SCHEDULES = 1000;
const FIRST_SEED = 1;
/** Schedules until a mutant must be caught. */
const PATIENCE = 200;

describe('the outbox in 1,000 seeded schedules', () => {
  it('loses, doubles and misorders nothing, and leaves nothing behind', { timeout: 300_000 }, async () => {
    let sent = 0;
    for (let seed = FIRST_SEED; seed < FIRST_SEED + SCHEDULES; seed++) {
      const { sent: count, ...faults } = await playSchedule(seed);
      sent += count;
      const none = { lost: [], doubled: [], misordered: [], stuck: [], kept: [] };
      expect(faults, `npm run bench:outbox -- --seed ${seed} --schedules 1`).toEqual(none);
    }
    expect(sent).toBeGreaterThan(5 * SCHEDULES);
  });

  it.each(MUTANTS)('catches %s', { timeout: 300_000 }, async (_, mutation, fault) => {
    let seed = FIRST_SEED;
    while (seed < FIRST_SEED + PATIENCE && !(await playSchedule(seed, mutation))[fault].length) seed++;
    expect(seed - FIRST_SEED, 'schedules until it was caught').toBeLessThan(PATIENCE);
  });
});
