/** Reads numbers as `createByteWriter` wrote them, one after the other, from `at` on; behind the end it reads zeros. */
export function createByteReader(bytes: Uint8Array, at = 0): () => number {
  let next = at;
  return () => {
    let value = 0;
    for (let shift = 0; ; shift += 7) {
      const byte = bytes[next++]!;
      value |= (byte & 0x7f) << shift;
      if (!(byte & 0x80)) return value >>> 0;
    }
  };
}
