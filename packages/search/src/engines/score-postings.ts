// Adds up what terms say of documents and lines. It is where the time of a question goes: plain loops over numbers.
import type { Found, PlanTerm } from '../engine.js';
import { createByteReader } from './byte-reader.js';
import { firstPlace } from './dictionary.js';
import { BOOSTS, fieldScore, rarityOf } from './fields.js';
import type { Tables } from './read-index.js';

/** What a term says of documents by one of their fields, or of lines, before its weight; places in ascending order. */
interface Share {
  readonly places: Uint32Array;
  readonly scores: Float64Array;
}

/** The shares of a term by line and by each of `FIELDS`. */
type Shares = readonly Share[];

/** Memory to read a share in: its places, and how often the term occurs at each. */
type Room = readonly (readonly [places: Uint32Array, counts: Uint32Array])[];

/** Entries of lists that are kept decoded, twelve bytes each: who types on asks for the same words again. */
const MOST_KEPT = 0x80000;

/** The search of an engine; `startOf` gives the half byte of `bytes` where the postings of a term begin, or 0 for one that is in no text. */
export function createSearch(
  tables: Tables,
  bytes: Uint8Array,
  startOf: (term: PlanTerm) => number,
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
  const room = lengths.map(({ length }) => [new Uint32Array(length), new Uint32Array(length)] as const);
  const sharesOf = keepShares((start) => readShares(bytes, start, tables, room));
  return (plan) => {
    const scores = new Float64Array(docCount);
    while (touchedCount) lineTerms[touched[--touchedCount]!] = 0;
    const held = plan.map((term) => {
      const [lines, ...fields] = sharesOf(startOf(term));
      for (const share of fields) addTo(scores, share, term.weight);
      addLines(lines!, term.weight);
      return fields;
    });
    return {
      scores,
      eachLine(visit) {
        for (let i = 0; i < touchedCount; i++) {
          const line = touched[i]!;
          visit(owners[line]!, lineScores[line]!, kinds[line]!, lineTerms[line]!, lengths[0]![line]!);
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

/** Keeps what was asked for last, up to `MOST_KEPT` entries. */
function keepShares(read: (start: number) => Shares): (start: number) => Shares {
  const known = new Map<number, Shares>();
  let size = 0;
  const sizeOf = (shares: Shares): number => shares.reduce((sum, { places }) => sum + places.length, 0);
  return (start) => {
    const shares = known.get(start) ?? read(start);
    if (!known.delete(start)) size += sizeOf(shares);
    known.set(start, shares);
    for (const [oldest, gone] of known) {
      if (size <= MOST_KEPT) break;
      known.delete(oldest);
      size -= sizeOf(gone);
    }
    return shares;
  };
}

/** Reads the postings of a term that begin at a half byte; there are none at 0. */
function readShares(
  bytes: Uint8Array,
  start: number,
  { docCount, owners, kinds, lengths, averages }: Tables,
  room: Room,
): Shares {
  const read = createByteReader(bytes, start);
  const sizes = lengths.map(() => 0);
  const add = (field: number, place: number, times: number): void => {
    const [places, counts] = room[field]!;
    const size = sizes[field]!;
    if (size && places[size - 1] === place) counts[size - 1]! += times;
    else {
      places[size] = place;
      counts[size] = times;
      sizes[field] = size + 1;
    }
  };
  let place = 0;
  for (let left = start && read() + read(); left > 0; left--) {
    const step = read();
    place += step >>> 1;
    const times = step & 1 ? read() + 2 : 1;
    const line = place - 2 * docCount;
    if (line < 0)
      add(place < docCount ? 4 : 3, place % docCount, times); // the bodies of all documents, then their keywords
    else {
      add(0, line, times);
      if (kinds[line]) add(kinds[line], owners[line]!, times);
    }
  }
  return room.map(([places, counts], field) => {
    const scores = new Float64Array(sizes[field]!);
    const own = lengths[field]!;
    const average = averages[field]!;
    const rarity = BOOSTS[field]! * rarityOf(scores.length, own.length);
    for (let i = 0; i < scores.length; i++) scores[i] = rarity * fieldScore(counts[i]!, own[places[i]!]! / average);
    return { places: places.slice(0, scores.length), scores };
  });
}
