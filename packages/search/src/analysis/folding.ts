// What folding gives, remembered: most texts are made of few different characters.
import { CLUSTERS, foldCluster } from './fold.js';
import { charKind, type CharKind } from './script.js';

/** A folded character with its marks; or a mark that has none before it in its cluster, as the kind `mark`. */
export interface Folded {
  readonly text: string;
  readonly kind: CharKind;
  readonly digit: boolean;
}

/** A UTF-16 unit alone. */
interface Unit {
  readonly folded: readonly Folded[];
  /** True if it may belong to the unit before it. */
  readonly joins: boolean;
}

/**
 * Visits the folded characters of a text, each with the stretch it comes from. It remembers 65,536 units and 4,096 clusters at most, which
 * nobody can tell from nothing: what a cluster folds to depends on nothing else.
 */
export type EachFolded = (text: string, visit: (folded: Folded, start: number, end: number) => void) => void;

const UNITS = 0x10000;
const MOST_CLUSTERS = 4096;
const MOST_MARKS = 16;
const JOINING = /[\p{M}\u200d\uff9e\uff9f\u1160-\u11ff\ud800-\udfff]/u;

/** A folding with an empty memory; `keepMarks` as in `foldCluster`. */
export function createFolding(keepMarks: boolean): EachFolded {
  const units: (Unit | undefined)[] = Array(UNITS);
  const clusters = new Map<string, readonly Folded[]>();
  const unitAt = (text: string, at: number): Unit =>
    (units[text.charCodeAt(at)] ??= { folded: fold(text[at]!, keepMarks), joins: JOINING.test(text[at]!) });
  return (text, visit) => {
    for (let at = 0; at < text.length;) {
      const start = at;
      let { folded } = unitAt(text, at);
      if (++at < text.length && unitAt(text, at).joins) {
        CLUSTERS.lastIndex = start;
        const [cluster] = CLUSTERS.exec(text)!;
        if (clusters.size > MOST_CLUSTERS) clusters.clear();
        clusters.set(cluster, (folded = clusters.get(cluster) ?? fold(cluster, keepMarks)));
        at = start + cluster.length;
      }
      for (const char of folded) visit(char, start, at);
    }
  };
}

function fold(cluster: string, keepMarks: boolean): Folded[] {
  const folded: Folded[] = [];
  for (const text of foldCluster(cluster, keepMarks)) {
    const kind = charKind(text);
    const last = folded.at(-1);
    if (kind === 'mark' && last && last.kind !== 'mark') folded[folded.length - 1] = withMark(last, text);
    else folded.push({ text, kind, digit: /\p{N}/u.test(text) });
  }
  return folded;
}

/** A character with one more mark: not beyond 16 units, since nobody reads a letter under twenty of them. */
export function withMark(char: Folded, mark: string): Folded {
  return char.text.length < MOST_MARKS ? { ...char, text: char.text + mark } : char;
}
