import { posix } from 'node:path';
import { localeOf, localeOfName } from '../locale-tag.js';

/** The files beside a video that belong to it, as paths below the folder. */
export interface Sidecars {
  captions?: string;
  chapters?: string;
  poster?: string;
}

const POSTER = /^(?:svg|webp|avif|png|jpe?g)$/iu;

/**
 * Files with the name of the video: `reset.vtt`, `reset.en.vtt`, `reset.srt` for captions, `reset.chapters.vtt`, `reset.chapters.en.vtt` for chapters,
 * `reset.webp` and other pictures for the poster. Of several languages the article's own comes first, then the same language of another region, then a file
 * that names none, then any; of equals WebVTT first.
 */
export function createSidecarFinder(paths: ReadonlySet<string>): (video: string, locale: string) => Sidecars {
  const byStem = new Map<string, string[]>();
  for (const path of paths) {
    if (!/\.(?:vtt|srt|svg|webp|avif|png|jpe?g)$/iu.test(path)) continue;
    const stem = stemOf(path);
    byStem.set(stem, [...(byStem.get(stem) ?? []), path]);
  }
  return (video, locale) => {
    const found = (byStem.get(stemOf(video)) ?? []).filter((path) => path.startsWith(nameOf(video)));
    const best = (kind: 'captions' | 'chapters' | 'poster'): Sidecars => {
      const ranked = found
        .map((path) => ({ path, rank: rankOf(path.slice(nameOf(video).length), kind, locale) }))
        .filter(({ rank }) => rank >= 0)
        .sort((a, b) => a.rank - b.rank || (a.path < b.path ? -1 : 1));
      return ranked[0] ? { [kind]: ranked[0].path } : {};
    };
    return { ...best('captions'), ...best('chapters'), ...best('poster') };
  };
}

/** Up to the first dot of the name: what all files of one video share. */
const stemOf = (path: string): string => posix.join(posix.dirname(path), posix.basename(path).split('.', 1)[0]!);
/** The video's path with its last dot. */
const nameOf = (video: string): string => video.slice(0, video.lastIndexOf('.') + 1);

/** Where a file stands among others of its kind, from 0; negative where it is of another. `rest` is what follows the video's name: `en.vtt`. */
function rankOf(rest: string, kind: 'captions' | 'chapters' | 'poster', locale: string): number {
  const parts = rest.split('.');
  const ending = parts.pop()!;
  const isChapters = parts[0] === 'chapters';
  if (isChapters) parts.shift();
  if (parts.length > 1 || (kind === 'poster') !== POSTER.test(ending) || (kind === 'chapters') !== isChapters)
    return -1;
  const rank = rankOfLocale(parts[0], locale);
  return rank < 0 ? -1 : rank * 2 + (ending.toLowerCase() === 'srt' ? 1 : 0);
}

function rankOfLocale(name: string | undefined, locale: string): number {
  if (name === undefined) return 2;
  const own = localeOfName(name);
  if (own === null) return -1;
  if (own === localeOf(locale)) return 0;
  return own.split('-', 1)[0] === locale.split('-', 1)[0] ? 1 : 3;
}
