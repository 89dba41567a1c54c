// Who is judged on which days.
import { recordDay } from './day.mjs';
import { loadQueueParts } from './core.mjs';
import { oracleForecast } from './oracle.mjs';
import { createRandom } from './random.mjs';
import { fitSpread, rivals, spread } from './rivals.mjs';
import { play } from './score.mjs';

/** Days on which the rivals get their p90: apart from those that are judged and those that were learnt from. */
const SPREAD_SEEDS = [7001, 7015];
const VISITS_MOST = 150;
const ORACLE_SHARE = 0.15;

/** `{days, ours, oracle}`: the days, our estimator as a predictor, and the oracle's moments, none with `plays` 0. */
export async function readDays({ seeds, plays }) {
  const { createWaitEstimator } = await loadQueueParts(['estimate-wait.ts']);
  const oracle = [];
  const days = daysOf(seeds, (seed) => {
    const random = createRandom(seed * 13 + 7);
    return (visit, desk, customer) => {
      if (plays === 0 || !random.chance(ORACLE_SHARE)) return;
      const forecast = oracleForecast(desk, customer, { plays, random });
      if (forecast) oracle.push({ visit, ...forecast });
    };
  });
  const judged = new Set(days.flatMap(({ visits }) => visits));
  const seen = oracle.filter(({ visit }) => judged.has(visit) && visit.sightings[0].report.slots > 0);
  for (const moment of seen) moment.wait = moment.visit.turnAt - moment.visit.joinedAt;
  return { days, ours: () => inSeconds(createWaitEstimator()), oracle: seen };
}

/** The rivals as `{name, predictor}`, each with the p90 that suits it best. */
export function adaptRivals() {
  const days = daysOf(SPREAD_SEEDS);
  return Object.entries(rivals).map(([name, point]) => {
    const { moments } = play(predictorOf(point, [0, 1]), days);
    const line = fitSpread(moments.map(({ p50, wait }) => ({ point: p50, wait })));
    return { name, predictor: predictorOf(point, line) };
  });
}

function daysOf([from, to], onJoinOf) {
  return Array.from({ length: to - from + 1 }, (_, i) =>
    recordDay(from + i, { most: VISITS_MOST, onJoin: onJoinOf?.(from + i) }),
  );
}

function predictorOf(point, line) {
  return () => {
    let newest;
    return {
      observe: (snapshot) => void (newest = snapshot),
      estimate: (now, me) => spread(point(newest, me), line),
    };
  };
}

function inSeconds(estimator) {
  return {
    observe: estimator.observe,
    estimate(now, me) {
      const estimate = estimator.estimate(now, me);
      return estimate && { p50: estimate.p50Ms / 1000, p90: estimate.p90Ms / 1000 };
    },
  };
}
