import { describe, expect, it } from 'vitest';
import { nodesOfArticle, problemLines, readFiles } from '../../testing/read-files.js';

const VTT = 'WEBVTT\n\n00:01.000 --> 00:02.000\nHold the button\n';
const textsOf = (video: { captions?: readonly { text: string }[] } | undefined): string[] =>
  (video?.captions ?? []).map(({ text }) => text);

describe('videos of articles', () => {
  it('takes a declared file along with what lies beside it, in the language of the article', async () => {
    const head = (title: string): string => `---\ntitle: ${title}\nvideos:\n  - url: ../videos/reset.webm\n    title: ${title} film\n    duration: 1:08\n---\n\nFirst.\n\nSecond.`; // prettier-ignore
    const reading = await readFiles({
      'en/a.md': head('A'),
      'zh-Hans/a.md': head('B'),
      'fr/a.md': head('C'),
      'videos/reset.webm': 'film',
      'videos/reset.webp': 'poster',
      'videos/reset.en.vtt': VTT,
      'videos/reset.zh-CN.vtt': VTT.replace('Hold the button', '按住按钮'),
      'videos/reset.chapters.vtt': VTT.replace('Hold the button', 'Start'),
      'videos/reset.notes.vtt': VTT,
    });
    expect(problemLines(reading)).toEqual([]);
    const [en, fr, zh] = reading.articles.slice().sort((a, b) => (a.locale < b.locale ? -1 : 1));
    expect(en!.videos).toEqual([
      {
        url: expect.stringMatching(/^asset-[0-9a-f]{10}\.webm$/),
        title: 'A film',
        poster: expect.stringMatching(/^asset-[0-9a-f]{10}\.webp$/),
        durationMs: 68_000,
        captions: [{ atMs: 1000, text: 'Hold the button' }],
        chapters: [{ atMs: 1000, title: 'Start' }],
      },
    ]);
    expect([textsOf(zh!.videos![0]), textsOf(fr!.videos![0])]).toEqual([['按住按钮'], ['Hold the button']]);
    expect([...reading.assets.keys()].sort()).toEqual([en!.videos![0]!.poster, en!.videos![0]!.url].sort());
    expect(nodesOfArticle(reading, 'a', 'en')).toEqual([
      { tag: 'p', children: ['First.'] },
      { tag: 'video', src: en!.videos![0]!.url, title: 'A film' },
      { tag: 'p', children: ['Second.'] },
    ]);
  });

  it('finds videos in the text, each once, and keeps the second at which one begins', async () => {
    const reading = await readFiles({
      'a.md': [
        '# A',
        'See [the clip](clip.mp4) first.',
        '[How it looks](https://www.youtube.com/watch?v=abcdefghijk&t=83)',
        'https://youtu.be/abcdefghijk',
        '{{< youtube 12345678901 >}}',
        '<video controls><source src="clip.mp4">Old browser</video>',
        'Or [on its page](https://vimeo.com/123456789).',
      ].join('\n\n'),
      'clip.mp4': 'film',
      'clip.srt': '1\n00:00:01,000 --> 00:00:02,000\nHello\n',
    });
    expect(problemLines(reading)).toEqual([]);
    const { videos } = reading.articles[0]!;
    const file = expect.stringMatching(/^asset-[0-9a-f]{10}\.mp4$/);
    expect(videos).toEqual([
      { url: file, title: 'the clip', captions: [{ atMs: 1000, text: 'Hello' }] },
      { url: 'https://www.youtube.com/watch?v=abcdefghijk&t=83', title: 'How it looks' },
      { url: 'https://www.youtube.com/watch?v=12345678901', title: 'A' },
    ]);
    const link = (href: string, words: string): unknown => ({ tag: 'link', href, children: [words] });
    expect(nodesOfArticle(reading, 'a')).toEqual([
      { tag: 'p', children: ['See ', 'the clip', ' first.'] },
      { tag: 'video', src: file, title: 'the clip' },
      { tag: 'video', src: 'https://www.youtube.com/watch?v=abcdefghijk&t=83', title: 'How it looks' },
      { tag: 'p', children: [link('https://youtu.be/abcdefghijk', 'How it looks')] },
      { tag: 'video', src: 'https://www.youtube.com/watch?v=12345678901', title: 'A' },
      { tag: 'p', children: ['the clip'] },
      { tag: 'p', children: ['Or ', link('https://vimeo.com/123456789', 'on its page'), '.'] },
    ]);
  });

  it('says what is missing or wrong, and keeps the article', async () => {
    const head =
      '---\ntitle: A\nvideos:\n  - url: gone.webm\n  - url: here.webm\n    captions: gone.vtt\n  - title: no address\n  - url: https://films.example/7\n    captions: big.vtt\n---\nText';
    const reading = await readFiles({
      'a.md': head,
      'here.webm': 'film',
      'here.vtt': 'WEBVTT\n\n00:00:0x.000 --> 00:01.000\nbad\n\n00:02.000 --> 00:03.000\ngood\n',
      'big.vtt': `WEBVTT\n${'x'.repeat(1_000_000)}`,
    });
    expect(problemLines(reading)).toEqual([
      expect.stringMatching(/^a\.md:3 front matter: videos must be a list whose entry 3 has an address as its url/),
      expect.stringMatching(/^a\.md:4 missing video gone\.webm: there is no file gone\.webm/),
      expect.stringMatching(/^a\.md:6 missing captions gone\.vtt: there is no file gone\.vtt/),
      expect.stringMatching(/^big\.vtt:1 captions: has 1000007 bytes, and captions may have 1000000/),
      expect.stringMatching(/^here\.vtt:3 captions: /),
    ]);
    const { videos } = reading.articles[0]!;
    expect(videos!.map(({ url }) => url)).toEqual([expect.stringMatching(/^asset-/), 'https://films.example/7']);
    expect(textsOf(videos![0])).toEqual(['good']);
    expect(textsOf(videos![1])).toEqual([]);
  });

  it('finds videos in pages, tables and exports', async () => {
    const frame = '<iframe src="https://player.bilibili.com/player.html?bvid=BV1xx411c7mD&t=5" title="Film"></iframe>';
    const reading = await readFiles({
      'pages/a.html': `<html lang="en"><body><main><h1>Page</h1><p>Some words on the page.</p>${frame}<video src="b.webm"></video></main></body></html>`,
      'pages/b.webm': 'film',
      'faq.csv': 'question,answer\nHow?,"Look:\n\nhttps://vimeo.com/123456789"\n',
    });
    expect(problemLines(reading)).toEqual([]);
    expect(reading.articles.map(({ videos }) => videos?.map(({ url, title }) => [url, title]))).toEqual([
      [
        ['https://player.bilibili.com/player.html?bvid=BV1xx411c7mD&t=5', 'Film'],
        [expect.stringMatching(/^asset-.*webm$/), 'Page'],
      ],
      [['https://vimeo.com/123456789', 'How?']],
    ]);
  });
});
