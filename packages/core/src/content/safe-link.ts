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
