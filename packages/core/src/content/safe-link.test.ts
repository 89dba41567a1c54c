import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { safeImageSource } from './safe-image.js';
import { safeHref } from './safe-link.js';

/** Code points by which a scheme is hidden from a reader of the text but not from a browser, or the other way round. */
const HIDING = ['\t', '\n', '\r', '\0', '\u0001', ' ', '\u00a0', '\u00ad', '\u200b', '\u200d', '\u202e', '\u2028', '\u2060', '\ufeff', '\ue000']; // prettier-ignore
const BAD_SCHEMES = ['javascript', 'data', 'vbscript', 'file', 'blob', 'filesystem', 'about', 'ws', 'view-source', 'intent', 'ftp', 'sms']; // prettier-ignore

/** What a browser makes of an address on a page, or null where it makes nothing of it: a dead link harms nobody. */
function urlOf(address: string, page: string): URL | null {
  return URL.canParse(address, page) ? new URL(address, page) : null;
}

describe('safeHref', () => {
  it.each([
    'https://shop.example/a?b=c#d',
    'http://shop.example',
    'HTTPS://SHOP.EXAMPLE',
    'mailto:help@shop.example?subject=Hi',
    'tel:+861012345678',
    '//cdn.example/a',
    '/articles/1',
    'articles/1',
    '../a',
    '?q=1',
    '#part',
    '/帮助/退款',
    'https://例子.example/发票',
    'https://shop.example/a%20b',
    'javascript',
    '/javascript:alert(1)',
    './a:b',
  ])('lets %s through as it is', (href) => {
    expect(safeHref(href)).toBe(href);
  });

  it.each(BAD_SCHEMES)('refuses %s:, however it is written', (scheme) => {
    const mixed = scheme.replace(/./g, (letter, i: number) => (i % 2 ? letter.toUpperCase() : letter));
    for (const name of [scheme, scheme.toUpperCase(), mixed]) {
      for (const rest of ['alert(1)', '//host/x', '', 'text/html,<script>']) {
        expect(safeHref(`${name}:${rest}`)).toBeNull();
      }
    }
  });

  it.each(HIDING.map((hiding) => [hiding.codePointAt(0)!.toString(16), hiding]))(
    'refuses U+%s anywhere',
    (_, hiding) => {
      for (const href of ['javascript:alert(1)', 'https://shop.example/a', '/a']) {
        for (const at of [0, 4, href.length]) expect(safeHref(href.slice(0, at) + hiding + href.slice(at))).toBeNull();
      }
    },
  );

  it.each([undefined, null, 7, {}, [], ['https://shop.example'], '', 'https://', 'http://[', 'http://a b'])(
    'refuses %j',
    (href) => {
      expect(safeHref(href)).toBeNull();
    },
  );

  it('lets nothing through that a browser takes for another scheme', () => {
    const aHref = fc.tuple(
      fc.constantFrom(...BAD_SCHEMES, 'https', 'x'),
      fc.constantFrom('', ...HIDING, ':', '\\', '/', '&#58;', '%3a', '：'),
      fc.constantFrom(':', '', '//', ':alert(1)'),
      fc.string({ maxLength: 5 }),
    );
    fc.assert(
      fc.property(
        fc.oneof(
          aHref.map((parts) => parts.join('')),
          fc.string(),
        ),
        (text) => {
          const href = safeHref(text);
          if (href === null) return;
          for (const base of ['https://shop.example/a/', 'http://localhost:8080/']) {
            const url = urlOf(href, base);
            if (url) expect(['http:', 'https:', 'mailto:', 'tel:']).toContain(url.protocol);
          }
        },
      ),
      { numRuns: 2000 },
    );
  });
});

describe('safeImageSource', () => {
  const origins = ['https://cdn.example', 'http://localhost:3000'];

  it.each([
    '/a.png',
    'a.png',
    '../a.png',
    '?image=1',
    'https://cdn.example/a.png',
    'HTTPS://CDN.example/a.png',
    '//cdn.example/a.png',
    'http://localhost:3000/a',
  ])('lets %s through as it is', (source) => {
    expect(safeImageSource(source, origins)).toBe(source);
  });

  it.each([
    'https://evil.example/a.png',
    'http://cdn.example/a.png',
    'https://cdn.example:8443/a.png',
    'https://cdn.example.evil.example/a.png',
    'https://cdn.example@evil.example/a.png',
    '//evil.example/a.png',
    '\\\\evil.example/a.png',
    '/\\evil.example/a.png',
    'https:evil.example/a.png',
    'http:evil.example/a.png',
    'https:/evil.example/a.png',
    'https://relative.invalid/a.png',
    'http://relative.invalid/a.png',
    'data:image/png;base64,AAAA',
    'blob:https://cdn.example/1234',
    'javascript:alert(1)',
    '/a b.png',
    '',
    null,
    7,
  ])('refuses %s', (source) => {
    expect(safeImageSource(source, origins)).toBeNull();
  });

  it('takes the origin of a data address for no origin', () => {
    expect(safeImageSource('data:image/png,', ['null'])).toBeNull();
  });

  it('loads from no origin but the page and the list, whatever the page is', () => {
    const aSource = fc
      .tuple(
        fc.constantFrom('', 'http:', 'https:', 'HTTPS:', 'data:'),
        fc.constantFrom('', '/', '//', '\\', '\\\\', '/\\', '///'),
        fc.constantFrom('evil.example', 'cdn.example', 'cdn.example@evil.example', 'a', ':', '@'),
        fc.constantFrom('', '/a.png', ':80', '?', '#'),
      )
      .map((parts) => parts.join(''));
    fc.assert(
      fc.property(aSource, (text) => {
        const source = safeImageSource(text, origins);
        if (source === null) return;
        for (const page of ['https://shop.example/a/', 'http://shop.example/']) {
          const loaded = urlOf(source, page);
          if (!loaded) continue;
          const own = [new URL(page).origin, ...origins, 'http://cdn.example'];
          expect(own).toContain(loaded.origin);
        }
      }),
      { numRuns: 1000 },
    );
  });
});
