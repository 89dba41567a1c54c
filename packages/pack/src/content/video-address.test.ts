import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isLocalVideo, readVideoAddress } from './video-address.js';

describe('readVideoAddress', () => {
  it.each([
    ['https://www.youtube.com/watch?v=abc-EFG_ijk', 'youtube:abc-EFG_ijk', undefined],
    ['https://m.youtube.com/watch?list=x&v=abcdefghijk&t=1m23s', 'youtube:abcdefghijk', 83_000],
    ['https://youtu.be/abcdefghijk?t=83', 'youtube:abcdefghijk', 83_000],
    ['https://www.youtube.com/shorts/abcdefghijk', 'youtube:abcdefghijk', undefined],
    ['https://www.youtube-nocookie.com/embed/abcdefghijk?start=5', 'youtube:abcdefghijk', 5_000],
    ['//www.youtube.com/live/abcdefghijk', 'youtube:abcdefghijk', undefined],
    ['https://vimeo.com/123456789#t=1h2m3s', 'vimeo:123456789', 3_723_000],
    ['https://player.vimeo.com/video/123456789?h=abc', 'vimeo:123456789', undefined],
    ['https://www.bilibili.com/video/BV1xx411c7mD?p=2&t=9.5', 'bilibili:BV1xx411c7mD/2', 9_500],
    ['https://www.bilibili.com/video/av170001/', 'bilibili:av170001', undefined],
    ['https://player.bilibili.com/player.html?aid=170001&page=1', 'bilibili:av170001', undefined],
    ['https://b23.tv/BV1xx411c7mD', 'bilibili:BV1xx411c7mD', undefined],
    ['https://v.qq.com/x/page/a0123456789.html', 'qq:a0123456789', undefined],
    ['https://v.qq.com/x/cover/abcdefghijklmno/b0123abcdef.html', 'qq:b0123abcdef', undefined],
    ['https://v.qq.com/txp/iframe/player.html?vid=a0123456789', 'qq:a0123456789', undefined],
    ['https://v.youku.com/v_show/id_XNDAwMDAwMDA=.html', 'youku:XNDAwMDAwMDA=', undefined],
    ['https://player.youku.com/embed/XNDAwMDAwMDA=', 'youku:XNDAwMDAwMDA=', undefined],
    ['../videos/a.webm#t=1:05', '../videos/a.webm', 65_000],
    ['/files/a.MP4?x=1', '/files/a.MP4', undefined],
    ['https://cdn.example/a.m4v', 'https://cdn.example/a.m4v', undefined],
  ])('knows %s', (address, key, startsAtMs) => {
    expect(readVideoAddress(address)).toMatchObject({ key, ...(startsAtMs === undefined ? {} : { startsAtMs }) });
    expect(readVideoAddress(address)!.startsAtMs).toBe(startsAtMs);
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
