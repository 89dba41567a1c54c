// What the command line asks for.
import { parseArgs } from 'node:util';

const HALVES = ['even', 'odd', 'all'];

/** How it is called, for whoever called it wrongly. */
export const USAGE =
  'npm run bench:search -- [--data FOLDER] [--content FOLDER] [--half even|odd|all] [--most N] [--only NAME,NAME] [--write]';

/**
 * The arguments, checked. `half` is that of the queries by their place in a set; `most` queries of a set are asked, of the chosen half;
 * `only` names engines and families.
 *
 * @param {readonly string[]} args
 * @throws {Error} With a sentence, for anything that is not understood.
 */
export function readArguments(args) {
  const { values } = parseArgs({
    args: [...args],
    options: {
      data: { type: 'string' },
      content: { type: 'string' },
      half: { type: 'string', default: 'even' },
      most: { type: 'string' },
      only: { type: 'string' },
      write: { type: 'boolean', default: false },
    },
  });
  if (!HALVES.includes(values.half)) throw new Error(`--half is one of ${HALVES.join(', ')}`);
  const most = values.most === undefined ? Infinity : Number(values.most);
  if (!(most >= 1)) throw new Error('--most is a number of queries, at least 1');
  if (values.write && (values.half !== 'odd' || values.most !== undefined))
    throw new Error('--write goes with --half odd and without --most: the page shows whole odd halves');
  return { ...values, most, only: values.only?.split(',').map((name) => name.trim()) ?? [] };
}

/** Chooses the queries of a half, at most so many. */
export const takerOf =
  ({ half, most }) =>
  (queries) =>
    queries.filter((_, place) => half === 'all' || place % 2 === (half === 'odd' ? 1 : 0)).slice(0, most);

/**
 * The engines and families that `only` leaves. Names of one sort leave the other sort whole.
 *
 * @throws {Error} When a name is neither.
 */
export function chosenOf(engines, families, only) {
  const known = [...engines, ...families].map(({ name }) => name);
  const unknown = only.filter((name) => !known.includes(name));
  if (unknown.length) throw new Error(`--only knows no ${unknown.join(', ')}; there are: ${known.join(', ')}`);
  const choose = (items) => {
    const named = items.filter(({ name }) => only.includes(name));
    return named.length ? named : items;
  };
  return { engines: choose(engines), families: choose(families) };
}
