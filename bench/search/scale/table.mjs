// The figures of one pack as rows, each beside its bar where it has one.
import { quantile } from '../score.mjs';

/** Bars hold at this many documents; more are measured to be known. */
const BARRED_COUNT = 10_000;
const BARS = {
  indexShare: { en: 0.2, zh: 0.28 },
  loadMs: 50,
  queryMs: 5,
  longestMs: 16,
  secondVisitMs: 250,
};

/**
 * @param {object} figures `built`, `node`, `chromium` and `second` as their files give them.
 * @returns {{what: string, figure: string, value?: number, bar?: number}[]}
 */
export function rowsOf({ language, count, built, node, chromium, second }) {
  const bars = count === BARRED_COUNT ? BARS : {};
  const { worker, inline } = chromium;
  return [
    ...sizeRows(built, bars.indexShare?.[language]),
    row('cold load in Node, CPU ms', node.loadMs, 1),
    ...timeRows('query in Node, first time', node.coldQueries),
    ...timeRows('query in Node, second time', node.warmQueries, bars.queryMs),
    ...timeRows('query in Node of the index alone', node.briefQueries),
    ...timeRows('suggestions in Node', node.suggestions),
    ...spread('bytes that a query fetches', node.readByQueries, 0),
    row('memory of Node that searches, MB at most', node.peakMb, 0),
    ...chromiumRows('worker', worker, bars),
    ...chromiumRows('inline', inline, bars),
    ...secondVisitRows(second, bars),
  ];
}

function sizeRows({ textBytes, indexBytes, hanBytes, allBytes, files, buildMs, peakMb }, bar) {
  return [
    row('text, bytes', textBytes, 0),
    row('index bytes per byte of text', indexBytes / textBytes, 3, bar),
    row('bytes of all', allBytes, 0),
    row('of them Han data', hanBytes, 0),
    row('files', files, 0),
    row('build, CPU ms', buildMs, 0),
    row('memory of the build, MB at most', peakMb, 0),
  ];
}

function chromiumRows(way, measured, { loadMs, queryMs, longestMs }) {
  return [
    row(`${way}: cold load, CPU ms`, measured.loadMs, 1, way === 'worker' ? loadMs : undefined),
    ...timeRows(`${way}: query`, measured.queries, queryMs),
    row(`${way}: longest main-thread task of the load, CPU ms`, measured.longestLoadMs, 1, longestMs),
    row(`${way}: longest main-thread task of a query, CPU ms`, measured.longestQueryMs, 1, longestMs),
    row(`${way}: memory of the page once loaded, MB at most`, measured.loadPeakMb, 0),
    row(`${way}: memory of the page after all queries, MB at most`, measured.peakMb, 0),
  ];
}

function secondVisitRows(second, { secondVisitMs, longestMs }) {
  const what = 'second visit without a network, first key to first result, CPU ms';
  if (second.failed) return [{ what, figure: second.failed, value: Infinity, bar: secondVisitMs ?? Infinity }];
  return [
    row(what, second.cpuMs, 1, secondVisitMs),
    row('second visit: longest main-thread task, CPU ms', second.longestMs, 1, longestMs),
  ];
}

/** Times have their bar at p99. */
const timeRows = (what, times, bar) => spread(`${what}, CPU ms`, times, 2, bar);

function spread(what, numbers, digits, bar) {
  return [
    row(`${what}, p50`, quantile(numbers, 0.5), digits),
    row(`${what}, p99`, quantile(numbers, 0.99), digits, bar),
    row(`${what}, max`, quantile(numbers, 1), digits),
  ];
}

const row = (what, value, digits, bar) => ({
  what,
  value,
  figure: value.toLocaleString('en', { minimumFractionDigits: digits, maximumFractionDigits: digits }),
  ...(bar !== undefined && { bar }),
});

/** Whether a row has a bar and is beyond it; a figure that is none is. */
export const isMissed = ({ value, bar }) => bar !== undefined && !(value <= bar && value < Infinity);

/** The rows as a table under a title. */
export function tableOf(title, rows) {
  const lines = rows.map((each) => {
    const bar = each.bar === undefined || each.bar === Infinity ? '' : `${each.bar}${isMissed(each) ? ' MISSED' : ''}`;
    return `| ${each.what.padEnd(66)} | ${each.figure.padStart(14)} | ${bar.padEnd(10)} |`;
  });
  return [`\n${title}`, `| ${'what'.padEnd(66)} | ${'figure'.padStart(14)} | ${'bar'.padEnd(10)} |`, ...lines].join(
    '\n',
  );
}
