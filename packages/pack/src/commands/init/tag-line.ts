import { posix } from 'node:path';

/** What the tag of a page needs: paths with `/` below the folder that is served. */
export interface TagParts {
  widget: string;
  pack: string;
  accent?: string;
}

/**
 * The tag for a page at `page` (a path below the served folder, such as `shop/index.html`), with addresses relative to it; without a page
 * they begin with `/`, which holds at every depth.
 */
export function tagLine({ widget, pack, accent }: TagParts, page: string | null): string {
  const reach = (path: string): string =>
    page === null ? `/${path}` : posix.relative(`/${posix.dirname(page)}`, `/${path}`);
  const address = (path: string): string => quoted(encodeURI(reach(path)).replaceAll(/[#?]/gu, encodeURIComponent));
  const colour = accent ? ` data-accent=${quoted(accent)}` : '';
  return `<script async src=${address(`${widget}/helpkiosk.js`)} data-pack=${address(`${pack}/pack.json`)}${colour}></script>`;
}

const quoted = (value: string): string => `"${value.replaceAll('&', '&amp;').replaceAll('"', '&quot;')}"`;
