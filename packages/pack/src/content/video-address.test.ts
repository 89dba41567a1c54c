import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isLocalVideo, readVideoAddress } from './video-address.js';

describe('readVideoAddress', () => {
  it.each([
    ['https://www.youtube.com/watch?v=abc-EFG_ijk', 'https://youtu.be/abc-EFG_ijk?t=83', 83_000],
    [
      'https://m.youtube.com/watch?list=x&v=abcdefghijk',
      'https://www.youtube-nocookie.com/embed/abcdefghijk?start=5',
      5_000,
    ],
    ['https://www.youtube.com/shorts/abcdefghijk', '//www.youtube.com/live/abcdefghijk?t=1m23s', 83_000],
    ['https://player.vimeo.com/video/123456789', 'https://vimeo.com/123456789#t=1h2m3s', 3_723_000],
    ['https://b23.tv/BV1xx411c7mD?p=2', 'https://www.bilibili.com/video/BV1xx411c7mD?p=2&t=9.5', 9_500],
    [
      'https://player.bilibili.com/player.html?aid=170001&page=1',
      'https://www.bilibili.com/video/av170001/?t=4',
      4_000,
    ],
    ['https://v.qq.com/txp/iframe/player.html?vid=a0123456789', 'https://v.qq.com/x/page/a0123456789.html?t=4', 4_000],
    ['https://player.youku.com/embed/XNDAwMDAwMDA=', 'https://v.youku.com/v_show/id_XNDAwMDAwMDA=.html?t=4', 4_000],
    ['../videos/a.webm', '../videos/a.webm#t=65', 65_000],
  ])('knows one video in %s and %s', (plain, other, startsAtMs) => {
    const { key } = readVideoAddress(plain)!;
    expect(readVideoAddress(plain)!.startsAtMs).toBeUndefined();
    expect(readVideoAddress(other)).toMatchObject({ key, startsAtMs });
  });

  it.each(['/files/a.MP4?x=1', 'https://cdn.example/a.m4v'])('knows %s for a file', (address) => {
    expect(readVideoAddress(address)).toEqual({ kind: 'file', key: address.replace('?x=1', '') });
  });

  it('tells two videos of one site apart, and the parts of one', () => {
    const keys = ['BV1xx411c7mD', 'BV1xx411c7mE', 'BV1xx411c7mD?p=2'].map(
      (id) => readVideoAddress(`https://www.bilibili.com/video/${id}`)!.key,
    );
    expect(new Set(keys).size).toBe(3);
  });

  it.each([
    'https://www.youtube.com/@somebody', 'https://www.youtube.com/embed/videoseries?list=x', 'https://youtube.com.example/watch?v=abcdefghijk',
    'https://vimeo.com/about', 'https://www.bilibili.com/read/cv1', 'https://v.qq.com/channel', 'https://films.example/1', 'javascript:a.mp4',
    'data:video/mp4,a.mp4', 'mailto:a@b.mp4', '', '#t=1',
  ])('knows nothing of %s', (address) => {
    expect(readVideoAddress(address)).toBeNull();
  }); // prettier-ignore

  it('never throws', () => {
    const host = fc.constantFrom(
      'https://youtu.be/',
      'https://v.qq.com/',
      'https://www.bilibili.com/video/',
      '//vimeo.com/',
      '',
    );
    fc.assert(fc.property(host, fc.string(), (start, rest) => void readVideoAddress(start + rest)));
  });
});

describe('isLocalVideo', () => {
  it('is true for files beside the articles alone', () => {
    const addresses = [
      'a.webm',
      '/a.mp4',
      './b/a.ogv',
      'https://a.example/a.mp4',
      '//a.example/a.mp4',
      'a.png',
      'c:a.mp4',
    ];
    expect(addresses.map(isLocalVideo)).toEqual([true, true, true, false, false, false, false]);
  });
});
