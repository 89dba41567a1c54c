// A second look at the best candidates: their stored texts against the query, by short runs of letters. What stems and words miss (compounds,
// prefixes, endings, words cut apart) counts here a little, and so do words that stand together.

/** How many of the first candidates are looked at again. */
export const RERANKED = 16;
const LINE_BOOST = 3;
/** A text adds at most so many times what the index says of it: it knows the keywords too, which no text shows. */
const MOST_TIMES = 1.5;
const SATURATION = 1.2;
const LENGTH_NORM = 0.7;
/** Of a longer text the beginning is compared. */
const LONGEST_TEXT = 8000;
const LAST_SLOT = 4095;
const SPACE = 32;

/** A candidate: what the index says of it, its title and headings, and its texts. */
export interface Candidate {
  readonly score: number;
  readonly lines: readonly string[];
  readonly texts: readonly string[];
}

/** So many candidates are compared in one step: a few milliseconds where nothing has been compiled yet. */
const STEP = 6;

/** New scores for candidates, in the same order, as work for `inSteps`: their best line and their best text add to them, at most the best score once more. The rarity of a run of letters is its rarity among the candidates. */
export function* rerank(query: string, candidates: readonly Candidate[]): Generator<void, number[]> {
  const numbers = new Map<number, number>();
  // Marks the slots of hashes that are asked for: most of a text's are not.
  const slots = new Uint8Array(LAST_SLOT + 1);
  eachGram(query, (hash) => {
    slots[hash & LAST_SLOT] = 1;
    if (!numbers.has(hash)) numbers.set(hash, numbers.size);
  });
  const count = (text: string): Counts => {
    const times = new Uint16Array(numbers.size);
    const length = eachGram(text.slice(0, LONGEST_TEXT), (hash) => {
      const number = slots[hash & LAST_SLOT] ? numbers.get(hash) : undefined;
      if (number !== undefined) times[number]!++;
    });
    return { times, length };
  };
  const lines: Counts[][] = [];
  const texts: Counts[][] = [];
  for (const candidate of candidates) {
    lines.push(candidate.lines.map(count));
    if (texts.push(candidate.texts.map(count)) % STEP === 0) yield;
  }
  const wholes = lines.map((own, i) => [...own, ...texts[i]!]);
  const rarities = [...numbers.values()].map((gram) => {
    const holding = wholes.filter((own) => own.some(({ times }) => times[gram])).length;
    return holding && Math.log(1 + (candidates.length - holding + 0.5) / (holding + 0.5));
  });
  const byText = likenesses(texts, rarities);
  const sums = likenesses(lines, rarities).map((likeness, i) => LINE_BOOST * likeness + byText[i]!);
  const most = Math.max(...sums) || 1;
  const best = Math.max(...candidates.map(({ score }) => score));
  return candidates.map(({ score }, i) => score + (Math.min(best, MOST_TIMES * score) * sums[i]!) / most);
}

/** How often each run of letters of the query stands in a text, and how many runs the text has. */
interface Counts {
  readonly times: Uint16Array;
  readonly length: number;
}

/** How like the query the best text of each candidate is (BM25). */
function likenesses(stretches: readonly (readonly Counts[])[], rarities: readonly number[]): number[] {
  const all = stretches.flat();
  const average = all.reduce((sum, { length }) => sum + length, 0) / all.length;
  const likeness = ({ times, length }: Counts): number => {
    const norm = SATURATION * (1 - LENGTH_NORM + (LENGTH_NORM * length) / average);
    return times.reduce((sum, n, gram) => (n ? sum + (rarities[gram]! * n * (SATURATION + 1)) / (n + norm) : sum), 0);
  };
  return stretches.map((own) => Math.max(0, ...own.map(likeness)));
}

/**
 * Visits the runs of letters of a text, folded, each as a number, and tells how many there are: four, which tell a word part, or one and two in
 * scripts whose characters are syllables or words. What is no letter or digit of ASCII is one space.
 */
function eachGram(text: string, visit: (hash: number) => void): number {
  const folded = text.normalize('NFKC').toLowerCase();
  let count = 0;
  let [a, b, c] = [0, 0, SPACE];
  for (let i = 0; i <= folded.length; i++) {
    let unit = i < folded.length ? folded.charCodeAt(i) : SPACE;
    if (unit < 128 && !(unit > 96 && unit < 123) && !(unit > 47 && unit < 58)) unit = SPACE;
    if (unit === SPACE && c === SPACE) continue;
    if (isWide(c)) {
      visit(Math.imul(c, 0x85ebca6b));
      visit(Math.imul(c, 0x9e3779b1) ^ unit);
      count += 2;
    } else if (a && !isWide(a)) {
      visit(Math.imul(Math.imul(Math.imul(a, 31) + b, 0x85ebca6b) + c, 0xc2b2ae35) ^ unit);
      count++;
    }
    a = b;
    b = c;
    c = unit;
  }
  return count;
}

const isWide = (unit: number): boolean => unit > 0x2e7f && unit < 0xd7a4;
