import { readVideoAddress } from '../video-address.js';
import type { JsxTag } from './jsx-scan.js';
import { link, plainText } from './markup.js';

/** Longest content of a film's element that is looked at. */
const MAX_FILM = 2_000;
const SOURCE = /<source\s[^>]{0,300}?\bsrc=["']([^"'>]{1,500})["']/i;
const ANY_BASE = 'https://a.invalid';

/**
 * A frame of another site, or a video, as a link to what it shows, and the place behind it; what a video holds is for browsers that show none. Null for any other
 * tag, for one that is not closed nearby, and for one that shows nothing that could be linked to.
 */
export function readFilm(source: string, { name, kind, props, end }: JsxTag): { text: string; end: number } | null {
  if ((name !== 'iframe' && name !== 'video') || kind === 'close') return null;
  const near = kind === 'void' ? '' : source.slice(end, end + MAX_FILM);
  const close = kind === 'void' ? 0 : near.indexOf(`</${name}>`);
  const inner = near.slice(0, Math.max(close, 0));
  const src = (props['src'] ?? (name === 'video' ? SOURCE.exec(inner)?.[1] : undefined) ?? '').trim();
  const isShown = /^https?:\/\//i.test(src) || readVideoAddress(src) !== null;
  if (!isShown || close < 0 || !URL.canParse(src, ANY_BASE)) return null;
  const title = props['title'] || props['aria-label'] || (name === 'video' ? src : new URL(src, ANY_BASE).host);
  const text = link(plainText(title), src.replace(/^\/\//, 'https://'));
  return { text, end: kind === 'void' ? end : end + close + name.length + '</>'.length };
}
