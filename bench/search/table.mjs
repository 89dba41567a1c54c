// Rows as lines of one table whose columns stand under each other.
const COLUMNS = [
  ['set', 36],
  ['engine', 15],
  ['MRR@10', 6],
  ['recall@10', 9],
  ['kept', 5],
  ['queries', 7],
  ['index/text', 10],
  ['build ms', 8],
  ['load ms', 8],
  ['query ms p50 / p99', 18],
];

/** The two lines above the rows. */
export const tableHead = () => [
  line(COLUMNS.map(([name]) => name)),
  `| ${COLUMNS.map(([, width]) => '-'.repeat(width)).join(' | ')} |`,
];

/**
 * One row; a set that failed says why.
 *
 * @param {object} row See `measure.mjs`.
 */
export function tableLine({ family, kind, engine, failed, ...row }) {
  const name = [`${family}: ${kind}`, engine];
  if (failed !== undefined) return `${line([...name, 'failed']).replace(/[\s|]+$/, '')} ${failed} |`;
  return line([
    ...name,
    ratio(row.mrr),
    ratio(row.recall),
    row.kept === undefined ? '' : percent(row.kept),
    String(row.queries),
    Number.isNaN(row.indexBytes) ? '' : (row.indexBytes / row.textBytes).toFixed(2),
    row.buildMs.toFixed(0),
    Number.isNaN(row.loadMs) ? '' : row.loadMs.toFixed(0),
    `${row.p50Ms.toFixed(2)} / ${row.p99Ms.toFixed(2)}`,
  ]);
}

/** `.983`, `1.000`; nothing for NaN. */
export const ratio = (number) => (Number.isNaN(number) ? '' : number.toFixed(3).replace(/^0/, ''));

/** `97 %`; nothing for a share of nothing. */
export const percent = (number) => (Number.isFinite(number) ? `${(100 * number).toFixed(0)} %` : '');

const line = (cells) =>
  `| ${COLUMNS.map(([, width], i) => (i < 2 ? (cells[i] ?? '').padEnd(width) : (cells[i] ?? '').padStart(width))).join(' | ')} |`;
