import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { videoEmbed } from './video-hosts.js';

const PAGE = { pageOrigin: 'https://shop.example' };
const embed = (url: unknown, atMs?: number, videoHosts?: readonly string[]) =>
  videoEmbed(url, atMs, { ...PAGE, videoHosts });
const sourceOf = (...args: Parameters<typeof embed>) => {
  const found = embed(...args);
  return found && found.kind !== 'link' ? found.src : found?.kind;
};

const YOUTUBE = 'https://www.youtube-nocookie.com/embed/M7lc1UVf-VE';
const REST = 'autoplay=1&playsinline=1&rel=0';
const BILI = 'https://player.bilibili.com/player.html?isOutside=true';

describe('videoEmbed', () => {
  it.each([
    ['https://www.youtube.com/watch?v=M7lc1UVf-VE', `${YOUTUBE}?${REST}`],
    ['http://youtube.com/watch?list=x&v=M7lc1UVf-VE&t=1m30s', `${YOUTUBE}?start=90&${REST}`],
    ['https://m.youtube.com/shorts/M7lc1UVf-VE', `${YOUTUBE}?${REST}`],
    ['https://youtu.be/M7lc1UVf-VE?t=83', `${YOUTUBE}?start=83&${REST}`],
    ['//www.youtube.com/embed/M7lc1UVf-VE?start=5', `${YOUTUBE}?start=5&${REST}`],
    ['https://www.youtube.com/live/M7lc1UVf-VE', `${YOUTUBE}?${REST}`],
    ['https://vimeo.com/45010429', 'https://player.vimeo.com/video/45010429?dnt=1&autoplay=1'],
    ['https://vimeo.com/45010429/0a1b2c3d4e#t=62s', 'https://player.vimeo.com/video/45010429?h=0a1b2c3d4e&dnt=1&autoplay=1#t=62s'],
    ['https://player.vimeo.com/video/45010429?h=0a1b2c3d4e', 'https://player.vimeo.com/video/45010429?h=0a1b2c3d4e&dnt=1&autoplay=1'],
    ['https://vimeo.com/channels/staffpicks/45010429', 'https://player.vimeo.com/video/45010429?dnt=1&autoplay=1'],
    ['https://www.bilibili.com/video/BV1xx411c7mD/?p=2&t=9', `${BILI}&bvid=BV1xx411c7mD&p=2&autoplay=0&danmaku=0&t=9`],
    ['https://www.bilibili.com/video/av170001', `${BILI}&aid=170001&p=1&autoplay=0&danmaku=0`],
    ['https://player.bilibili.com/player.html?bvid=BV1xx411c7mD&page=3', `${BILI}&bvid=BV1xx411c7mD&p=3&autoplay=0&danmaku=0`],
    ['https://v.qq.com/x/page/b0136et5ztz.html', 'https://v.qq.com/txp/iframe/player.html?vid=b0136et5ztz&autoplay=false'],
    ['https://v.qq.com/x/cover/x1zn2j3vkb9e2os/n0022eraduw.html?ptag=1', 'https://v.qq.com/txp/iframe/player.html?vid=n0022eraduw&autoplay=false'],
    ['https://v.qq.com/txp/iframe/player.html?vid=n0022eraduw', 'https://v.qq.com/txp/iframe/player.html?vid=n0022eraduw&autoplay=false'],
  ])('plays %s', (url, src) => expect(sourceOf(url)).toBe(src)); // prettier-ignore

  it('begins where it is told to, at a whole second, before what the address says', () => {
    expect(sourceOf('https://youtu.be/M7lc1UVf-VE?t=5', 83_900)).toContain('?start=83&');
    expect(embed('https://youtu.be/M7lc1UVf-VE?t=5', 0)).toMatchObject({ startMs: 0 });
    expect(embed('https://youtu.be/M7lc1UVf-VE?t=5', NaN)).toMatchObject({ startMs: 5000 });
    expect(embed('https://youtu.be/M7lc1UVf-VE', 1e18)).toMatchObject({ startMs: 359_999_000 });
  });

  it('says where a player cannot begin at a second', () => {
    expect(embed('https://v.qq.com/x/page/b0136et5ztz.html', 9000)).toMatchObject({ seeks: false });
  });

  it.each([
    'https://www.youtube.com/watch?v=short',
    'https://www.youtube.com/watch?v=M7lc1UVf-VE%22onload',
    'https://www.youtube.com/embed/M7lc1UVf-VE/../../evil',
    'https://www.youtube.com/channel/UCxxxxxxxxx',
    'https://youtube.com.evil.example/watch?v=M7lc1UVf-VE',
    'https://evilyoutube.com/watch?v=M7lc1UVf-VE',
    'https://user@www.youtube.com/watch?v=M7lc1UVf-VE',
    'https://www.youtube.com:8443/watch?v=M7lc1UVf-VE',
    'https://b23.tv/abcdef',
    'https://v.youku.com/v_show/id_XNDM0NTY3ODkwMA==.html',
    'https://cdn.example/a.mp4',
    'https://shop.example.evil.example/a.mp4',
  ])('leaves %s a link that shows its host', (url) => {
    expect(embed(url)).toEqual({ kind: 'link', href: url, host: new URL(url).hostname.replace(/^www\./, '') });
  });

  it.each(['videos/a.webm', '/videos/a.MP4?v=2', '../a.ogv', './a.m4v', 'https://shop.example/a.mp4'])(
    'plays the file %s itself',
    (url) => expect(embed(url, 1500)).toEqual({ kind: 'file', src: url, host: null, startMs: 1500, seeks: true }),
  );

  it('takes the second of a file from its fragment, and the fragment away', () => {
    expect(embed('a.webm#t=12.5')).toMatchObject({ kind: 'file', src: 'a.webm', startMs: 12_500 });
  });

  it('takes a page of the own site for a link without a host', () => {
    expect(embed('guide.html')).toEqual({ kind: 'link', href: 'guide.html', host: null });
  });

  it.each(['javascript:alert(1)', 'mailto:a@b.example', 'data:video/mp4,x', 'blob:https://shop.example/1', '', ' a.mp4', null, 5, {}])(
    'gives nothing for %j',
    (url) => expect(embed(url)).toBeNull(),
  ); // prettier-ignore
});

describe('videoHosts', () => {
  const youtube = 'https://www.youtube.com/watch?v=M7lc1UVf-VE';
  const youku = 'https://v.youku.com/v_show/id_XNDM0NTY3ODkwMA==.html';

  it('is the whole list where it is given', () => {
    expect(embed('https://vimeo.com/45010429', 0, ['youtube.com'])?.kind).toBe('link');
    expect(embed(youtube, 0, [])?.kind).toBe('link');
    expect(embed('a.mp4', 0, [])?.kind).toBe('file');
  });

  it.each(['youtube.com', 'www.YouTube.com', 'youtu.be', 'youtube-nocookie.com'])('knows YouTube as %s', (name) => {
    expect(embed(youtube, 0, [name])?.kind).toBe('frame');
  });

  it('lets 优酷 play where it is named', () => {
    expect(sourceOf(youku, 0, ['youku.com'])).toBe('https://player.youku.com/embed/XNDM0NTY3ODkwMA==');
  });

  it('lets files of a named host play, over https, and of no host below or above it', () => {
    const names = ['cdn.example'];
    expect(embed('https://cdn.example/a.mp4', 0, names)).toMatchObject({ kind: 'file', host: 'cdn.example' });
    expect(embed('http://cdn.example/a.mp4', 0, names)?.kind).toBe('link');
    expect(embed('https://a.cdn.example/a.mp4', 0, names)?.kind).toBe('link');
    expect(embed('https://cdn.example:444/a.mp4', 0, names)?.kind).toBe('link');
    expect(embed('https://cdn.example/page', 0, names)?.kind).toBe('link');
  });
});

describe('what reaches a frame', () => {
  const WHOLE = [
    /^https:\/\/www\.youtube-nocookie\.com\/embed\/[\w-]{11}\?(start=\d{1,6}&)?autoplay=1&playsinline=1&rel=0$/,
    /^https:\/\/player\.vimeo\.com\/video\/\d{1,12}\?(h=[\da-f]{6,20}&)?dnt=1&autoplay=1(#t=\d{1,6}s)?$/,
    /^https:\/\/player\.bilibili\.com\/player\.html\?isOutside=true&(bvid=BV1[\dA-Za-z]{9}|aid=\d{1,16})&p=\d{1,4}&autoplay=0&danmaku=0(&t=\d{1,6})?$/,
    /^https:\/\/v\.qq\.com\/txp\/iframe\/player\.html\?vid=[\dA-Za-z]{11}&autoplay=false$/,
    /^https:\/\/player\.youku\.com\/embed\/[\dA-Za-z]{8,24}={0,2}$/,
  ];
  const host = fc.constantFrom('www.youtube.com', 'youtu.be', 'vimeo.com', 'player.vimeo.com', 'www.bilibili.com', 'player.bilibili.com', 'v.qq.com', 'v.youku.com', 'player.youku.com'); // prettier-ignore
  const id = fc.oneof(
    fc.constantFrom('M7lc1UVf-VE', '45010429', 'BV1xx411c7mD', 'av170001', 'b0136et5ztz', 'id_XNDM0NTY3ODkwMA==.html', 'b0136et5ztz.html'),
    fc.string({ maxLength: 14 }),
  ); // prettier-ignore
  const folder = fc.constantFrom('', 'watch', 'embed/', 'shorts/', 'video/', 'x/page/', 'v_show/', 'player.html', 'txp/iframe/player.html', '/', '../'); // prettier-ignore
  const query = fc.dictionary(fc.constantFrom('v', 'h', 'bvid', 'aid', 'p', 'page', 'vid', 't', 'start', 'autoplay', 'origin'), id); // prettier-ignore
  const links = fc
    .tuple(host, folder, id, query, fc.boolean(), fc.oneof(fc.constant(''), fc.webFragments()))
    .map(([name, path, end, pairs, escaped, hash]) => {
      const rest = Object.entries(pairs).map(([key, value]) => `${key}=${escaped ? encodeURIComponent(value) : value}`);
      return `https://${name}/${path}${end}?${rest.join('&')}#${hash}`;
    });

  it('is a known player, an id and our own numbers, whatever the link is', () => {
    let frames = 0;
    fc.assert(
      fc.property(links, fc.option(fc.double(), { nil: undefined }), fc.boolean(), (url, atMs, named) => {
        const found = embed(url, atMs, named ? ['youku.com', 'youtube.com', 'vimeo.com', 'bilibili.com', 'v.qq.com'] : undefined);
        if (found?.kind !== 'frame') return;
        frames++;
        expect(WHOLE.some((pattern) => pattern.test(found.src)), found.src).toBe(true);
        expect(new URL(found.src).hostname.endsWith(found.host)).toBe(true);
      }),
      { numRuns: 5000 },
    ); // prettier-ignore
    expect(frames).toBeGreaterThan(40);
  });

  it('never throws, and gives no frame for any other text', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string({ unit: 'binary' }), fc.webUrl(), fc.anything()), fc.double(), (url, atMs) => {
        expect(embed(url, atMs)?.kind).not.toBe('frame');
      }),
    );
  });
});
