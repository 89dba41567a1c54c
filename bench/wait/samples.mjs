// Moments to learn from: evidence, and how long the wait then really was.
import { recordDay } from './day.mjs';
import { createRandom } from './random.mjs';
import { atMs, LEVELS, PRIORITIES, snapshotOf } from './tell.mjs';

const FIELDS = ['agentsOnline', 'slots', 'busySlots', 'handleTimeMs', 'longestWaitMs', 'recentStarts'];

/**
 * Samples `{features, baseMs, waitMs, weight, site, joining}` of the days `from` to `to`. Every visit gives its joining and
 * a moment of waiting for each `laterSec`. Half of the visits hear all; the others some level of telling, or all but some fields by chance.
 */
export function collectSamples({ createWaitHistory, readEvidence }, { from, to, most, laterSec = 100, full = 0.5 }) {
  const samples = [];
  for (let seed = from; seed <= to; seed++) {
    const random = createRandom(seed * 7 + 5);
    const { site, visits, starts } = recordDay(seed, { most });
    const levels = Object.keys(LEVELS);
    for (const visit of visits) {
      const level = random.chance(full) ? 'full' : random.pick([...levels, 'chance']);
      const left = level === 'chance' ? FIELDS.filter(() => random.chance(0.35)) : LEVELS[level];
      const seen = visit.sightings.filter(({ at }) => at <= (visit.leftAt ?? visit.turnAt));
      const step = Math.max(1, Math.round(laterSec / site.report.pollSec));
      const offset = random.whole(1, step);
      const history = createWaitHistory();
      seen.forEach((sighting, i) => {
        const snapshot = snapshotOf(sighting, starts[visit.queue], left);
        history.observe(snapshot);
        if ((i > 0 && (i - offset) % step !== 0) || snapshot.slots === 0) return;
        const place = {
          position: sighting.position,
          waitedMs: (sighting.at - visit.joinedAt) * 1000,
          priority: PRIORITIES[visit.rank],
        };
        const { features, baseMs } = readEvidence(history.upTo(atMs(sighting.at)), place);
        const waitMs = (visit.turnAt - sighting.at) * 1000;
        samples.push({
          features,
          baseMs,
          waitMs,
          site: seed,
          joining: i === 0,
          level,
          regime: visit.regime,
          weight: 1 / Math.sqrt(visits.length),
        });
      });
    }
  }
  return samples;
}
