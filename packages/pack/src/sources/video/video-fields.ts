import { safeHref } from '@helpkiosk/core';

/** A video as the head of an article declares it; addresses are as written, relative ones to the article. */
export interface DeclaredVideo {
  url: string;
  title?: string;
  poster?: string;
  captions?: string;
  chapters?: string;
  durationMs?: number;
}

const MAX_VIDEOS = 50;

/**
 * The videos of a head: a list of addresses, or of maps with `url` and, if wanted, `title`, `poster`, `captions`, `chapters` and `duration` (seconds, `1:48`,
 * or `PT1M48S`). `complain` is told what a list or an entry should be; an entry without a usable address is left out, any other wrong field alone.
 */
export function readVideoFields(value: unknown, complain: (expected: string) => void): DeclaredVideo[] {
  const list = Array.isArray(value) ? value : [value];
  if (list.length > MAX_VIDEOS) complain(`at most ${MAX_VIDEOS} entries`);
  return list.slice(0, MAX_VIDEOS).flatMap((entry, i) => {
    const fields = typeof entry === 'string' ? { url: entry } : entry;
    if (typeof fields !== 'object' || fields === null) {
      complain('a list of maps with url and title');
      return [];
    }
    return readOne(fields as Record<string, unknown>, (name, expected) =>
      complain(`a list whose entry ${i + 1} has ${expected} as its ${name}`),
    );
  });
}

function readOne(
  fields: Readonly<Record<string, unknown>>,
  complain: (name: string, expected: string) => void,
): DeclaredVideo[] {
  const read = <T>(name: string, parse: (value: unknown) => T | undefined, expected: string): T | undefined => {
    const value = Object.hasOwn(fields, name) ? fields[name] : undefined;
    if (value === undefined || value === null || value === '') return undefined;
    const parsed = parse(value);
    if (parsed === undefined) complain(name, expected);
    return parsed;
  };
  const url = read('url', addressOf, 'an http(s) or relative address');
  if (url === undefined) {
    if (!fields['url']) complain('url', 'an address');
    return [];
  }
  const video = {
    url,
    title: read('title', textOf, 'a text'),
    poster: read('poster', addressOf, 'the address of a picture'),
    captions: read('captions', pathOf, 'the path of a .vtt or .srt file'),
    chapters: read('chapters', pathOf, 'the path of a .vtt file'),
    durationMs: read('duration', durationOf, 'seconds, 1:48 or PT1M48S'),
  };
  return [
    Object.fromEntries(Object.entries(video).filter(([, each]) => each !== undefined)) as unknown as DeclaredVideo,
  ];
}

function textOf(value: unknown): string | undefined {
  const text = typeof value === 'string' || typeof value === 'number' ? String(value).trim() : '';
  return text === '' ? undefined : text.slice(0, 500);
}

function addressOf(value: unknown): string | undefined {
  const href = typeof value === 'string' ? safeHref(value.trim().replaceAll(' ', '%20')) : null;
  return href === null || /^(?:mailto|tel):/iu.test(href) ? undefined : href;
}

const pathOf = (value: unknown): string | undefined =>
  typeof value === 'string' && /\.(?:vtt|srt)$/iu.test(value.trim()) ? value.trim() : undefined;

/** A duration in milliseconds: a number is seconds. */
function durationOf(value: unknown): number | undefined {
  const text = typeof value === 'number' ? String(value) : typeof value === 'string' ? value.trim() : '';
  const [, hours, minutes, seconds] =
    /^(?:(\d{1,2}):)?(\d{1,3}):(\d{1,2}(?:\.\d{1,3})?)$/u.exec(text) ??
    /^PT(?:(\d{1,3})H)?(?:(\d{1,4})M)?(?:(\d{1,6}(?:\.\d{1,3})?)S)?$/iu.exec(text) ??
    /^()()(\d{1,6}(?:\.\d{1,3})?)$/u.exec(text) ??
    [];
  const durationMs = Math.round((Number(hours || 0) * 3600 + Number(minutes || 0) * 60 + Number(seconds || 0)) * 1000);
  return durationMs > 0 ? durationMs : undefined;
}
