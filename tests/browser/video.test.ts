import type { VideoSource } from '@helpkiosk/widget';
import { equal, ok, until } from '../support/check.js';
import { anArticle, mountKiosk, type Kiosk } from '../support/kiosk.js';

const captions = [0, 2000, 4000].map((atMs) => ({ atMs, text: `Said at ${atMs} <b>&` }));
const YOUTUBE = { url: 'https://youtu.be/M7lc1UVf-VE?t=83', title: 'On YouTube', durationMs: 130_000, captions };
const FILE = { url: '/nowhere/clip.webm', title: 'A file', captions, chapters: [{ atMs: 2000, title: 'Second part' }] };

let kiosk: Kiosk;
afterEach(() => kiosk.help.destroy());

/** An article that holds these videos, opened. */
async function open(
  videos: VideoSource[],
  { mayFail, ...options }: { atMs?: number; mayFail?: boolean } = {},
): Promise<void> {
  kiosk = mountKiosk({ locale: 'en', cache: false, articles: [{ ...anArticle('a', 'Videos'), videos }] });
  // The file is nowhere: a browser may find that out before a test has looked at the player.
  if (!mayFail) kiosk.root.addEventListener('error', (event) => event.stopPropagation(), true);
  await kiosk.help.article('a', options);
  await until(() => kiosk.one('.video .facts, .video .screen'), 'the player');
}
const button = (name: string): HTMLElement =>
  kiosk.all('.video button').find((each) => (each.getAttribute('aria-label') ?? each.textContent ?? '').startsWith(name))!; // prettier-ignore

/** The video as if it had been played up to there; what the browser does with media is its own affair. */
function playUpTo(seconds: number): HTMLVideoElement {
  const video = kiosk.one<HTMLVideoElement>('video')!;
  Object.defineProperty(video, 'currentTime', { configurable: true, get: () => seconds, set: () => {} });
  video.dispatchEvent(new Event('timeupdate'));
  return video;
}

describe('the poster of a video', () => {
  it('says where it plays from and at which second, and nothing of a third party is there', async () => {
    await open([YOUTUBE]);
    ok(!!button('Play from 1:23: On YouTube'), 'the poster’s own button');
    ok(!!button('Play from the start'), 'the other choice');
    equal(kiosk.one('.video .facts')!.textContent, '2:10 · Plays from youtube-nocookie.com', 'the facts');
    equal(kiosk.all('iframe, video, .video img').length, 0, 'what is loaded');
    const asked = performance.getEntriesByType('resource').filter(({ name }) => /youtu|ytimg/.test(name));
    equal(asked.length, 0, 'requests');
  });

  it('takes the second of a line of the transcript without letting the third party in', async () => {
    await open([YOUTUBE]);
    button('0:04').click();
    await until(() => button('Play from 0:04: On YouTube'), 'the poster');
    equal(kiosk.all('iframe').length, 0, 'frames');
  });
});

describe('a video file in the panel', () => {
  it('is there, still, at the instant that was asked for, with its captions as data', async () => {
    await open([FILE], { atMs: 2500 });
    const video = await until(() => kiosk.one<HTMLVideoElement>('video'), 'the video');
    equal([video.paused, video.controls, video.preload], [true, true, 'metadata'], 'the video');
    const track = video.textTracks[0]!;
    equal([track.kind, track.language, track.mode], ['captions', 'en', 'showing'], 'the track');
    const cues = [...(track.cues as unknown as VTTCue[])];
    equal(cues.map(({ startTime, endTime }) => [startTime, endTime]), [[0, 1.999], [2, 3.999], [4, 11]], 'the times'); // prettier-ignore
    equal(cues[0]!.getCueAsHTML().textContent, 'Said at 0 <b>&', 'the words');
    ok(kiosk.root.activeElement?.matches('.video') ?? false, 'the focus is at the video');
  });

  it('marks the moment that is now, in chapters and transcript', async () => {
    await open([FILE], { atMs: 0 });
    await until(() => kiosk.one('video'), 'the video');
    const now = (): string[] => kiosk.all('[aria-current]').map((each) => each.querySelector('.said')!.textContent!);
    playUpTo(1);
    equal(now(), ['Said at 0 <b>&'], 'at the first second');
    playUpTo(2.1);
    equal(now(), ['Second part', 'Said at 2000 <b>&'], 'later');
    playUpTo(0.5);
    equal(now(), ['Said at 0 <b>&'], 'back again');
  });

  it('is one stop of the Tab key for its transcript, and arrows walk in it', async () => {
    await open([FILE], { atMs: 0 });
    const lines = (): HTMLElement[] => kiosk.all('.captions button');
    await until(() => lines().length === 3, 'the transcript');
    const stops = (): number[] => lines().map(({ tabIndex }) => tabIndex);
    equal(stops(), [0, -1, -1], 'at first');
    lines()[0]!.focus();
    kiosk.press('ArrowDown');
    equal([kiosk.root.activeElement === lines()[1], ...stops()], [true, -1, 0, -1], 'down');
    kiosk.press('End');
    ok(kiosk.root.activeElement === lines()[2], 'the last');
    kiosk.press('ArrowDown');
    ok(kiosk.root.activeElement === lines()[2], 'no further');
    kiosk.press('Home');
    ok(kiosk.root.activeElement === lines()[0], 'the first');
  });

  it('becomes a sentence and a link where it cannot be played', async () => {
    await open([FILE], { atMs: 0, mayFail: true });
    const link = await until(() => kiosk.one<HTMLAnchorElement>('.wait a'), 'the link');
    equal(new URL(link.href).pathname, FILE.url, 'where it leads');
    ok(kiosk.one('.wait')!.textContent!.startsWith('This video cannot be played here.'), 'the sentence');
  });
});
