// Work as a number that no other load on the machine changes: how often, and over how many characters, some functions of the language are called that every
// loop over texts, terms and results goes through.

/** Counts until `stop`, which puts the functions back. */
export interface WorkCounter {
  /** What was counted while `run` ran; rejects with what it rejects with. */
  count(run: () => Promise<unknown>): Promise<number>;
  stop(): void;
}

type Method = (this: unknown, ...given: unknown[]) => unknown;

/** What is counted: the owner, its method, and what a call counts. */
const COUNTED: readonly (readonly [owner: object, name: string, worth: (self: unknown) => number])[] = [
  [String.prototype, 'charCodeAt', () => 1],
  [String.prototype, 'startsWith', () => 1],
  [String.prototype, 'normalize', (text) => String(text).length],
  [String.prototype, 'toLowerCase', (text) => String(text).length],
  [Map.prototype, 'get', () => 1],
  [Array.prototype, 'push', () => 1],
  [Math, 'log', () => 1],
  [Math, 'imul', () => 1],
];

/** Begins to count in the whole process. */
export function startCounting(): WorkCounter {
  let work = 0;
  const undo = COUNTED.map(([owner, name, worth]) => {
    const methods = owner as Record<string, Method>;
    const own = methods[name]!;
    const counting: Method = function (...given) {
      work += worth(this);
      return Reflect.apply(own, this, given);
    };
    methods[name] = counting;
    return () => void (methods[name] = own);
  });
  return {
    async count(run) {
      const before = work;
      await run();
      return work - before;
    },
    stop: () => undo.forEach((put) => put()),
  };
}
