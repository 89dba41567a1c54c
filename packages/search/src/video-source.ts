// The videos of articles that are given at run time, or to a build by a program: outside data.
import { safeHref } from '@helpkiosk/core';
import type { Problem, VideoSource } from '@helpkiosk/core';
import { listOf, own } from './own.js';

/** The most cues that the captions of one video may have, and the most videos of one article. */
export const MAX_CUES = 5_000;
export const MAX_VIDEOS = 50;

type Test = (value: unknown) => boolean;

const isText: Test = (value) => typeof value === 'string' && value.trim() !== '';
const isAddress: Test = (value) => safeHref(value) !== null && !/^(?:mailto|tel):/i.test(value as string);
const timed =
  (name: 'text' | 'title'): Test =>
  (value) =>
    Array.isArray(value) &&
    value.length <= MAX_CUES &&
    value.every((item) => (own(item, 'atMs') as number) >= 0 && Number.isFinite(own(item, 'atMs')) && typeof own(item, name) === 'string'); // prettier-ignore

const RULES: readonly (readonly [name: keyof VideoSource, expected: string, test: Test, isNeeded?: true])[] = [
  ['url', 'an http(s) or relative URL', isAddress, true],
  ['title', 'text', isText, true],
  ['durationMs', 'milliseconds above 0', (value) => Number.isFinite(value) && (value as number) > 0],
  ['poster', 'an http(s) or relative URL', isAddress],
  ['captions', `a list of up to ${MAX_CUES} {atMs, text}`, timed('text')],
  ['chapters', `a list of up to ${MAX_CUES} {atMs, title}`, timed('title')],
];

/** What is wrong with `videos` of an article, with paths that begin with `path`; none for what `cleanVideos` takes whole. */
export function videoProblems(videos: unknown, path: string): Problem[] {
  if (!Array.isArray(videos)) return [{ path, message: 'expected a list' }];
  if (videos.length > MAX_VIDEOS) return [{ path, message: `expected at most ${MAX_VIDEOS} videos` }];
  return videos.flatMap((video: unknown, i) =>
    RULES.flatMap(([name, expected, test, isNeeded]): Problem[] => {
      const value = own(video, name);
      if (value === undefined && !isNeeded) return [];
      return test(value) ? [] : [{ path: `${path}[${i}].${name}`, message: `expected ${expected}` }];
    }),
  );
}

/** The videos as fresh objects with their known fields alone; what does not fit is left out, a video without address or title whole. Never throws. */
export function cleanVideos(videos: unknown): VideoSource[] {
  return listOf(videos)
    .slice(0, MAX_VIDEOS)
    .flatMap((video) => {
      const fitting = RULES.filter(([name, , test]) => own(video, name) !== undefined && test(own(video, name)));
      if (RULES.some((rule) => rule[3] && !fitting.includes(rule))) return [];
      const kept = fitting.map(([name]) => [name, Array.isArray(own(video, name)) ? cuesOf(own(video, name)) : own(video, name)]); // prettier-ignore
      return [Object.fromEntries(kept) as unknown as VideoSource];
    });
}

const cuesOf = (list: unknown): unknown[] =>
  listOf(list).map((item) => {
    const name = typeof own(item, 'text') === 'string' ? 'text' : 'title';
    return { atMs: own(item, 'atMs'), [name]: own(item, name) };
  });
