// Which videos are played in the panel, from where, and by which address. The one table of video hosts.
import { safeHref } from './safe-link.js';

/** What a video's address leads to. `host` is the name that the customer reads before anything is loaded from it. */
export type VideoEmbed =
  /** A player of a known host in a frame. `seeks`: it can begin at a second. */
  | { kind: 'frame'; src: string; host: string; startMs: number; seeks: boolean }
  /** A file for a `<video>` of our own; `src` as it was given, without its fragment. `host` is null for the page's own and for relative ones. */
  | { kind: 'file'; src: string; host: string | null; startMs: number; seeks: true }
  /** Anything else that may be followed; `host` is null where it is relative. */
  | { kind: 'link'; href: string; host: string | null };

export interface VideoEmbedOptions {
  /** `location.origin` of the page. */
  pageOrigin: string;
  /**
   * The owner's option. Left out: YouTube, Vimeo, Bilibili and 腾讯视频 (v.qq.com), and no file of another origin. Given, it is the whole
   * list: a host of the table plays only where one of its names stands in it (`youtube.com`, `youtube-nocookie.com` or `youtu.be` mean
   * YouTube alone; `youku.com` lets 优酷 play, which it does nowhere else), and any other name is a host from which video files are played,
   * over https on its usual port, that host alone and none below it. `[]` allows none. Upper case and a leading `www.` do not matter. Files
   * of the page's own origin and relative ones play whatever it says.
   */
  videoHosts?: readonly string[] | undefined;
}

/** What a site's own link says: the video by an id that fits a strict pattern, and nothing else of the link. */
interface Site {
  /** Host names of its links, without `www.`; also the names that an owner writes. */
  names: readonly string[];
  /** Where its player lives. */
  host: string;
  /** Plays only where the owner names it. */
  named?: true;
  seeks: boolean;
  /** The player's address; null where the link is to no video. `seconds` is a whole number from 0. */
  player(link: URL, seconds: number): string | null;
}

const queryOf = (link: URL, name: string, pattern: RegExp): string | undefined =>
  pattern.exec(link.searchParams.get(name) ?? '')?.[0];

/*
 * Sources of the parameters:
 * - YouTube: https://developers.google.com/youtube/player_parameters (`start`, `autoplay`, `playsinline`; `rel=0` keeps suggestions to the same
 *   channel) and "privacy-enhanced mode" for the domain.
 * - Vimeo: https://help.vimeo.com/hc/en-us/articles/26080940921361 (`dnt=1` sets no new cookies), "player parameters" (`#t=`, `h` of unlisted videos).
 * - Bilibili: https://player.bilibili.com tells of them (`bvid`, `aid`, `p`, `t`, `autoplay`, `danmaku`); `isOutside` is in its embed code.
 * - 腾讯视频 and 优酷: the form of their embed codes; no parameter for a beginning is known of either.
 */
const SITES: readonly Site[] = [
  {
    names: ['youtube.com', 'm.youtube.com', 'music.youtube.com', 'youtube-nocookie.com', 'youtu.be'],
    host: 'youtube-nocookie.com',
    seeks: true,
    player(link, seconds) {
      const inPath =
        link.hostname === 'youtu.be' ? /^\/([\w-]{11})\/?$/ : /^\/(?:shorts|embed|live|v)\/([\w-]{11})\/?$/;
      const id =
        inPath.exec(link.pathname)?.[1] ?? (link.pathname === '/watch' ? queryOf(link, 'v', /^[\w-]{11}$/) : undefined);
      const start = seconds ? `start=${seconds}&` : '';
      // A list that is shown at such an address has no video to begin with.
      return id && id !== 'videoseries'
        ? `https://www.youtube-nocookie.com/embed/${id}?${start}autoplay=1&playsinline=1&rel=0`
        : null;
    },
  },
  {
    names: ['vimeo.com', 'player.vimeo.com'],
    host: 'player.vimeo.com',
    seeks: true,
    player(link, seconds) {
      const [, id, inPath] =
        /^\/(?:video\/|channels\/[\w-]+\/|groups\/[\w-]+\/videos\/)?(\d{1,12})(?:\/([\da-f]{6,20}))?\/?$/.exec(
          link.pathname,
        ) ?? [];
      const secret = inPath ?? queryOf(link, 'h', /^[\da-f]{6,20}$/);
      const start = seconds ? `#t=${seconds}s` : '';
      return id ? `https://player.vimeo.com/video/${id}?${secret ? `h=${secret}&` : ''}dnt=1&autoplay=1${start}` : null;
    },
  },
  {
    names: ['bilibili.com', 'm.bilibili.com', 'player.bilibili.com', 'b23.tv'],
    host: 'player.bilibili.com',
    seeks: true,
    player(link, seconds) {
      const [, bv, av] = /^\/(?:video\/)?(?:(BV1[\dA-Za-z]{9})|av(\d{1,16}))\/?$/i.exec(link.pathname) ?? [];
      const isPlayer = link.pathname === '/player.html';
      const bvid = bv ? `BV${bv.slice(2)}` : isPlayer && queryOf(link, 'bvid', /^BV1[\dA-Za-z]{9}$/);
      const aid = av ?? (isPlayer && queryOf(link, 'aid', /^\d{1,16}$/));
      const part = queryOf(link, 'p', /^\d{1,4}$/) ?? queryOf(link, 'page', /^\d{1,4}$/) ?? '1';
      const id = bvid ? `bvid=${bvid}` : aid && `aid=${aid}`;
      const start = seconds ? `&t=${seconds}` : '';
      return id
        ? `https://player.bilibili.com/player.html?isOutside=true&${id}&p=${part}&autoplay=0&danmaku=0${start}`
        : null;
    },
  },
  {
    names: ['v.qq.com', 'm.v.qq.com'],
    host: 'v.qq.com',
    seeks: false,
    player(link) {
      const [, inPath] = /^\/x\/(?:page|cover\/\w{1,20})\/([\da-z]{11})\.html$/i.exec(link.pathname) ?? [];
      const id = inPath ?? queryOf(link, 'vid', /^[\da-z]{11}$/i);
      return id ? `https://v.qq.com/txp/iframe/player.html?vid=${id}&autoplay=false` : null;
    },
  },
  {
    names: ['youku.com', 'v.youku.com', 'm.youku.com', 'player.youku.com'],
    host: 'player.youku.com',
    named: true,
    seeks: false,
    player(link) {
      const [, id] =
        /^\/(?:v_show\/id_|embed\/)([\dA-Za-z]{8,24}(?:=|%3[Dd]){0,2})(?:\.html)?$/.exec(link.pathname) ?? [];
      return id ? `https://player.youku.com/embed/${id}` : null;
    },
  },
];

const FILE = /\.(?:mp4|webm|ogv|m4v)$/i;
const BASE = 'https://relative.invalid';
/** A hundred hours: no number longer than that reaches a player. */
const LONGEST_S = 359_999;

/**
 * What a video's address leads to; null where it may not even be followed (see `safeHref`) or is no page. Pure; never throws.
 * Nothing of `url` reaches the address of a frame but an id that fits its site's pattern. `atMs` is where to begin; left out or no number from 0 up, the address's own
 * `t` or `start` (`90`, `90s`, `1h2m3s`) counts, else the beginning. Frames begin at whole seconds.
 */
export function videoEmbed(
  url: unknown,
  atMs: number | undefined,
  { pageOrigin, videoHosts }: VideoEmbedOptions,
): VideoEmbed | null {
  const href = safeHref(url);
  const address = href !== null && new URL(href, BASE);
  if (!address || !/^https?:$/.test(address.protocol)) return null;
  const startMs = Math.min(atMs !== undefined && atMs >= 0 ? atMs : ownStartMs(address), LONGEST_S * 1000);
  const own = isRelative(href) || address.origin === pageOrigin;
  const name = nameOf(address.hostname);
  const host = own ? null : name;
  const listed = videoHosts?.map(nameOf);
  const isPlain = !address.port && !address.username && !address.password;
  const site = isPlain ? SITES.find(({ names }) => names.includes(name)) : undefined;
  if (site && (listed ? site.names.some((each) => listed.includes(each)) : !site.named)) {
    const src = site.player(plainLink(address, name), Math.floor(startMs / 1000));
    if (src) return { kind: 'frame', src, host: site.host, startMs, seeks: site.seeks };
  }
  const mayPlay = own || (!site && isPlain && address.protocol === 'https:' && listed?.includes(name));
  if (mayPlay && FILE.test(address.pathname))
    return { kind: 'file', src: href.replace(/#.*/, ''), host, startMs, seeks: true };
  return { kind: 'link', href, host };
}

const nameOf = (host: string): string => host.toLowerCase().replace(/^www\./, '');

function plainLink(address: URL, name: string): URL {
  const link = new URL(address);
  link.hostname = name;
  return link;
}

/** True where every base keeps its own origin, as in safe-image.ts. */
const isRelative = (href: string): boolean =>
  [BASE, 'http://relative.invalid'].every((base) => new URL(href, base).origin === base);

function ownStartMs({ searchParams, hash }: URL): number {
  const text = searchParams.get('t') ?? searchParams.get('start') ?? /^#t=(.*)/.exec(hash)?.[1] ?? '';
  const [, hours = 0, minutes = 0, seconds = 0] =
    /^(?:(\d{1,2})h)?(?:(\d{1,4})m)?(?:(\d{1,6}(?:\.\d{1,3})?)s?)?$/.exec(text) ?? [];
  return Math.round((+hours * 3600 + +minutes * 60 + +seconds) * 1000);
}
