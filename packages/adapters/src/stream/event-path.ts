/** How the way to a host was found to be; shared by all that is watched there. */
export interface EventPath {
  /** Streams in a row that brought nothing. */
  barren: number;
  /** Monotonic; until then events are asked for by long polls. */
  pollUntil: number;
}

/** A way that nobody has tried. */
export const createEventPath = (): EventPath => ({ barren: 0, pollUntil: -Infinity });
