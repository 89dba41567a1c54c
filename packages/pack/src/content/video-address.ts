// Which addresses are those of videos. The page has a table of its own for what it plays: this one says what a link in a text is.

/** Where a video lies; `file` is a file that the browser plays itself. */
export type VideoHost = 'youtube' | 'vimeo' | 'bilibili' | 'qq' | 'youku' | 'file';

/** `key` is the same for all addresses of one video, whichever second they begin at; `startsAtMs` only where the address names one above 0. */
export interface VideoAddress {
  host: VideoHost;
  key: string;
  startsAtMs?: number;
}

type Reader = (url: URL) => string | undefined;

const FILE = /\.(?:mp4|webm|ogv|m4v)$/iu;
const ANY_BASE = 'https://relative.invalid/';
/** `videoseries` stands where a list is played. */
const YOUTUBE_ID = /^(?!videoseries$)[\w-]{11}$/u;

const partsOf = ({ pathname }: URL): string[] => pathname.split('/').filter(Boolean);
const matching = (text: string | null | undefined, pattern: RegExp): string | undefined =>
  text && pattern.test(text) ? text : undefined;

const youtube: Reader = (url) => {
  const [first, second] = partsOf(url);
  if (url.hostname === 'youtu.be') return matching(first, YOUTUBE_ID);
  if (first === 'watch') return matching(url.searchParams.get('v'), YOUTUBE_ID);
  return /^(?:embed|shorts|live|v)$/u.test(first ?? '') ? matching(second, YOUTUBE_ID) : undefined;
};
const vimeo: Reader = (url) => partsOf(url).find((part) => /^\d{5,12}$/u.test(part));
const bilibili: Reader = (url) => {
  const { searchParams } = url;
  const named = searchParams.get('bvid') ?? (searchParams.get('aid') ? `av${searchParams.get('aid')}` : null);
  const written = named ?? partsOf(url).find((part) => /^(?:BV|av)/iu.test(part));
  const id = matching(written, /^(?:BV[0-9A-Za-z]{10}|av\d{1,15})$/iu);
  const page = Number(searchParams.get('p') ?? searchParams.get('page') ?? 1);
  return id && (Number.isInteger(page) && page > 1 ? `${id}/${page}` : id);
};
const qq: Reader = (url) =>
  matching(
    url.searchParams.get('vid') ??
      partsOf(url)
        .at(-1)
        ?.replace(/\.html$/u, ''),
    /^[a-z]\d{4}[a-z0-9]{6}$/u,
  );
const youku: Reader = (url) => {
  const [first, second = ''] = partsOf(url);
  const id = first === 'embed' ? second : (/^id_(.+)\.html$/u.exec(second)?.[1] ?? url.searchParams.get('vid'));
  return matching(id?.replaceAll(/%3d/giu, '='), /^X[\w=]{8,24}$/u);
};

const HOSTS: readonly (readonly [names: RegExp, host: VideoHost, read: Reader])[] = [
  [/^(?:(?:www|m|music)\.)?youtube(?:-nocookie)?\.com$|^youtu\.be$/u, 'youtube', youtube],
  [/^(?:(?:www|player)\.)?vimeo\.com$/u, 'vimeo', vimeo],
  [/^(?:(?:www|m|player)\.)?bilibili\.com$|^b23\.tv$/u, 'bilibili', bilibili],
  [/^(?:m\.)?v\.qq\.com$/u, 'qq', qq],
  [/^(?:v|m|player)\.youku\.com$/u, 'youku', youku],
];

/**
 * What an address says about a video, null where it is none that is known: YouTube, Vimeo, Bilibili, Tencent Video and Youku by the
 * address of a page or of a player, and files (`.mp4`, `.webm`, `.ogv`, `.m4v`) anywhere, relative ones too. `http`, `https` and
 * addresses without a scheme alone. A start second that is not understood counts as none.
 */
export function readVideoAddress(address: string): VideoAddress | null {
  if (!URL.canParse(address, ANY_BASE)) return null;
  const url = new URL(address, ANY_BASE);
  if (url.protocol !== 'https:' && url.protocol !== 'http:') return null;
  const startsAtMs = startOf(url);
  const start = startsAtMs > 0 ? { startsAtMs } : {};
  if (FILE.test(url.pathname)) return { host: 'file', key: address.replace(/[?#].*$/su, ''), ...start };
  for (const [names, host, read] of HOSTS) {
    const id = names.test(url.hostname) ? read(url) : undefined;
    if (id) return { host, key: `${host}:${id}`, ...start };
  }
  return null;
}

/** True for the address of a file that lies beside the articles, or at the root of their site. */
export function isLocalVideo(address: string): boolean {
  return !/^(?:[a-z][a-z0-9+.-]*:|\/\/)/iu.test(address) && readVideoAddress(address)?.host === 'file';
}

/** `t=83`, `t=1m23s`, `start=83`, `#t=83`, `#t=1:23`: the forms of the hosts and of media fragments. */
function startOf({ searchParams, hash }: URL): number {
  const fragment = new URLSearchParams(hash.slice(1));
  const text = searchParams.get('t') ?? searchParams.get('start') ?? fragment.get('t') ?? '';
  const [, hours, minutes, seconds] =
    /^(?:(\d{1,3})h)?(?:(\d{1,5})m)?(?:(\d{1,6}(?:\.\d{1,3})?)s?)?$/u.exec(text.split(',', 1)[0]!) ??
    /^(?:(\d{1,3}):)?(\d{1,2}):(\d{1,2}(?:\.\d{1,3})?)$/u.exec(text) ??
    [];
  return Math.round((Number(hours ?? 0) * 3600 + Number(minutes ?? 0) * 60 + Number(seconds ?? 0)) * 1000);
}
