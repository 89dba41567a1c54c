const SEPARATOR_OR_CONTROL = /[\p{Z}\p{C}]/u;
const PROBE_BASE = 'https://relative.invalid';

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
