/**
 * True when a page's address fits an owner's pattern: `*` stands for any run of characters. A pattern with a
 * scheme is held against the whole address, any other against path and query (`/orders*`). An address that cannot be read fits nothing.
 */
export function matchPage(pattern: string, page: string): boolean {
  let url: URL;
  try {
    url = new URL(page);
  } catch {
    return false;
  }
  const whole = /^[a-z]+:\/\//i.test(pattern);
  const address = whole ? url.href : url.pathname + (pattern.includes('?') ? url.search : '');
  const parts = pattern.split('*').map((part) => part.replace(/[.+?^${}()|[\]\\]/g, '\\$&'));
  return new RegExp(`^${parts.join('.*')}$`, 's').test(address);
}
