import type { HeadingNode, PendingHeading } from '../heading-ids.js';

const ANCHOR = /^[^\s{}]{1,100}$/u;

/**
 * Notes every id of a source and the heading that it stands at, so that a link to any of them finds a section. An id right before a heading,
 * such as that of the section around it, is the heading's own.
 */
export interface AnchorBook {
  /** The headings so far, whose ids are still open. */
  readonly headings: PendingHeading[];
  note(id: string | undefined): void;
  /** Text has come: ids before it belong to the heading above. */
  settle(): void;
  /** A heading begins: what is noted until it ends is left to `endHeading`. */
  beginHeading(): void;
  /** `ids` are those of the heading and of what is in it; null where it is none after all. */
  endHeading(node: HeadingNode | null, ids: readonly string[]): void;
  /** By id the anchor of its section, null before the first heading. Call when headings have their ids. */
  sections(): ReadonlyMap<string, string | null>;
}

/** A book with nothing in it. */
export function createAnchorBook(): AnchorBook {
  const headings: PendingHeading[] = [];
  const places = new Map<string, HeadingNode | null>();
  let waiting: string[] = [];
  let isInHeading = false;
  const place = (id: string, node: HeadingNode | null): void => {
    if (!places.has(id)) places.set(id, node);
  };
  return {
    headings,
    note: (id) => void (id && !isInHeading && waiting.push(id)),
    settle() {
      if (isInHeading) return;
      for (const id of waiting) place(id, headings.at(-1)?.node ?? null);
      waiting = [];
    },
    beginHeading: () => void (isInHeading = true),
    endHeading(node, ids) {
      isInHeading = false;
      const known = [...ids, ...[...waiting].reverse()];
      if (!node) return void (waiting = known);
      const anchor = known.find((id) => ANCHOR.test(id));
      headings.push({ node, ...(anchor ? { anchor } : {}) });
      for (const id of known) place(id, node);
      waiting = [];
    },
    sections: () => new Map([...places].map(([id, node]) => [id, node?.id ?? null])),
  };
}
