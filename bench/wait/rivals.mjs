// What products and papers do instead: point forecasts in seconds from the same snapshots. docs/waiting.md names their sources. So that none is
// punished for lacking an interval, each gets a p90 of its own, a line over its point, chosen by quantile loss on days apart.
const PATIENCE_SEC = 1200;

const pace = ({ slots, handleTimeMs }) => Math.max(1, slots) / (handleTimeMs / 1000);
const waits = ({ recentStarts }, last) => recentStarts.slice(-last).map(({ waitMs }) => waitMs / 1000);
const left = (wait, { waitedMs }) => wait - waitedMs / 1000;
const mean = (list) => list.reduce((sum, value) => sum + value, 0) / list.length;
const byLength = (snapshot, { position }) => position / pace(snapshot);
const byHistory = (pick) => (snapshot, me) =>
  snapshot.recentStarts.length ? left(pick(snapshot), me) : byLength(snapshot, me);

/** By name: seconds that are left, of the newest snapshot and `{position, waitedMs}`. */
export const rivals = {
  'place x time / agents': ({ agentsOnline, handleTimeMs }, { position }) =>
    (position * handleTimeMs) / 1000 / Math.max(1, agentsOnline),
  'queue length (QL)': byLength,
  'with leavers (QLm)': (snapshot, { position }) => {
    const perSec = pace(snapshot);
    let sum = 0;
    for (let ahead = 0; ahead < position; ahead++) sum += 1 / (perSec + ahead / PATIENCE_SEC);
    return sum;
  },
  'head of line (HOL)': ({ longestWaitMs }, me) => left(longestWaitMs / 1000, me),
  'last to start (LES)': byHistory((snapshot) => waits(snapshot, 1)[0]),
  'mean of last ten': byHistory((snapshot) => mean(waits(snapshot, 10))),
  'smoothed by quarters': byHistory((snapshot) => waits(snapshot, 20).reduce((hold, wait) => (3 * hold + wait) / 4)),
};

/** `{p50, p90}` in seconds of a rival whose p90 is `[floor, slope]` over its point. */
export function spread(point, [floor, slope]) {
  const p50 = Math.max(0, point);
  return { p50, p90: Math.max(p50, floor + slope * p50) };
}

/** The `[floor, slope]` that loses least at the 90th percentile over `moments`, `{point, wait}`. */
export function fitSpread(moments) {
  let best = null;
  for (const floor of [0, 15, 30, 60, 90, 120, 180, 240, 300, 400, 500])
    for (const slope of [0.2, 0.4, 0.6, 0.8, 1, 1.2, 1.4, 1.6, 1.8, 2, 2.5]) {
      let loss = 0;
      for (const { point, wait } of moments) {
        const miss = wait - spread(point, [floor, slope]).p90;
        loss += miss > 0 ? 0.9 * miss : -0.1 * miss;
      }
      if (!best || loss < best.loss) best = { loss, line: [floor, slope] };
    }
  return best.line;
}
