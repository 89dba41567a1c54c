// What folding gives, remembered: most texts are made of few different characters.
import { CLUSTERS, foldCluster } from './fold.js';
import { charKind, type CharKind } from './script.js';

/** A folded character with its marks; or a mark that has none before it in its cluster, as the kind `mark`. */
export interface Folded {
  readonly text: string;
  readonly kind: CharKind;
  readonly digit: boolean;
}

/** What a reader sees as one character, folded. */
export interface Cluster {
  readonly folded: readonly Folded[];
  /** UTF-16 units that it takes. */
  readonly length: number;
  /** True where it is nothing but what stands between words. */
  readonly isBreak: boolean;
}

/**
 * Gives the cluster that begins at a place of a text. It remembers 65,536 units and 4,096 clusters at most, which nobody can tell from
 * nothing: what a cluster folds to depends on nothing else.
 */
export type ClusterAt = (text: string, at: number) => Cluster;

const UNITS = 0x10000;
const MOST_CLUSTERS = 4096;
const MOST_MARKS = 16;
const JOINING = /[\p{M}\u200d\uff9e\uff9f\u1160-\u11ff\ud800-\udfff]/u;

/** A folding with an empty memory; `keepMarks` as in `foldCluster`. */
export function createFolding(keepMarks: boolean): ClusterAt {
  const units: (Cluster | undefined)[] = Array(UNITS);
  const joining = new Uint8Array(UNITS);
  const clusters = new Map<string, Cluster>();
  const make = (text: string): Cluster => {
    const folded = fold(text, keepMarks);
    return { folded, length: text.length, isBreak: folded.length > 0 && folded.every(({ kind }) => kind === 'break') };
  };
  /** Whether a unit may belong to the one before it. */
  const joins = (unit: number): boolean => (joining[unit] ||= JOINING.test(String.fromCharCode(unit)) ? 2 : 1) > 1;
  return (text, at) => {
    if (at + 1 < text.length && joins(text.charCodeAt(at + 1))) {
      CLUSTERS.lastIndex = at;
      const [cluster] = CLUSTERS.exec(text)!;
      let known = clusters.get(cluster);
      if (!known) {
        if (clusters.size > MOST_CLUSTERS) clusters.clear();
        clusters.set(cluster, (known = make(cluster)));
      }
      return known;
    }
    return (units[text.charCodeAt(at)] ??= make(text[at]!));
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
