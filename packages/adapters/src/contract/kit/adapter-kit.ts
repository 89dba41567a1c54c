// What a test of an adapter has at hand.
import type { CallOptions, HelpAdapter, HelpRequest } from '@helpkiosk/core';

export type Method = keyof HelpAdapter;
type Of<M extends Method> = NonNullable<HelpAdapter[M]>;

/** As in vitest, jest and others; for a runner without it leave `expect` out. */
export type Expect = (actual: unknown, message?: string) => { toEqual(expected: unknown): unknown };

export interface KitOptions {
  /** A new adapter for each test. */
  create(): HelpAdapter | Promise<HelpAdapter>;
  /** The methods that it has: what is named is tested, and what is not must not be there. */
  supports: readonly Method[];
  /** Registers a test with the runner. */
  it(name: string, run: () => Promise<void>): unknown;
  /** Default: throws an Error that says what is wrong. */
  expect?: Expect;
  /** The desk's clock (default: this computer's). */
  now?(): number;
  /** What a customer asks who is sent to line or desk (default: a few words in English). */
  request?: HelpRequest;
  /** Lets a simulated clock go on while the kit waits (default: real time passes). */
  tick?(): Promise<void>;
  /** For how long the kit waits for what must come, in ms (default 5,000). */
  limitMs?: number;
  /** After each test, also a failed one. */
  close?(adapter: HelpAdapter): void | Promise<void>;
}

/** One adapter, made for one test. */
export interface AdapterKit {
  readonly adapter: HelpAdapter;
  readonly supports: ReadonlySet<Method>;
  readonly request: HelpRequest;
  now(): number;
  /** A key that was never used. */
  key(): string;
  /** Calls a method; rejects when the answer does not come in time. */
  call<M extends Method>(
    method: M,
    input: Parameters<Of<M>>[0],
    options?: CallOptions,
  ): Promise<Awaited<ReturnType<Of<M>>>>;
  same(actual: unknown, expected: unknown, message: string): void;
  /** Until it is so; rejects with `what` when it does not become so in time. */
  wait(isSo: () => boolean, what: string): Promise<void>;
  /** How a promise ends, in time; null if it does not. */
  outcome<T>(promise: Promise<T>): Promise<{ value: T } | { error: unknown } | null>;
}

/** One test: it runs where all of `needs` are supported. */
export interface AdapterCase {
  readonly name: string;
  readonly needs: readonly Method[];
  run(kit: AdapterKit): Promise<void>;
}

const STEP_MS = 5;

/** The kit around a new adapter. */
export async function createKit(options: KitOptions): Promise<AdapterKit> {
  const { expect = plainExpect, now = Date.now, tick = nextStep, limitMs = 5000 } = options;
  const adapter = await options.create();
  const never = new AbortController().signal;
  const outcome: AdapterKit['outcome'] = async (promise) => {
    let ended: Awaited<ReturnType<typeof outcome>> = null;
    promise.then(
      (value) => (ended = { value }),
      (error: unknown) => (ended = { error }),
    );
    await untilSo(() => ended !== null, tick, limitMs);
    return ended;
  };
  return {
    ...{ adapter, supports: new Set(options.supports), now, outcome },
    request: options.request ?? { locale: 'en', subject: 'A test', text: 'A test of the adapter' },
    key: () => `kit-${crypto.randomUUID()}`,
    async call(method, input, callOptions = { signal: never }) {
      const run = adapter[method] as (given: unknown, each: CallOptions) => Promise<never>;
      const ended = await outcome(run.call(adapter, input, callOptions));
      if (!ended) throw new Error(`${method} has not answered in time`);
      if ('error' in ended) throw ended.error;
      return ended.value;
    },
    same: (actual, expected, message) => void expect(actual, message).toEqual(expected),
    async wait(isSo, what) {
      if (!(await untilSo(isSo, tick, limitMs))) throw new Error(`not in time: ${what}`);
    },
  };
}

async function untilSo(isSo: () => boolean, tick: () => Promise<void>, limitMs: number): Promise<boolean> {
  for (let waitedMs = 0; !isSo() && waitedMs < limitMs; waitedMs += STEP_MS) await tick();
  return isSo();
}

const nextStep = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, STEP_MS));

const plainExpect: Expect = (actual, message) => ({
  toEqual(expected) {
    const [is, should] = [JSON.stringify(actual), JSON.stringify(expected)];
    if (is !== should) throw new Error(`${message}: is ${is}, should be ${should}`);
  },
});
