// What a page of the zoo is, as data, and how it becomes a document.

/** Attributes of a tag by name; null leaves one of the usual ones out. */
export type TagAttributes = Readonly<Record<string, string | null>>;

/** One page: how it differs from a plain shop page with one tag. In `policy`, `head` and `body`, `NONCE` and `CDN` are filled in. */
export interface ZooPage {
  name: string;
  /** Attributes of each tag beside `src` and `data-pack`; one tag by default. */
  tags?: readonly TagAttributes[];
  /** Where the tags stand: at the end of the body (default) or in the head, before there is a body. */
  place?: 'head' | 'body';
  /** The tags carry the nonce of the policy. */
  nonce?: boolean;
  /** The content security policy, without `report-uri`; none by default. It needs a `connect-src`, for the sentinel. */
  policy?: string;
  /** HTML at the end of the head: the page's own styles and scripts. */
  head?: string;
  /** HTML at the end of the body, before the tags. */
  body?: string;
  /** `quirks` has no doctype, `xhtml` is sent as application/xhtml+xml. */
  kind?: 'html' | 'quirks' | 'xhtml';
  /** The widget's files come from another origin. */
  cdn?: boolean;
  /** The page lives in a frame with `sandbox="allow-scripts"`, that is, in an origin that nobody else has. */
  sandboxed?: boolean;
  /** More files of the site, by path. */
  files?: Readonly<Record<string, string>>;
  /** Paths that are answered with 404 from the start; a trailing `*` stands for any rest. */
  missing?: readonly string[];
  /** The width of the window in px; default 1200. */
  width?: number;
  /** How long the tag's file takes, in ms; default 0. */
  tagDelayMs?: number;
  /** What is asked for, and the title that must come first; by default `refund`. */
  query?: string;
  answer?: string;
  /** How many workers run while the panel is open, if that is part of the case. */
  workers?: number;
  /** The directives of the reports that this page must cause; none by default. */
  reports?: readonly string[];
  /** Console errors that are part of the case. */
  consoleErrors?: RegExp;
}

/** The nonce of every policy of the zoo. */
export const NONCE = 'zoo0123456789';

/** What a shop page has in it, all of which must stay as it is. */
const SHOP = `
    <header id="top"><h1>Order 1001</h1><nav><a href="#faq">Questions</a></nav></header>
    <main>
      <p>Your parcel is on its way. <strong>Two items</strong>, one parcel.</p>
      <label>Note <input id="note" name="note" value="ring twice" /></label>
      <button id="pay" type="button">Pay</button>
      <table><tbody><tr><td>Kettle</td><td>36.00</td></tr></tbody></table>
      <dialog id="sure"><p>Sure?</p><button id="yes" type="button">Yes</button></dialog>
    </main>
    <footer><small>A shop</small></footer>`;

/**
 * The document of a page. `isControl` gives the same one with tags that do nothing: what it is without the widget.
 * `cdn` is the address that the widget's files come from.
 */
export function renderPage(page: ZooPage, { cdn, isControl }: { cdn: string; isControl: boolean }): string {
  const { tags = [{}], place = 'body', nonce, head = '', body = '', kind = 'html' } = page;
  const scripts = tags
    .map((own) => {
      const attributes: TagAttributes = {
        src: `${cdn}/helpkiosk/helpkiosk.js`,
        'data-pack': '/pack/pack.json',
        ...(nonce ? { nonce: NONCE } : {}),
        ...own,
        ...(isControl ? { type: 'text/x-off' } : {}),
      };
      return `<script ${renderAttributes(attributes)}></script>`;
    })
    .join('');
  const start = { html: '<!doctype html>', quirks: '', xhtml: '<?xml version="1.0" encoding="utf-8"?>' }[kind];
  const namespace = kind === 'xhtml' ? ' xmlns="http://www.w3.org/1999/xhtml"' : '';
  const charset = kind === 'xhtml' ? '' : '<meta charset="utf-8">';
  return fillIn(
    `${start}<html lang="en"${namespace}><head>${charset}<title>The shop</title>${head}${place === 'head' ? scripts : ''}</head>
<body>${SHOP}${body}${place === 'body' ? scripts : ''}</body></html>`,
    cdn,
  );
}

/** The headers of the document: its type and its policy, with the address where reports go. */
export function pageHeaders({ policy, kind }: ZooPage, cdn: string): Record<string, string> {
  const type = kind === 'xhtml' ? 'application/xhtml+xml' : 'text/html; charset=utf-8';
  const csp = policy && { 'content-security-policy': `${fillIn(policy, cdn)}; report-uri /csp-report` };
  return { 'content-type': type, 'cache-control': 'no-store', ...csp };
}

const fillIn = (text: string, cdn: string): string => text.replaceAll('NONCE', NONCE).replaceAll('CDN', cdn);

const renderAttributes = (attributes: TagAttributes): string =>
  Object.entries(attributes)
    .filter(([, value]) => value !== null)
    .map(([name, value]) => `${name}="${value!.replaceAll('&', '&amp;').replaceAll('"', '&quot;')}"`)
    .join(' ');
