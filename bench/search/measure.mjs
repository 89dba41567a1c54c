// One engine, one family of sets: each index is built and loaded once, then asked.
import { textBytes } from './documents.mjs';
import { cpuOf, DEPTH, placeOf, quantile, recall, reciprocalRank } from './score.mjs';

/** Queries before the clock counts, so that the figures are not those of code that was never run. */
const WARM_UP = 20;

/**
 * The rows of an engine for a family's sets. A set over several cases is one row: queries are pooled, costs added up.
 *
 * @param {object} engine See `engines/index.mjs`.
 * @param {string} family
 * @param {readonly object[]} sets
 * @returns {Promise<object[]>} With `failed` instead of figures for a set that the engine cannot do.
 */
export async function measureFamily(engine, family, sets) {
  const prepared = new Map();
  const rows = [];
  for (const { kind, locale, cases } of sets) {
    const row = { family, kind, locale, engine: engine.name };
    try {
      const runs = [];
      for (const { docs, queries } of cases) {
        if (!prepared.has(docs)) prepared.set(docs, await prepare(engine, docs, locale, queries[0]));
        runs.push({ ...prepared.get(docs), ...(await askAll(prepared.get(docs).search, queries)) });
      }
      rows.push({ ...row, ...summaryOf(runs) });
    } catch (error) {
      rows.push({ ...row, failed: error instanceof Error ? error.message : String(error) });
    }
  }
  return rows;
}

/** Loading ends with the first answer, since some engines decode when they are first asked. */
async function prepare(engine, docs, locale, { text }) {
  const { value: built, cpuMs: buildMs } = await cpuOf(() => engine.build(docs, locale));
  const sizes = { textBytes: textBytes(docs), buildMs };
  if (built.search) return { ...sizes, search: built.search };
  const { value: search, cpuMs: loadMs } = await cpuOf(async () => {
    const search = await engine.load(built.data, locale);
    await search(text, DEPTH);
    return search;
  });
  return { ...sizes, search, loadMs, indexBytes: built.bytes ?? Buffer.byteLength(built.data) };
}

async function askAll(search, queries) {
  for (const { text } of queries.slice(0, WARM_UP)) await search(text, DEPTH);
  const places = [];
  const cleanPlaces = [];
  const times = [];
  for (const { text, answers, clean } of queries) {
    const { value: ids, cpuMs } = await cpuOf(() => search(text, DEPTH));
    places.push(placeOf(ids, answers));
    times.push(cpuMs);
    if (clean !== undefined) cleanPlaces.push(placeOf(await search(clean, DEPTH), answers));
  }
  return { places, cleanPlaces, times };
}

function summaryOf(runs) {
  const all = (key) => runs.flatMap((run) => run[key]);
  const sum = (key) => runs.reduce((total, run) => total + run[key], 0);
  const places = all('places');
  const clean = all('cleanPlaces');
  const times = all('times');
  return {
    mrr: reciprocalRank(places),
    recall: recall(places),
    queries: places.length,
    ...(clean.length && { kept: reciprocalRank(places) / reciprocalRank(clean) }),
    textBytes: sum('textBytes'),
    indexBytes: sum('indexBytes'),
    buildMs: sum('buildMs'),
    loadMs: sum('loadMs'),
    times,
    p50Ms: quantile(times, 0.5),
    p99Ms: quantile(times, 0.99),
  };
}
