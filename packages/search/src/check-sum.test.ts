import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { checkSum } from './check-sum.js';

const someBytes = fc.uint8Array({ minLength: 1, maxLength: 200 });

describe('checkSum', () => {
  it('is a whole number of 32 bits, the same for the same bytes wherever they lie', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 200 }), fc.nat(7), (bytes, before) => {
        const sum = checkSum(bytes);
        const larger = new Uint8Array(before + bytes.length + 3).fill(255);
        larger.set(bytes, before);
        expect(sum).toBe(sum >>> 0);
        expect(checkSum(larger.subarray(before, before + bytes.length))).toBe(sum);
      }),
    );
  });

  it('tells every change of a bit', () => {
    const bytes = Uint8Array.from({ length: 67 }, (_, i) => (i * 37) & 255);
    const sums = new Set([checkSum(bytes)]);
    for (let at = 0; at < bytes.length * 8; at++)
      sums.add(checkSum(bytes.map((byte, i) => (i === at >> 3 ? byte ^ (1 << (at & 7)) : byte))));
    expect(sums.size).toBe(1 + bytes.length * 8);
  });

  it('tells every change of a byte', () => {
    fc.assert(
      fc.property(someBytes, fc.nat(), fc.integer({ min: 1, max: 255 }), (bytes, place, change) => {
        const other = bytes.map((byte, i) => (i === place % bytes.length ? byte ^ change : byte));
        expect(checkSum(other)).not.toBe(checkSum(bytes));
      }),
      { numRuns: 500 },
    );
  });

  it('keeps apart what differs in one word alone, where a mixing that cannot be undone joins it again', () => {
    const [one, other] = ['a9d535f178563412', '67728ce778563412'].map((hex) => checkSum(Buffer.from(hex, 'hex')));
    expect(one).not.toBe(other);
  });

  it('tells every truncation of a file, of zeros too', () => {
    for (const factor of [37, 0]) {
      const bytes = Uint8Array.from({ length: 67 }, (_, i) => (i * factor) & 255);
      const sums = new Set(Array.from({ length: 68 }, (_, length) => checkSum(bytes.subarray(0, length))));
      expect(sums.size).toBe(68);
    }
  });
});
