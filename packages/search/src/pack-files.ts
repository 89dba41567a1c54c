import { HelpError, toHelpError } from '@helpkiosk/core';
import type { ReadFile } from '@helpkiosk/core';
import { ANALYSER } from './analysis/analyser.js';
import { MANIFEST_NAME, type PackFile, type PackManifest } from './pack-format.js';
import { parseManifest } from './parse-pack.js';

/** The files of a pack, from the cache where that is right. What the cache does wrong is never an error. */
export interface PackFiles {
  /** From the network; where that cannot be reached, from the cache. */
  manifest(): Promise<PackManifest>;
  /** A file whose name holds a hash of its content: from the cache if it is there and whole. `parse` throws for content that is no good. */
  shard<T>(file: PackFile, parse: (bytes: Uint8Array) => T): Promise<T>;
  /** Aborts what is being read. */
  close(): void;
}

/** What keeps files between visits; nothing that it does wrong reaches its caller. */
export interface FileCache {
  /** What `parse` makes of a kept file; undefined if there is none, it comes too late, or `parse` throws: then it is thrown away. */
  take<T>(name: string, parse: (bytes: Uint8Array) => T): Promise<T | undefined>;
  put(name: string, bytes: Uint8Array): void;
  /** Throws away all but these: files of packs that have been replaced. */
  keepOnly(names: ReadonlySet<string>): void;
}

/**
 * Reads a pack through `read`. A HelpError that it throws is kept, anything else becomes `network`. A file that is not as long
 * as the manifest says is read once more, then it is HelpError `pack-missing` (details: `file`, `reason`).
 */
export function createPackFiles(read: ReadFile, kept?: FileCache): PackFiles {
  const closing = new AbortController();
  const fetchFile = async (name: string): Promise<Uint8Array> => {
    try {
      closing.signal.throwIfAborted();
      return await read(name, { signal: closing.signal });
    } catch (error) {
      throw toHelpError(error, 'network', { file: name });
    }
  };
  return {
    async manifest() {
      try {
        const bytes = await fetchFile(MANIFEST_NAME);
        const manifest = readManifest(bytes);
        kept?.put(MANIFEST_NAME, bytes);
        kept?.keepOnly(fileNames(manifest));
        return manifest;
      } catch (error) {
        if (!toHelpError(error).retryable) throw error;
        const manifest = await kept?.take(MANIFEST_NAME, readManifest);
        if (!manifest) throw error;
        return manifest;
      }
    },
    async shard(file, parse) {
      const old = await kept?.take(file.name, (bytes) => parse(wholeFile(file, bytes)));
      if (old !== undefined) return old;
      let bytes = await fetchFile(file.name);
      if (bytes.byteLength !== file.bytes) bytes = await fetchFile(file.name);
      const value = parse(wholeFile(file, bytes));
      kept?.put(file.name, bytes);
      return value;
    },
    close: () => closing.abort(),
  };
}

function readManifest(bytes: Uint8Array): PackManifest {
  const manifest = parseManifest(bytes);
  const { id, version } = manifest.analyser;
  if (id !== ANALYSER.id || version !== ANALYSER.version)
    throw new HelpError('pack-incompatible', { analyser: `${id} ${version}` });
  return manifest;
}

function fileNames({ locales }: PackManifest): Set<string> {
  const files = Object.values(locales).flatMap(({ index, articles }) => [index, ...articles]);
  return new Set([MANIFEST_NAME, ...files.map(({ name }) => name)]);
}

function wholeFile({ name, bytes: expected }: PackFile, bytes: Uint8Array): Uint8Array {
  if (bytes.byteLength !== expected) throw new HelpError('pack-missing', { file: name, reason: 'bytes' });
  return bytes;
}
