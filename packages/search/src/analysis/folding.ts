// What folding gives, remembered: most texts are made of few different characters.
import { CLUSTERS, foldCluster } from './fold.js';
import { remember } from '../remember.js';
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
  /** True for a unit that may belong to the one before it. */
  readonly joins: boolean;
}

/**
 * Gives the cluster that begins at a place of a text. It remembers 65,536 units and 4,096 clusters at most, which nobody can tell from
 * nothing: what a cluster folds to depends on nothing else.
 */
export type ClusterAt = (text: string, at: number) => Cluster;

const UNITS = 0x10000;
const MOST_MARKS = 16;
const JOINING = /[\p{M}\u200d\uff9e\uff9f\u1160-\u11ff\ud800-\udfff]/u;

/** A folding with an empty memory; `keepMarks` as in `foldCluster`. */
export function createFolding(keepMarks: boolean): ClusterAt {
  const units: (Cluster | undefined)[] = Array(UNITS);
  const make = (text: string): Cluster => {
    const folded = fold(text, keepMarks);
    return {
      folded,
      length: text.length,
      isBreak: folded.length > 0 && folded.every(({ kind }) => kind === 'break'),
      joins: JOINING.test(text),
    };
  };
  const clusterOf = remember(make);
  const unitAt = (text: string, at: number): Cluster => (units[text.charCodeAt(at)] ??= make(text[at]!));
  return (text, at) => {
    if (at + 1 === text.length || !unitAt(text, at + 1).joins) return unitAt(text, at);
    CLUSTERS.lastIndex = at;
    return clusterOf(CLUSTERS.exec(text)![0]);
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
