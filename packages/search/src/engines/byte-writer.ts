/** Numbers that become bytes. */
export interface ByteWriter {
  /** How many half bytes there are. */
  readonly length: number;
  /** An integer from 0 to 2^32 - 1, three bits each half byte, lowest first; its high bit says that another follows. The lower half of a byte comes first. */
  number(value: number): void;
  /** All that was written; half a byte that is left is zero. */
  done(): Uint8Array;
}

export function createByteWriter(): ByteWriter {
  let room = new Uint8Array(1024);
  let length = 0;
  const add = (half: number): void => {
    const at = length++ >> 1;
    if (at === room.length) {
      const larger = new Uint8Array(room.length * 2);
      larger.set(room);
      room = larger;
    }
    room[at]! |= length & 1 ? half : half << 4;
  };
  return {
    get length() {
      return length;
    },
    number(value) {
      let rest = value >>> 0;
      for (; rest > 7; rest >>>= 3) add((rest & 7) | 8);
      add(rest);
    },
    done: () => room.slice(0, (length + 1) >> 1),
  };
}
