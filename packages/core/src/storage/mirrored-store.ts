import type { Env, KeyValueStore } from '../contracts.js';
import { createBrowserEnv } from '../env.js';

/** For so long a mirror is waited for. */
const PATIENCE_MS = 1000;

/** `isMirrored`: which keys (default all). */
export interface MirrorOptions {
  env?: Pick<Env, 'setTimer'>;
  isMirrored?(key: string): boolean;
}

export interface MirroredStore extends KeyValueStore {
  /** Empties the mirror alone, also where the primary cannot be reached. Never rejects. */
  clearMirror(): Promise<void>;
}

/**
 * The primary, with a copy of some of its values elsewhere. `update` writes the copy after the primary's commit, before it is fulfilled. At the first use a durable primary without
 * any mirrored key gets what the mirror has: the browser has thrown it away. Nothing else is ever read from the mirror. One that fails, or takes longer than a second, changes nothing.
 *
 * While the primary is not `durable` the copy stays as it is: it may be of a database that is only out of reach. Put it around `withMemoryFallback`, not inside.
 */
export function withMirror(
  primary: KeyValueStore,
  mirror: KeyValueStore,
  { env = createBrowserEnv(), isMirrored = () => true }: MirrorOptions = {},
): MirroredStore {
  const late = new Set<string>();
  const inTime = (run: () => Promise<unknown>, handleLate?: () => void): Promise<void> =>
    new Promise((resolve) => {
      const giveUp = (): void => {
        handleLate?.();
        resolve();
      };
      const stopTimer = env.setTimer(giveUp, PATIENCE_MS);
      void run()
        .catch(() => {}) // the primary has it
        .then(() => {
          stopTimer();
          resolve();
        });
    });
  /** Another tab may write between the reading and the writing, and be done with its own copy: so it is read once more. */
  const copy = async (key: string): Promise<void> => {
    for (let copied: string | null | undefined = null; ;) {
      const value = await primary.get(key);
      const text = JSON.stringify(value) as string | undefined;
      if (text === copied || !primary.durable) return;
      await mirror.update(key, () => value);
      copied = text;
    }
  };
  const refill = async (): Promise<void> => {
    if ((await primary.keys()).some(isMirrored) || !primary.durable) return;
    const copies: (readonly [string, unknown])[] = [];
    await inTime(async () => {
      for (const key of (await mirror.keys()).filter(isMirrored)) copies.push([key, await mirror.get(key)]);
    });
    for (const [key, kept] of copies) await primary.update(key, (old) => old ?? kept);
  };
  let opened: Promise<void> | undefined;
  const open = (): Promise<void> =>
    (opened ??= refill().catch((error: unknown) => {
      opened = undefined; // asked anew by the next call, as the primary is
      throw error;
    }));
  return {
    get durable() {
      return primary.durable;
    },
    get: (key) => open().then(() => primary.get(key)),
    keys: () => open().then(() => primary.keys()),
    async update(key, change) {
      await open();
      let isThere = false;
      await primary.update(key, (old) => {
        const value = change(old);
        isThere = old !== undefined || value !== undefined;
        return value;
      });
      if (!isThere || !isMirrored(key) || late.has(key)) return; // a late copy reads again at its end
      await inTime(
        () => copy(key).finally(() => late.delete(key)),
        () => late.add(key),
      );
    },
    clearMirror: () =>
      inTime(async () => {
        for (const key of await mirror.keys()) await mirror.update(key, () => undefined);
      }),
  };
}
