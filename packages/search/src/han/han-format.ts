// How a file of Han data begins. The writer and the reader share it; the body is described at `writeHanData`.

/** The first bytes of every such file: "HKhn" in ASCII. */
export const HAN_MAGIC: readonly number[] = [0x48, 0x4b, 0x68, 0x6e];

/** The one version that there is; a reader refuses others. */
export const HAN_VERSION = 1;

/** Where the body begins: behind magic, version (one byte) and check (four bytes, little endian). */
export const HAN_BODY = 9;

/** A 32-bit FNV-1a hash of the body: tells every change of a single byte, and nearly every other. */
export function hanCheck(body: Uint8Array): number {
  let hash = 0x811c9dc5;
  for (const byte of body) hash = Math.imul(hash ^ byte, 0x01000193);
  return hash >>> 0;
}
