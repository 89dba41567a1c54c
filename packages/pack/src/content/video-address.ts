// What a link in a text is to the player of the page, whose table of video sites is core's.
import { videoEmbed } from '@helpkiosk/core';

/** `key` is the same for all addresses of one video, whichever second they begin at; `startsAtMs` only where the address names one above 0. */
export interface VideoAddress {
  kind: 'site' | 'file';
  key: string;
  startsAtMs?: number;
}

const FILE = /\.(?:mp4|webm|ogv|m4v)$/iu;
const BASE = 'https://relative.invalid/';
/** Every site of the table, also those that play only where the owner names them. */
const ANY_SITE = {
  pageOrigin: new URL(BASE).origin,
  videoHosts: ['youtube.com', 'vimeo.com', 'bilibili.com', 'v.qq.com', 'youku.com'],
};

/**
 * What an address says about a video, null where it is none that is known: those of a site that the page can play, and files (`.mp4`, `.webm`, `.ogv`,
 * `.m4v`) anywhere, relative ones too. `http`, `https` and addresses without a scheme alone. A start second that is not understood counts as none.
 */
export function readVideoAddress(address: string): VideoAddress | null {
  const embed = videoEmbed(address, undefined, ANY_SITE);
  if (!embed) return null;
  const start = embed.kind !== 'link' && embed.startMs > 0 ? { startsAtMs: embed.startMs } : {};
  if (embed.kind !== 'frame')
    return FILE.test(new URL(address, BASE).pathname)
      ? { kind: 'file', key: address.replace(/[?#].*$/su, ''), ...start }
      : null;
  const atItsBeginning = videoEmbed(address, 0, ANY_SITE);
  return { kind: 'site', key: atItsBeginning?.kind === 'frame' ? atItsBeginning.src : embed.src, ...start };
}

/** True for the address of a file that lies beside the articles, or at the root of their site. */
export function isLocalVideo(address: string): boolean {
  return !/^(?:[a-z][a-z0-9+.-]*:|\/\/)/iu.test(address) && readVideoAddress(address)?.kind === 'file';
}
