// Plays days to predictors and counts how wrong they were. A predictor is a function that makes one for a customer:
// `{observe(snapshot), estimate(nowMs, me)}`, the latter giving `{p50, p90}` in seconds or null.
import { atMs, LEVELS, PRIORITIES, snapshotOf } from './tell.mjs';

/** Seconds between the moments that are judged while a customer waits. */
const EVERY_SEC = 60;

/** Scores `predictor` over `days`: moments `{wait, p50, p90, regime, joining, visit}`, and how often a figure rose. */
export function play(predictor, days, level = 'full') {
  const result = { moments: [], updates: 0, rises: 0, invalid: 0 };
  for (const { site, starts, visits } of days) {
    const step = Math.max(1, Math.round(EVERY_SEC / site.report.pollSec));
    for (const visit of visits) playVisit(predictor(), { visit, step, starts: starts[visit.queue], level }, result);
  }
  return result;
}

function playVisit(one, { visit, step, starts, level }, result) {
  let before = null;
  visit.sightings.forEach((sighting, i) => {
    if (sighting.at > (visit.leftAt ?? visit.turnAt)) return;
    const snapshot = snapshotOf(sighting, starts, LEVELS[level]);
    one.observe(snapshot);
    if (i % step !== 0) return;
    const waitedMs = (sighting.at - visit.joinedAt) * 1000;
    const me = { position: sighting.position, waitedMs, priority: PRIORITIES[visit.rank] };
    const told = one.estimate(atMs(sighting.at), me);
    // Without an open slot the contract has no estimate: such moments count for nobody.
    if (sighting.report.slots === 0) return void (before = null);
    if (!(told?.p50 >= 0 && told.p90 >= told.p50 && told.p90 < Infinity)) return void result.invalid++;
    if (before !== null) {
      result.updates++;
      result.rises += told.p50 > 1.2 * before && told.p50 > before + 15;
    }
    before = told.p50;
    const wait = visit.turnAt - sighting.at;
    result.moments.push({ ...told, wait, regime: visit.regime, joining: i === 0, visit });
  });
}

/** Mean error in seconds, by mean wait, and the shares within p50 and p90. */
export function summary(moments) {
  const mean = (of) => moments.reduce((sum, moment) => sum + of(moment), 0) / moments.length;
  const error = mean(({ wait, p50 }) => Math.abs(wait - p50));
  return {
    count: moments.length,
    error,
    share: error / mean(({ wait }) => wait),
    within50: mean(({ wait, p50 }) => wait <= p50),
    within90: mean(({ wait, p90 }) => wait <= p90),
  };
}
