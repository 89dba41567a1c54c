// The files of one pack in a store of its own. What comes out is what went in, bit for bit, or nothing.
import type { KeyValueStore } from '@helpkiosk/core';
import { MANIFEST_NAME, type PackFile, type PackLocale, type PackManifest } from './pack-format.js';
import { parseManifest } from './parse-pack.js';
import { sha256 } from './sha256.js';

/** How the manifest lies in the store: with the hash that its name does not carry. Another `v` is of another release. */
interface ManifestRecord {
  v: 1;
  hash: string;
  bytes: Uint8Array;
}

/** A manifest with the bytes that it was read from. */
export interface ReadManifest {
  bytes: Uint8Array;
  manifest: PackManifest;
}

/** What is kept of a pack. The readers never reject: what is absent, damaged, foreign or cannot be read is null. */
export interface KeptFiles {
  manifest(): Promise<ReadManifest | null>;
  file(name: string): Promise<Uint8Array | null>;
  /** The names of all files that are there, good or not; none where the store cannot be read. */
  names(): Promise<ReadonlySet<string>>;
  /** Puts a file there; rejects as `KeyValueStore.update` does. A file whose name does not tell its content is not kept. */
  put(name: string, bytes: Uint8Array): Promise<void>;
  /** From here on the pack is this one: the last step of every change. */
  commit(manifest: ReadManifest): Promise<void>;
  /** Removes some files; what cannot be removed stays. */
  remove(names: Iterable<string>): Promise<void>;
}

/** Files in `store`, which must be this pack's own. */
export function createKeptFiles(store: KeyValueStore): KeptFiles {
  const read = (key: string): Promise<unknown> => store.get(key).catch(() => null);
  return {
    async manifest() {
      const record = (await read(MANIFEST_NAME)) as Partial<ManifestRecord> | null;
      const { v, hash, bytes } = record ?? {};
      if (v !== 1 || !(bytes instanceof Uint8Array) || sha256(bytes) !== hash) return null;
      try {
        return { bytes, manifest: parseManifest(bytes) };
      } catch {
        return null; // of a release that reads other packs
      }
    },
    async file(name) {
      const bytes = await read(name);
      return bytes instanceof Uint8Array && isContentOf(name, bytes) ? bytes : null;
    },
    names: async () => new Set(await store.keys().catch(() => [])),
    async put(name, bytes) {
      if (isContentOf(name, bytes)) await store.update(name, () => bytes);
    },
    commit({ bytes }) {
      const record: ManifestRecord = { v: 1, hash: sha256(bytes), bytes };
      return store.update(MANIFEST_NAME, () => record);
    },
    async remove(names) {
      for (const name of names) await store.update(name, () => undefined).catch(() => {});
    },
  };
}

/** Whether some bytes are those that a name tells of: `index-en-0123456789.json` holds the beginning of their SHA-256, ten digits at least. */
export function isContentOf(name: string, bytes: Uint8Array): boolean {
  const hash = /-([0-9a-f]{10,64})\.\w+$/.exec(name)?.[1];
  return !!hash && sha256(bytes).startsWith(hash);
}

/** The files of one language: what is needed to search first. */
export function filesOf({ index, han, articles }: PackLocale): PackFile[] {
  return [index, ...(han ? [han] : []), ...articles];
}

/** The names of every file of a pack. */
export function namesIn({ locales }: PackManifest): Set<string> {
  return new Set(Object.values(locales).flatMap((files) => filesOf(files).map(({ name }) => name)));
}
