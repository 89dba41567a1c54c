import { REGIMES } from './day.mjs';
import { summary } from './score.mjs';

/** All that a run says, as Markdown. */
export function reportOf({ options, days, results, oracle }) {
  const customers = days.reduce((sum, { visits }) => sum + visits.length, 0);
  const head = `${days.length} simulated days (seeds ${options.seeds.join(' to ')}), ${customers} customers who had to wait. Errors are means in seconds.`;
  const regimes =
    'At joining, by what kind of time it was: error by mean wait / share within p90 (customers in brackets).';
  const parts = [head, resultTable(results), comparison(results), regimes, regimeTable(results)];
  return [...parts, ...(oracle.length > 0 ? [besideOracle(results, oracle)] : [])].join('\n\n');
}

/** How ours, told all, compares with the best of the others. */
function comparison(results) {
  const error = ({ moments }, at) => summary(moments.filter(({ joining }) => joining === at)).error;
  const own = results.find(({ ours }) => ours);
  const ratios = [true, false].map((at) => {
    const best = Math.min(...results.filter(({ ours }) => !ours).map((result) => error(result, at)));
    return (error(own, at) / best).toFixed(2);
  });
  return `The error of "${own.name}" by that of the best of the others: ${ratios[0]} at joining, ${ratios[1]} while waiting.`;
}

function besideOracle(results, oracle) {
  const own = results.find(({ ours }) => ours);
  const asked = new Set(oracle.map(({ visit }) => visit));
  const best = summary(oracle);
  const same = summary(own.moments.filter(({ joining, visit }) => joining && asked.has(visit)));
  const sentence = `Of ${best.count} customers at joining the oracle errs by ${best.error.toFixed(0)} s (${best.share.toFixed(3)} of the mean wait)`;
  return `${sentence}, "${own.name}" by ${same.error.toFixed(0)} s (${same.share.toFixed(3)}): ${(same.error / best.error).toFixed(2)} times as much.`;
}

/** A line for each result: at joining, while waiting, how often figures rose. */
function resultTable(results) {
  const head = [
    '',
    'joining, s',
    'by mean wait',
    'within p50',
    'within p90',
    'waiting, s',
    'within p90',
    'rises',
    'invalid',
  ];
  const lines = results.map(({ name, moments, rises, updates, invalid }) => {
    const [joining, waiting] = [true, false].map((at) => summary(moments.filter(({ joining }) => joining === at)));
    return [
      name,
      joining.error.toFixed(1),
      joining.share.toFixed(3),
      joining.within50.toFixed(2),
      joining.within90.toFixed(3),
      waiting.error.toFixed(1),
      waiting.within90.toFixed(3),
      `${((100 * rises) / Math.max(1, updates)).toFixed(1)} %`,
      String(invalid),
    ];
  });
  return table([head, ...lines]);
}

/** At joining, by what kind of time it was. */
function regimeTable(results) {
  const lines = results.map(({ name, moments }) => [
    name,
    ...REGIMES.map((regime) => {
      const own = moments.filter((moment) => moment.joining && moment.regime === regime);
      if (own.length === 0) return '';
      const { share, within90 } = summary(own);
      return `${share.toFixed(2)} / ${within90.toFixed(2)}`;
    }),
  ]);
  const counts = REGIMES.map(
    (regime) =>
      `${regime} (${results[0].moments.filter((moment) => moment.joining && moment.regime === regime).length})`,
  );
  return table([['', ...counts], ...lines]);
}

function table([head, ...lines]) {
  const widths = head.map((_, i) => Math.max(3, ...[head, ...lines].map((line) => line[i].length)));
  const row = (cells) =>
    `| ${cells.map((cell, i) => (i ? cell.padStart(widths[i]) : cell.padEnd(widths[i]))).join(' | ')} |`;
  const rule = `| ${widths.map((width, i) => (i ? `${'-'.repeat(width - 1)}:` : '-'.repeat(width))).join(' | ')} |`;
  return [row(head), rule, ...lines.map(row)].join('\n');
}
