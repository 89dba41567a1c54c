/** Reads numbers as `createByteWriter` wrote them, one after the other, from the half byte `at` on; behind the end it reads zeros. */
export function createByteReader(bytes: Uint8Array, at = 0): () => number {
  let next = at;
  return () => {
    let value = 0;
    for (let shift = 0; ; shift += 3) {
      const half = bytes[next >> 1]! >> ((next++ & 1) << 2);
      value |= (half & 7) << shift;
      if (!(half & 8)) return value >>> 0;
    }
  };
}
