import { parseArgs } from 'node:util';
import { LEVELS } from './tell.mjs';

export const USAGE =
  'node bench/wait.mjs [--seeds 8001-8120] [--info full,noRecent,noStaff,basic,position] [--plays 32] [--write] [--judge FOLDER]';

/** The command line as `{seeds: [from, to], info, plays, judge, write}`. Throws with a sentence. */
export function readArguments(words) {
  const { values } = parseArgs({
    args: words,
    options: {
      seeds: { type: 'string', default: '8001-8120' },
      info: { type: 'string', default: Object.keys(LEVELS).join(',') },
      plays: { type: 'string', default: '32' },
      judge: { type: 'string' },
      write: { type: 'boolean', default: false },
    },
  });
  const seeds = /^(\d+)(?:-(\d+))?$/.exec(values.seeds);
  if (!seeds || Number(seeds[2] ?? seeds[1]) < Number(seeds[1])) throw new Error('--seeds takes numbers: 8001-8120.');
  const info = values.info.split(',');
  const strange = info.find((level) => !Object.hasOwn(LEVELS, level));
  if (strange !== undefined)
    throw new Error(`--info does not know ${strange}; it knows ${Object.keys(LEVELS).join(', ')}.`);
  if (!/^\d{1,4}$/.test(values.plays)) throw new Error('--plays takes a number from 0 on.');
  return {
    seeds: [Number(seeds[1]), Number(seeds[2] ?? seeds[1])],
    info,
    plays: Number(values.plays),
    judge: values.judge,
    write: values.write,
  };
}
