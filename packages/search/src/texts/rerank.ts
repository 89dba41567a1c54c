// A second look at the best candidates: their stored texts against the query, by short runs of letters. What stems and words miss (compounds,
// prefixes, endings, words cut apart) counts here a little, and so do words that stand together.

const LINE_BOOST = 3;
/** A text adds at most so many times what the index says of it: it knows the keywords too, which no text shows. */
const MOST_TIMES = 1.5;
/**
 * What the closest stretch of a candidate counts beside that, and how many runs of letters it is long: about a sentence. A long text holds the
 * words of many questions, an answer holds them side by side.
 */
const WINDOW_SHARE = 0.3;
const WINDOW = 100;
/** What nearly every candidate holds, by its rarity, is not looked for there: it is most of a text, and finds nothing. */
const COMMON = 0.25;
const SATURATION = 1.2;
const LENGTH_NORM = 0.7;
/** Of a longer text the beginning is compared. */
const LONGEST_TEXT = 8000;
const LAST_SLOT = 4095;
const SPACE = 32;
/** A query's runs are told apart by so many bits: four times what a query of usual letters has. */
const NUMBER_BITS = 11;
const LAST_NUMBER = (1 << NUMBER_BITS) - 1;

/** A candidate: what the index says of it, its title and headings, and its texts. */
export interface Candidate {
  readonly score: number;
  readonly lines: readonly string[];
  readonly texts: readonly string[];
}

/** So many candidates are compared in one step: a few milliseconds where nothing has been compiled yet. */
const STEP = 6;

/** New scores for candidates, in the same order, as work for `inSteps`: their best line, their best text and their closest stretch add to them, at most the best score once more. The rarity of a run of letters is its rarity among the candidates. */
export function* rerank(query: string, candidates: readonly Candidate[]): Generator<void, number[]> {
  const numbers = new Map<number, number>();
  // Marks the slots of hashes that are asked for: most of a text's are not.
  const slots = new Uint8Array(LAST_SLOT + 1);
  eachGram(query, (hash) => {
    slots[hash & LAST_SLOT] = 1;
    if (!numbers.has(hash) && numbers.size <= LAST_NUMBER) numbers.set(hash, numbers.size);
  });
  const count = (text: string): Counts => {
    const times = new Uint16Array(numbers.size);
    const hits: number[] = [];
    const length = eachGram(text.slice(0, LONGEST_TEXT), (hash, at) => {
      const number = slots[hash & LAST_SLOT] ? numbers.get(hash) : undefined;
      if (number === undefined) return;
      times[number]!++;
      hits.push((at << NUMBER_BITS) | number);
    });
    return { times, hits, length };
  };
  const lines: Counts[][] = [];
  const texts: Counts[][] = [];
  for (const candidate of candidates) {
    lines.push(candidate.lines.map(count));
    if (texts.push(candidate.texts.map(count)) % STEP === 0) yield;
  }
  const wholes = lines.map((own, i) => [...own, ...texts[i]!]);
  const rarities = raritiesOf(wholes, numbers.size);
  const byText = likenesses(texts, rarities);
  const sums = toTop(likenesses(lines, rarities).map((likeness, i) => LINE_BOOST * likeness + byText[i]!));
  const held = new Int32Array(numbers.size);
  const windows = toTop(wholes.map((own) => Math.max(0, ...own.map(({ hits }) => closest(hits, rarities, held)))));
  const best = Math.max(...candidates.map(({ score }) => score));
  return candidates.map(
    ({ score }, i) =>
      score + Math.min(best, MOST_TIMES * score) * (sums[i]! * (1 - WINDOW_SHARE) + windows[i]! * WINDOW_SHARE),
  );
}

/** How rare each of the runs is among the candidates; 0 for one that none holds. */
function raritiesOf(wholes: readonly (readonly Counts[])[], size: number): Float64Array {
  return new Float64Array(size).map((_, gram) => {
    const holding = wholes.filter((own) => own.some(({ times }) => times[gram])).length;
    return holding && Math.log(1 + (wholes.length - holding + 0.5) / (holding + 0.5));
  });
}

/** Figures as shares of the highest. */
function toTop(figures: readonly number[]): number[] {
  const most = Math.max(...figures) || 1;
  return figures.map((figure) => figure / most);
}

/** The rarities together of the different runs in the stretch of a text that has most of them; `held` is memory to count in. */
function closest(hits: readonly number[], rarities: Float64Array, held: Int32Array): number {
  held.fill(0);
  let [sum, most, from] = [0, 0, 0];
  for (const hit of hits) {
    const number = hit & LAST_NUMBER;
    if (rarities[number]! < COMMON || held[number]!++) continue;
    sum += rarities[number]!;
    for (; hit - hits[from]! > WINDOW << NUMBER_BITS; from++) {
      const gone = hits[from]! & LAST_NUMBER;
      if (!--held[gone]!) sum -= rarities[gone]!;
    }
    if (sum > most) most = sum;
  }
  return most;
}

/** How often each run of letters of the query stands in a text, where (the place, and in the last bits the number of the run), and how many runs the text has. */
interface Counts {
  readonly times: Uint16Array;
  readonly hits: readonly number[];
  readonly length: number;
}

/** How like the query the best text of each candidate is (BM25). */
function likenesses(stretches: readonly (readonly Counts[])[], rarities: Float64Array): number[] {
  const all = stretches.flat();
  const average = all.reduce((sum, { length }) => sum + length, 0) / all.length;
  const likeness = ({ times, length }: Counts): number => {
    const norm = SATURATION * (1 - LENGTH_NORM + (LENGTH_NORM * length) / average);
    let sum = 0;
    for (let gram = 0; gram < times.length; gram++) {
      const n = times[gram]!;
      if (n) sum += (rarities[gram]! * n * (SATURATION + 1)) / (n + norm);
    }
    return sum;
  };
  return stretches.map((own) => Math.max(0, ...own.map(likeness)));
}

/**
 * Visits the runs of letters of a text, folded, each as a number with its place, and tells how many there are: four, which tell a word part, or one and two in
 * scripts whose characters are syllables or words. What is no letter or digit of ASCII is one space.
 */
function eachGram(text: string, visit: (hash: number, at: number) => void): number {
  const folded = text.normalize('NFKC').toLowerCase();
  let count = 0;
  let [a, b, c] = [0, 0, SPACE];
  for (let i = 0; i <= folded.length; i++) {
    let unit = i < folded.length ? folded.charCodeAt(i) : SPACE;
    if (unit < 128 && !(unit > 96 && unit < 123) && !(unit > 47 && unit < 58)) unit = SPACE;
    if (unit === SPACE && c === SPACE) continue;
    if (isWide(c)) {
      visit(Math.imul(c, 0x85ebca6b), count++);
      visit(Math.imul(c, 0x9e3779b1) ^ unit, count++);
    } else if (a && !isWide(a)) {
      visit(Math.imul(Math.imul(Math.imul(a, 31) + b, 0x85ebca6b) + c, 0xc2b2ae35) ^ unit, count++);
    }
    a = b;
    b = c;
    c = unit;
  }
  return count;
}

const isWide = (unit: number): boolean => unit > 0x2e7f && unit < 0xd7a4;
