/** Bytes that grow. */
export interface ByteWriter {
  readonly length: number;
  /** An integer from 0 to 2^32 - 1, seven bits a byte, lowest first; the high bit says that another follows (LEB128). */
  number(value: number): void;
  bytes(bytes: Uint8Array): void;
  done(): Uint8Array;
}

export function createByteWriter(): ByteWriter {
  let room = new Uint8Array(1024);
  let length = 0;
  const grow = (more: number): void => {
    if (length + more <= room.length) return;
    const larger = new Uint8Array(Math.max(room.length * 2, length + more));
    larger.set(room);
    room = larger;
  };
  return {
    get length() {
      return length;
    },
    number(value) {
      grow(5);
      let rest = value >>> 0;
      for (; rest > 0x7f; rest >>>= 7) room[length++] = (rest & 0x7f) | 0x80;
      room[length++] = rest;
    },
    bytes(bytes) {
      grow(bytes.length);
      room.set(bytes, length);
      length += bytes.length;
    },
    done: () => room.slice(0, length),
  };
}
