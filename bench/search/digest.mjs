// The rows of a run in short: a set in a line, and what each engine costs. This goes into docs/search.md.
import { barOf } from './bars.mjs';
import { groupBy } from './group.mjs';
import { quantile } from './score.mjs';
import { percent, ratio } from './table.mjs';

const OURS = 'helpkiosk';
const LIVE = 'helpkiosk-live';

/**
 * Two Markdown tables and the sentence about missed bars.
 *
 * @param {readonly object[]} rows See `measure.mjs`.
 */
export const digestOf = (rows) =>
  [qualityTable(rows), missedSentence(rows), costTable(rows)].filter(Boolean).join('\n\n');

/** The rows of HelpKiosk's packed engine that do not reach their bar, with the distance. */
export const missedOf = (rows) =>
  rows.flatMap((row) => {
    const bar = row.engine === OURS ? barOf(row) : undefined;
    if (!bar) return [];
    const reached = row.failed === undefined ? row[bar.figure] : 0;
    return reached < bar.least ? [{ row, bar, by: bar.least - reached }] : [];
  });

/** What is missed, as a list of names and distances. */
export function missedSentence(rows) {
  const barred = rows.filter((row) => row.engine === OURS && barOf(row));
  if (!barred.length) return '';
  const missed = missedOf(rows).toSorted((a, b) => b.by - a.by);
  const names = missed.map(
    ({ row, bar, by }) => `${row.family} ${row.kind} (${bar.figure === 'kept' ? percent(by) : ratio(by)})`,
  );
  return `Bars missed: ${missed.length} of ${barred.length}${names.length ? `, by how much in brackets: ${names.join('; ')}` : ''}.`;
}

function qualityTable(rows) {
  const names = namesOf(rows);
  const lines = [...groupBy(rows, ({ family, kind }) => `${family}: ${kind}`)].map(([set, own]) => {
    const bar = barOf(own[0]);
    const cells = names.map((name) => own.find(({ engine }) => engine === name)).map(cellOf(own));
    const least = bar ? (bar.figure === 'kept' ? `${percent(bar.least)} kept` : ratio(bar.least)) : '';
    const size = Math.max(...own.map(({ queries = 0 }) => queries));
    return `| ${[set, size, least, ...cells].join(' | ')} |`;
  });
  return [
    `| MRR@10 | queries | bar | ${names.join(' | ')} |`,
    `| --- | ---: | ---: |${' ---: |'.repeat(names.length)}`,
    ...lines,
  ].join('\n');
}

/** The best of a set is bold. */
function cellOf(own) {
  const best = Math.max(...own.map(({ mrr = 0 }) => mrr));
  return (row) => {
    if (!row) return '';
    if (row.failed !== undefined) return 'failed';
    const kept = Number.isFinite(row.kept) ? ` (${percent(row.kept)})` : '';
    return `${row.mrr === best ? `**${ratio(row.mrr)}**` : ratio(row.mrr)}${kept}`;
  };
}

/** Over the sets of undamaged queries with everything in the index, so that no index counts twice. */
function costTable(rows) {
  const clean = rows.filter(({ kind, failed }) => ['questions', 'heading'].includes(kind) && failed === undefined);
  const lines = [...groupBy(clean, ({ engine }) => engine)].map(([name, own]) => {
    const sum = (key) => own.reduce((total, row) => total + row[key], 0);
    const times = own.flatMap(({ times }) => times);
    const ratioOfBytes = sum('indexBytes') / sum('textBytes');
    const figures = [
      Number.isNaN(ratioOfBytes) ? '' : ratioOfBytes.toFixed(2),
      sum('buildMs').toFixed(0),
      Number.isNaN(sum('loadMs')) ? '' : sum('loadMs').toFixed(0),
      `${quantile(times, 0.5).toFixed(2)} / ${quantile(times, 0.99).toFixed(2)}`,
    ];
    return `| ${[name, ...figures].join(' | ')} |`;
  });
  const head = 'index bytes per byte of text | build, CPU ms in all | load, CPU ms in all | query, CPU ms p50 / p99';
  return [`| engine | ${head} |`, '| --- | ---: | ---: | ---: | ---: |', ...lines].join('\n');
}

const namesOf = (rows) => {
  const names = [...new Set(rows.map(({ engine }) => engine))];
  return [OURS, LIVE, ...names].filter((name, i, all) => names.includes(name) && all.indexOf(name) === i);
};
