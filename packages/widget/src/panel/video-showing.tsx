// The life of one video in an open article: poster, shown, failed; where it begins; what it tells while it plays.
import { videoEmbed, type VideoEmbed, type VideoPlaces } from '@helpkiosk/core';
import { h, type VNode } from 'preact';
import { clockOf } from '../parts/result-list.js';
import { addCaptions } from '../parts/video/caption-track.js';
import { markMoment, MomentList } from '../parts/video/moment-list.js';
import type { PlayerProps } from '../parts/video/player.js';
import { placeAt, readVideo, type VideoFacts } from '../parts/video/read-video.js';
import type { VideoSpot } from './article-videos.js';
import type { ViewTools } from './lazy-view.js';

/** A place so near to the beginning or the end is not worth going on from. */
const EDGE_MS = 5000;
/** How often the place is kept while a video plays. */
const KEEP_EACH_MS = 5000;

export interface ShowingOptions {
  spot: VideoSpot;
  tools: Pick<ViewTools, 'session' | 'root' | 'redraw'>;
  say(text: string): void;
  /** Where videos were stopped; null while that is not known. */
  places(): VideoPlaces | null;
}

export interface Showing extends Pick<PlayerProps, 'media' | 'noteRef'> {
  readonly facts: VideoFacts;
  /** The moments, each as one list that is drawn once; null where there are none. */
  readonly lists: { readonly chapters: VNode | null; readonly captions: VNode | null };
  /** What the address leads to, from where the video is to begin. */
  embed(): VideoEmbed | null;
  stage(): 'poster' | 'shown' | 'failed';
  turn(): number;
  choices(): PlayerProps['choices'];
  /** The panel is closed: a file waits where it is, a frame, which cannot be told to, goes. */
  rest(): void;
  /** The page's policy has refused this address. */
  refuse(address: string): void;
}

/** Makes the showing of one video. A file of the page's own host that was asked for at an instant is there at once, and still; what another host has waits for the press on its poster. */
export function createShowing({ spot, tools, say, places }: ShowingOptions): Showing {
  const { root, redraw } = tools;
  const { t, help } = tools.session;
  const { url, locale } = spot;
  const facts = readVideo(spot.facts);
  let startMs = spot.atMs;
  const embed = (): VideoEmbed | null =>
    videoEmbed(url, startMs, { pageOrigin: location.origin, videoHosts: help.stores.config.get().videoHosts });
  const first = embed();
  const isFile = first?.kind === 'file';
  let stage: 'poster' | 'shown' | 'failed' = isFile && !first.host && startMs !== undefined ? 'shown' : 'poster';
  let turn = 0;
  let pressed = false;
  let video: HTMLVideoElement | null = null;
  let keptMs = 0;
  const marks: { list: HTMLElement | null; readonly moments: VideoFacts['captions'] }[] = [];

  const begin = (atMs: number): void => {
    startMs = atMs;
    stage = 'shown';
    pressed = true;
    turn++;
    redraw();
  };
  const fail = (): void => {
    pressed = !!root.activeElement?.classList.contains('screen');
    stage = 'failed';
    say(t('video.failed'));
    redraw();
  };
  /** Somebody chose a moment. A frame that is not there yet stays away: the press on its poster alone lets a third party in. */
  const go = (atMs: number): void => {
    const time = clockOf(atMs);
    if (video) {
      video.currentTime = atMs / 1000;
      void video.play().catch(() => {}); // what cannot be played says so by its `error`
    } else if (isFile) begin(atMs);
    else {
      startMs = atMs;
      if (stage === 'shown') turn++;
      say(stage === 'shown' ? t('video.now', { time }) : t('video.play.from', { time }));
      redraw();
    }
  };
  const keep = (): void => {
    const nowMs = video?.played.length ? Math.round(video.currentTime * 1000) : 0;
    if (nowMs > EDGE_MS && !video!.ended) places()?.keep(url, (keptMs = nowMs));
  };
  const listOf = (name: 'chapters' | 'captions', label: string): VNode | null => {
    const moments = facts[name];
    if (!moments.length) return null;
    const mark: (typeof marks)[number] = { list: null, moments };
    marks.push(mark);
    return (
      <MomentList
        moments={moments}
        label={label}
        name={name}
        lang={locale}
        listRef={(element) => void (mark.list = element)}
        onGo={canSeek(embed()) ? go : undefined}
      />
    );
  };

  return {
    facts,
    lists: { chapters: listOf('chapters', t('video.chapters')), captions: listOf('captions', t('video.transcript')) },
    embed,
    stage: () => stage,
    turn: () => turn,
    choices() {
      const now = embed();
      const choice = (key: 'video.play.from' | 'video.continue', atMs: number) => ({
        label: t(key, { time: clockOf(atMs) }),
        onPress: () => begin(atMs),
      });
      const keptAt = isFile && startMs === undefined ? keptPlace(url, facts, places()) : 0;
      if (keptAt) return [choice('video.continue', keptAt), { label: t('video.again'), onPress: () => begin(0) }];
      const from = now && canSeek(now) ? now.startMs : 0;
      if (from < 1000) return [{ label: t('video.play'), onPress: () => begin(from) }];
      return [choice('video.play.from', from), { label: t('video.play.begin'), onPress: () => begin(0) }];
    },
    rest() {
      video?.pause();
      if (isFile || stage !== 'shown') return;
      stage = 'poster';
      redraw();
    },
    refuse(address) {
      const now = embed();
      if (stage === 'shown' && now?.kind === 'frame' && address && now.src.startsWith(address)) fail();
    },
    media: {
      ref(element) {
        if (!element) {
          keep();
          video?.pause(); // out of the document it would be heard still
          video = null;
          return;
        }
        if (element instanceof HTMLVideoElement) {
          video = element;
          addCaptions(video, facts.captions, t('video.captions'), locale);
          video.currentTime = (startMs ?? 0) / 1000;
          if (pressed) void video.play().catch(() => {});
        }
        if (pressed) element.focus({ preventScroll: true });
        pressed = false;
      },
      onTime() {
        const nowMs = video!.currentTime * 1000;
        for (const { list, moments } of marks) if (list) markMoment(list, placeAt(moments, nowMs));
        if (Math.abs(nowMs - keptMs) > KEEP_EACH_MS) keep();
      },
      onPause: keep,
      onEnded: () => places()?.keep(url, 0),
      onError: fail,
    },
    noteRef(element) {
      if (!element || !pressed) return;
      pressed = false;
      element.focus({ preventScroll: true });
    },
  };
}

const canSeek = (embed: VideoEmbed | null): embed is Exclude<VideoEmbed, { kind: 'link' }> =>
  !!embed && embed.kind !== 'link' && embed.seeks;

function keptPlace(url: string, { durationMs }: VideoFacts, places: VideoPlaces | null): number {
  const kept = places?.places.get().find((each) => each.url === url)?.atMs ?? 0;
  return kept > EDGE_MS && (!durationMs || kept < durationMs - EDGE_MS) ? kept : 0;
}
