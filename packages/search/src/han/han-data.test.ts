import { isHelpError } from '@helpkiosk/core';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readHanData } from './read-han-data.js';
import { writeHanData } from './write-han-data.js';

const ENTRIES = {
  readings: new Map([
    ['行', ['xing', 'hang', 'heng']],
    ['登', ['deng']],
    ['录', ['lu']],
    ['里', ['li']],
  ]),
  simplified: new Map([
    ['錄', '录'],
    ['裡', '里'],
    ['裏', '里'],
  ]),
};
const FILE = writeHanData(ENTRIES);

const codeOf = (bytes: Uint8Array): unknown => {
  try {
    readHanData(bytes);
  } catch (error) {
    return isHelpError(error) ? error.code : error;
  }
  return 'read';
};
const changed = (at: number, value: number): Uint8Array => FILE.map((byte, place) => (place === at ? value : byte));

describe('readHanData', () => {
  it('gives back what was written', () => {
    const { readings, simplify } = readHanData(FILE);
    for (const [char, sounds] of ENTRIES.readings) expect(readings(char)).toEqual(sounds);
    expect(readings('x')).toEqual([]);
    expect(simplify('登錄裡裏𠮷錄\ud800a')).toBe('登录里里𠮷录\ud800a');
  });

  it('has nothing of an empty file of its kind', () => {
    const empty = readHanData(writeHanData({ readings: new Map(), simplified: new Map() }));
    expect(empty.simplify('錄')).toBe('錄');
    expect(empty.readings('录')).toEqual([]);
  });

  it('keeps the length of any text', () => {
    const { simplify } = readHanData(FILE);
    const units = fc.array(fc.integer({ min: 0, max: 0xffff }));
    fc.assert(
      fc.property(units, (all) => {
        expect(simplify(String.fromCharCode(...all))).toHaveLength(all.length);
      }),
    );
  });

  it('writes and reads any entries', () => {
    const char = fc.integer({ min: 0x3400, max: 0x9fff }).map((code) => String.fromCharCode(code));
    const sounds = fc.uniqueArray(fc.stringMatching(/^[a-z]{1,6}$/), { minLength: 1, maxLength: 3 });
    const entries = fc.array(fc.tuple(char, sounds, fc.array(char, { maxLength: 2 })), { maxLength: 300 });
    fc.assert(
      fc.property(entries, (all) => {
        const readings = new Map(all.map(([form, own]) => [form, own]));
        const simplified = new Map(all.flatMap(([form, , others]) => others.map((other) => [other, form] as const)));
        const data = readHanData(writeHanData({ readings, simplified }));
        for (const [form, own] of readings) expect(data.readings(form)).toEqual(own);
        for (const [other, form] of simplified) expect(data.simplify(other)).toBe(form);
      }),
    );
  });

  it('refuses another version', () => {
    expect(codeOf(changed(4, 2))).toBe('pack-incompatible');
  });

  it('refuses a file that is cut off anywhere', () => {
    for (let length = 0; length < FILE.length; length++) expect(codeOf(FILE.slice(0, length))).toBe('pack-missing');
  });

  it('refuses a file with any bit changed', () => {
    for (let at = 0; at < FILE.length; at++)
      for (let bit = 0; bit < 8; bit++) expect(codeOf(changed(at, FILE[at]! ^ (1 << bit)))).toMatch(/^pack-/);
  });

  it('refuses what is something else', () => {
    expect(codeOf(new TextEncoder().encode('<!doctype html>'))).toBe('pack-missing');
  });
});

describe('writeHanData', () => {
  it('gives the same bytes for the same entries in another order', () => {
    const reversed = (map: Map<string, never>): Map<string, never> => new Map([...map].reverse());
    const again = writeHanData({
      readings: reversed(ENTRIES.readings as never),
      simplified: reversed(ENTRIES.simplified as never),
    });
    expect(again).toEqual(FILE);
  });

  it('refuses a form without readings', () => {
    expect(() => writeHanData({ readings: new Map(), simplified: new Map([['錄', '录']]) })).toThrow(TypeError);
  });
});
