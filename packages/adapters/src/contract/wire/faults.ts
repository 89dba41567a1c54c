// What a bad way does to requests, answers and streams.

/** What goes wrong with event streams. */
export interface StreamFaults {
  /** Every nth event is not handed on, and the connection breaks: inside the event (in the middle of a character where there is one of several bytes) or before it, by turns. */
  cutEvery?: number;
  /** Bytes of one character come in two pieces. */
  split?: boolean;
  /** Each piece comes so many ms later. */
  delayMs?: number;
}

/** What goes wrong, each every so many times, counted over the whole proxy from its start; what is left out goes well. */
export interface Faults extends StreamFaults {
  /** Every nth answer that is no stream is broken off: after the host has done its work, before the first byte or in the middle, by turns. */
  loseEvery?: number;
  /** Every nth write is sent to the host twice; the second answer counts. */
  duplicateEvery?: number;
  /** Every nth request is refused by the proxy with that status and `Retry-After: 0`, and does not reach the host. */
  refuseEvery?: Readonly<Partial<Record<429 | 503, number>>>;
}

/** All faults at once, often. */
export const HARD_FAULTS: Faults = {
  ...{ cutEvery: 7, split: true, delayMs: 1, loseEvery: 5, duplicateEvery: 4 },
  refuseEvery: { 429: 11, 503: 13 },
};
