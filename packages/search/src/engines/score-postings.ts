// Adds up what terms say of documents and lines. It is where the time of a question goes: plain loops over numbers.
import type { Found, PlanTerm } from '../engine.js';
import { createByteReader } from './byte-reader.js';
import { firstPlace } from './dictionary.js';
import { BOOSTS, fieldScore, rarityOf } from './fields.js';
import { LINE_KINDS } from './lines.js';
import type { Tables, TermTable } from './read-index.js';

/** What a term says of documents by one of their fields, or of lines, before its weight; places in ascending order. */
interface Share {
  readonly places: Uint32Array;
  readonly scores: Float64Array;
}

/** The shares of a term by title, keywords, heading, body and line. */
type Shares = readonly Share[];

/** Lists that are only needed while others are read. */
interface Room {
  readonly counts: Uint32Array;
  readonly docs: Uint32Array;
  readonly sums: Uint32Array;
}

/** Entries of lists that are kept decoded, twelve bytes each: who types on asks for the same words again. */
const MOST_KEPT = 0x80000;

/** The search of an engine; `numberOf` gives the number of a term, or -1 for one that is in no list. */
export function createSearch(
  tables: Tables,
  terms: TermTable,
  postings: Uint8Array,
  numberOf: (term: PlanTerm) => number,
): (plan: readonly PlanTerm[]) => Found {
  const { docCount, owners, kinds, lengths } = tables;
  /** The lines that hold any of the terms; of each how many, and its score. */
  const touched = new Uint32Array(owners.length);
  let touchedCount = 0;
  const lineTerms = new Uint16Array(owners.length);
  const lineScores = new Float64Array(owners.length);
  const addLines = ({ places, scores }: Share, weight: number): void => {
    for (let i = 0; i < places.length; i++) {
      const line = places[i]!;
      if (!lineTerms[line]!++) {
        touched[touchedCount++] = line;
        lineScores[line] = 0;
      }
      lineScores[line]! += weight * scores[i]!;
    }
  };
  const list = (): Uint32Array => new Uint32Array(Math.max(docCount, owners.length));
  const room: Room = { counts: list(), docs: list(), sums: list() };
  const sharesOf = keepShares((number) =>
    readShares(createByteReader(postings, terms.starts[number]), terms.lists[number]!, tables, room),
  );
  return (plan) => {
    const scores = new Float64Array(docCount);
    while (touchedCount) lineTerms[touched[--touchedCount]!] = 0;
    const held = plan.map((term) => {
      const number = numberOf(term);
      const [lines, ...fields] = number < 0 ? [] : sharesOf(number);
      for (const share of fields) addTo(scores, share, term.weight);
      if (lines) addLines(lines, term.weight);
      return fields;
    });
    return {
      scores,
      eachLine(visit) {
        for (let i = 0; i < touchedCount; i++) {
          const line = touched[i]!;
          visit(owners[line]!, lineScores[line]!, LINE_KINDS[kinds[line]!]!, lineTerms[line]!, lengths[4]![line]!);
        }
      },
      holds: (doc, place) =>
        held[place]!.some(({ places }) => places[firstPlace(0, places.length, (at) => places[at]! >= doc)] === doc),
    };
  };
}

function addTo(sums: Float64Array, { places, scores }: Share, weight: number): void {
  for (let i = 0; i < places.length; i++) sums[places[i]!]! += weight * scores[i]!;
}

/** Keeps what was asked for last, up to `MOST_KEPT` entries beside the newest. */
function keepShares(read: (number: number) => Shares): (number: number) => Shares {
  const known = new Map<number, Shares>();
  let size = 0;
  const sizeOf = (shares: Shares): number => shares.reduce((sum, { places }) => sum + places.length, 0);
  return (number) => {
    const shares = known.get(number) ?? read(number);
    if (!known.delete(number)) size += sizeOf(shares);
    known.set(number, shares);
    for (const [oldest, gone] of known) {
      if (size <= MOST_KEPT || oldest === number) break;
      known.delete(oldest);
      size -= sizeOf(gone);
    }
    return shares;
  };
}

/** Reads the lists of a term: its shares by line, title, heading, keywords and body. `room` is memory to work in. */
function readShares(
  read: () => number,
  has: number,
  { owners, kinds, lengths, averages }: Tables,
  { counts, docs, sums }: Room,
): Shares {
  const shares: Share[] = [];
  const add = (field: number, places: Uint32Array, times: Uint32Array): void => {
    const own = lengths[field]!;
    const average = averages[field]!;
    const rarity = BOOSTS[field]! * rarityOf(places.length, own.length);
    const scores = new Float64Array(places.length);
    for (let i = 0; i < places.length; i++) scores[i] = rarity * fieldScore(times[i]!, own[places[i]!]! / average);
    shares.push({ places, scores });
  };
  const frequency = read();
  for (const list of [1, 2, 4]) {
    const places = new Uint32Array(has & list && (has === list && list > 1 ? frequency : read()));
    let place = 0;
    for (let i = 0; i < places.length; i++) {
      const step = read();
      places[i] = place += step >>> 1;
      counts[i] = step & 1 ? read() + 2 : 1;
    }
    add(list > 1 ? list - 1 : 4, places, counts);
    if (list > 1) continue;
    // Lines of a title (0) or a heading (2) say of their document what its field holds.
    for (const kind of [0, 2]) {
      let found = 0;
      for (let i = 0; i < places.length; i++) {
        const line = places[i]!;
        if (kinds[line] !== kind) continue;
        const doc = owners[line]!;
        if (!found || docs[found - 1] !== doc) {
          docs[found] = doc;
          sums[found++] = 0;
        }
        sums[found - 1]! += counts[i]!;
      }
      add(kind, docs.slice(0, found), sums);
    }
  }
  return shares;
}
