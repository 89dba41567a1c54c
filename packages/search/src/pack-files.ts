import { HelpError } from '@helpkiosk/core';
import type { ReadFile } from '@helpkiosk/core';
import { checkSumSteps } from './check-sum.js';
import { inSteps } from './in-steps.js';
import { MANIFEST_NAME, type PackFile, type PackManifest } from './pack-format.js';
import { parseManifest } from './parse-pack.js';

/** The files of a pack, checked. */
export interface PackFiles {
  manifest(): Promise<PackManifest>;
  /** What `parse` makes of a file; it throws for content that is no good, which is then read once more. */
  shard<T>(file: PackFile, parse: (bytes: Uint8Array, name: string) => T | Promise<T>): Promise<T>;
  /** Aborts what is being read. */
  close(): void;
}

/** Reads a pack through `read`, which rejects with a HelpError or not at all. A file that is twice not what the manifest says is HelpError `pack-missing` (details: `file`, `reason`). */
export function createPackFiles(read: ReadFile): PackFiles {
  const closing = new AbortController();
  const readFile = (name: string): Promise<Uint8Array> => read(name, { signal: closing.signal });
  return {
    manifest: async () => parseManifest(await readFile(MANIFEST_NAME)),
    async shard({ name, bytes: size, check: sum }, parse) {
      const check = async (bytes: Uint8Array) => {
        if (bytes.byteLength !== size || (await inSteps(checkSumSteps(bytes))) !== sum)
          throw new HelpError('pack-missing', { file: name, reason: 'bytes' });
        return parse(bytes, name);
      };
      return check(await readFile(name)).catch(async () => check(await readFile(name)));
    },
    close: () => closing.abort(),
  };
}
