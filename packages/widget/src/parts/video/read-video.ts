// What an article says of a video is outside data: every fact is checked before it is drawn.
import type { VideoSource } from '@helpkiosk/core';

/** A moment of a video with its words: a caption, or a chapter. */
export interface Moment {
  readonly atMs: number;
  readonly text: string;
}

/** A video's facts as they can be drawn. */
export interface VideoFacts {
  readonly title: string;
  /** 0 where it is unknown. */
  readonly durationMs: number;
  /** In order of time. */
  readonly captions: readonly Moment[];
  readonly chapters: readonly Moment[];
}

/** More are not drawn; a caption file of the build has 5,000 at the most. */
const MOST_MOMENTS = 5000;

/** Reads the facts of `source`, whatever it is; what does not fit is left out. Never throws. */
export function readVideo(source: unknown): VideoFacts {
  const title = own(source, 'title');
  const durationMs = own(source, 'durationMs');
  return {
    title: typeof title === 'string' ? title.slice(0, 500) : '',
    durationMs: isInstant(durationMs) ? durationMs : 0,
    captions: momentsOf(own(source, 'captions' satisfies keyof VideoSource), 'text'),
    chapters: momentsOf(own(source, 'chapters' satisfies keyof VideoSource), 'title'),
  };
}

/** The place of the moment that has begun last at `atMs`; -1 before the first. */
export function placeAt(moments: readonly Moment[], atMs: number): number {
  let low = 0;
  let high = moments.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (moments[middle]!.atMs <= atMs) low = middle + 1;
    else high = middle;
  }
  return low - 1;
}

function momentsOf(list: unknown, words: string): readonly Moment[] {
  if (!Array.isArray(list)) return [];
  return list
    .slice(0, MOST_MOMENTS)
    .flatMap((each) => {
      const [atMs, text] = [own(each, 'atMs'), own(each, words)];
      return isInstant(atMs) && typeof text === 'string' && text.trim() ? [{ atMs, text }] : [];
    })
    .sort((first, second) => first.atMs - second.atMs);
}

const isInstant = (value: unknown): value is number => typeof value === 'number' && value >= 0 && value < 1e9;

const own = (value: unknown, name: string): unknown =>
  typeof value === 'object' && value !== null && Object.hasOwn(value, name)
    ? (value as Record<string, unknown>)[name]
    : undefined;
