const SCHEMES = new Set(['http:', 'https:', 'mailto:', 'tel:']);
const SEPARATOR_OR_CONTROL = /[\p{Z}\p{C}]/u;
const PROBE_BASE = 'https://relative.invalid';

/**
 * The link itself if a customer may follow it, else null. Allowed are http, https, mailto, tel and relative
 * addresses; refused is any address with a code point of category Z or C, however the scheme is hidden.
 */
export function safeHref(href: unknown): string | null {
  if (typeof href !== 'string' || href === '' || SEPARATOR_OR_CONTROL.test(href)) return null;
  try {
    return SCHEMES.has(new URL(href, PROBE_BASE).protocol) ? href : null;
  } catch {
    return null;
  }
}

/**
 * The image address itself if it may be loaded, else null: relative addresses always, absolute ones only over
 * http(s) from one of `imageOrigins` ('https://cdn.example').
 */
export function safeImageSource(source: unknown, imageOrigins: readonly string[]): string | null {
  if (typeof source !== 'string' || source === '' || SEPARATOR_OR_CONTROL.test(source)) return null;
  try {
    const { origin, protocol } = new URL(source, PROBE_BASE);
    const isAllowed = (protocol === 'https:' || protocol === 'http:') && imageOrigins.includes(origin);
    return isAllowed || isRelative(source) ? source : null;
  } catch {
    return null;
  }
}

/** True where every base keeps its own origin: `https:cdn.example/a` is relative on an https page and foreign on an http one. */
function isRelative(address: string): boolean {
  return [PROBE_BASE, 'http://relative.invalid'].every((base) => new URL(address, base).origin === base);
}
