import { readHanData } from '@helpkiosk/search';
import { describe, expect, it } from 'vitest';
import { buildHanData } from './build-han-data.js';

const built = (...texts: string[]): ReturnType<typeof readHanData> => readHanData(buildHanData(texts));

describe('buildHanData', () => {
  it('knows the traditional forms of what simplified texts hold, and the other way round', () => {
    expect(built('登录里面').simplify('登錄裡面裏')).toBe('登录里面里');
    expect(built('登錄裏面').simplify('登錄裡面')).toBe('登录里面');
  });

  it('leaves alone what the texts do not need', () => {
    const { simplify, readings } = built('登录');
    expect(simplify('錄電腦')).toBe('录電腦');
    expect(readings('电')).toEqual([]);
  });

  it('gives readings without tones, the commonest first, ü as v', () => {
    const { readings } = built('行长女绿登录');
    expect(readings('行')).toEqual(['xing', 'hang', 'heng']);
    expect(readings('长')).toEqual(['chang', 'zhang']);
    expect(readings('女')[0]).toBe('nv');
    expect(readings('登')).toEqual(['deng']);
  });

  it('keeps the sounds of both where simplified writing made two characters one', () => {
    expect(built('乾隆干净').readings('干')).toContain('qian');
  });

  it('does not take 著 for 着', () => {
    expect(built('着著').simplify('著名')).toBe('著名');
  });

  it('gives the same bytes for the same characters in another order', () => {
    expect(buildHanData(['录登', 'abc登'])).toEqual(buildHanData(['登录']));
  });

  it('takes texts without Chinese, and any others', () => {
    expect(built('hello', '\ud840', '𠮷').readings('x')).toEqual([]);
  });

  it('stays under 25 kB for the characters that most texts are written in', () => {
    const decoder = new TextDecoder('gbk');
    const level1 = Array.from({ length: 0xd8 - 0xb0 }, (_, row) =>
      Array.from({ length: 94 }, (_, cell) => decoder.decode(Uint8Array.of(0xb0 + row, 0xa1 + cell))).join(''),
    );
    expect(new Set(level1.join('').match(/[\u3400-\u9fff]/g)).size).toBe(3755);
    expect(buildHanData(level1).length).toBeLessThan(25_000);
  });
});
