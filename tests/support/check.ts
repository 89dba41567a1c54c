// Assertions for tests that run in a browser, where vitest's are not.

const PATIENCE_MS = 20_000;
const { setTimeout: later } = globalThis;

/** Throws unless both are the same value or, by their JSON, the same data; `what` begins the message. */
export function equal(actual: unknown, expected: unknown, what = 'value'): void {
  const [got, wanted] = [actual, expected].map((each) => (each === undefined ? 'undefined' : JSON.stringify(each)));
  if (got !== wanted) throw new Error(`${what}: expected ${wanted}, got ${got}`);
}

/** Throws unless `condition` is true. */
export function ok(condition: boolean, what: string): asserts condition {
  if (!condition) throw new Error(`not so: ${what}`);
}

/** The first value of `read` that is neither false nor null nor undefined; throws after 20 s. Its timer is the browser's own, whoever patches it. */
export async function until<T>(read: () => T | false | null | undefined, what: string): Promise<T> {
  const endsAt = performance.now() + PATIENCE_MS;
  for (;;) {
    const value = read();
    if (value !== false && value !== null && value !== undefined) return value;
    if (performance.now() > endsAt) throw new Error(`this did not happen: ${what}`);
    await pause(10);
  }
}

/** Resolves after `ms`. */
export const pause = (ms: number): Promise<void> => new Promise((resolve) => void later.call(window, resolve, ms));

/** Lets everything run that has been set going: microtasks, two frames, and a task after them. */
export async function settle(): Promise<void> {
  for (let count = 0; count < 2; count++) await new Promise((resolve) => requestAnimationFrame(resolve));
  await pause(0);
}
