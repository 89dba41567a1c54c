// Another simulator's verdict: a folder with record (sim.mjs), collect and metrics (score.mjs) and adapt (adapter.mjs).
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { loadQueueParts } from './core.mjs';

/** Prints the error and coverage of our estimator on the days of the simulator in the folder `judge`. */
export async function judgeWith({ judge, seeds: [from, to], info }) {
  const load = (file) => import(pathToFileURL(path.resolve(judge, file)).href);
  const [{ record }, { collect, metrics }, { adapt }, { createWaitEstimator }] = await Promise.all([
    load('sim.mjs'),
    load('score.mjs'),
    load('adapter.mjs'),
    loadQueueParts(['estimate-wait.ts']),
  ]);
  const days = Array.from({ length: to - from + 1 }, (_, i) => record(from + i));
  for (const level of info) {
    const { J, U, rises, shown, bad } = collect(adapt(createWaitEstimator), days, { info: level, every: 4 });
    const [joining, waiting] = [J, U].map((moments) => metrics(moments.filter(({ z }) => !z)));
    const figures = [joining, waiting].map(({ MAE, cov90 }) => `${MAE.toFixed(1)} s, within p90 ${cov90.toFixed(3)}`);
    const rise = ((100 * rises) / Math.max(1, shown)).toFixed(1);
    console.log(`${level}: joining ${figures[0]}; waiting ${figures[1]}; rises ${rise} %; invalid ${bad}`);
  }
}
