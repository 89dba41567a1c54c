import { toHelpError } from '@helpkiosk/core';
import type { Env, KeyValueStore, ReadFile } from '@helpkiosk/core';
import { MANIFEST_NAME } from './pack-format.js';
import { parseManifest } from './parse-pack.js';

/** After this the network is asked; a store that answers later is not waited for. */
const PATIENCE_MS = 300;

/**
 * `read` with a store beside it. The manifest comes from the network, and from the store where that cannot be reached. Other files have names
 * that hold a hash of their content: they come from the store if they are there and as long as the manifest says. One that is asked for
 * again was no good, and is read anew. What the store does wrong is never an error. `env` sets the timer for a store that is slow or hangs.
 */
export function createKeptRead(read: ReadFile, store: KeyValueStore, env: Pick<Env, 'setTimer'>): ReadFile {
  let sizes: ReadonlyMap<string, number> = new Map();
  let given = new Set<string>();
  const enter = (manifest: unknown): void => {
    sizes = sizesOf(manifest);
    given = new Set();
  };
  const readManifest: ReadFile = async (name, options) => {
    try {
      const bytes = await read(name, options);
      enter(bytes);
      replaceAll(store, bytes, sizes);
      return bytes;
    } catch (error) {
      const kept = toHelpError(error, 'network').retryable && (await take(store, name, env));
      if (!kept) throw error;
      try {
        enter(kept);
      } catch {
        throw error;
      }
      return kept;
    }
  };
  return async (name, options) => {
    if (name === MANIFEST_NAME) return readManifest(name, options);
    const kept = given.has(name) ? null : await take(store, name, env);
    given.add(name);
    if (kept && kept.byteLength === sizes.get(name)) return kept;
    const bytes = await read(name, options);
    if (bytes.byteLength === sizes.get(name)) quietly(() => store.update(name, () => bytes));
    return bytes;
  };
}

function sizesOf(manifest: unknown): Map<string, number> {
  const locales = Object.values(parseManifest(manifest).locales);
  const files = locales.flatMap(({ index, articles }) => [index, ...articles]);
  return new Map(files.map(({ name, bytes }) => [name, bytes]));
}

/** What the store holds under a name, in time and of the right type; else null. */
async function take(store: KeyValueStore, name: string, env: Pick<Env, 'setTimer'>): Promise<Uint8Array | null> {
  const found = await new Promise((resolve) => {
    const stop = env.setTimer(() => resolve(null), PATIENCE_MS);
    quietly(() => store.get(name).then(resolve, resolve).finally(stop));
  });
  return found instanceof Uint8Array ? found : null;
}

/** Keeps a new manifest, and throws away the files of packs that it has replaced. */
function replaceAll(store: KeyValueStore, manifest: Uint8Array, files: ReadonlyMap<string, number>): void {
  quietly(async () => {
    await store.update(MANIFEST_NAME, () => manifest);
    for (const key of await store.keys())
      if (key !== MANIFEST_NAME && !files.has(key)) await store.update(key, () => undefined);
  });
}

function quietly(work: () => Promise<unknown>): void {
  (async () => work())().catch(() => {});
}
