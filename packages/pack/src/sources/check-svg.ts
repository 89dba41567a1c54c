const SPACE = '[ \\t\\r\\n]';
const NAME = `[^ \\t\\r\\n=<>"'/&?!]+`;
const ATTRIBUTE = `(${NAME})${SPACE}*=${SPACE}*("[^"<]*"|'[^'<]*')`;
const COMMENT = '<!--[^]*?-->';
const INSTRUCTION = '<\\?[^]*?\\?>';
const CDATA = '<!\\[CDATA\\[([^]*?)\\]\\]>';
const DOCTYPE = `<!DOCTYPE(?:[^\\[<>"']|"[^"]*"|'[^']*')*>`;
const CLOSE = `</(${NAME})${SPACE}*>`;
const OPEN = `<(${NAME})((?:${SPACE}+${ATTRIBUTE.replaceAll(/\((?!\?)/gu, '(?:')})*)${SPACE}*(/?)>`;

const REFUSED: ReadonlySet<string> = new Set(['script', 'handler', 'foreignobject', 'iframe', 'object', 'embed']);
const ADDRESSES: ReadonlySet<string> = new Set(['href', 'src']);
const SAFE_ADDRESS = /^(?:#|data:image\/(?:png|jpeg|gif|webp)[;,])/u;
const XHTML = 'http://www.w3.org/1999/xhtml';
/** Encodings in which every byte below 128 is its ASCII character, so that no mark can hide. */
const PLAIN_ENCODING = /^(?:utf-?8|us-ascii|ascii|iso-8859-\d+|windows-125\d)$/iu;
const KNOWN_ENTITIES: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };

/**
 * Why an SVG file must not be served from the owner's origin, as the end of a sentence; null for a drawing that only draws.
 * Shown by an image element no SVG runs anything, but opened by its address it is a page. It is read as XML, as a browser then does: an HTML
 * parser ends comments, instructions and raw text elsewhere, so that a script could hide between the two. What cannot be read so is refused.
 */
export function whyUnsafeSvg(bytes: Uint8Array): string | null {
  const text = textOf(bytes);
  if (text === null) return 'it could hold a script (its encoding is not UTF-8)';
  if (/<!ENTITY/iu.test(text)) return 'it could hold a script (it defines entities)';
  if (/<\?xml-stylesheet/iu.test(text)) return 'it could hold a script (it has a style sheet of its own)';
  const found = findIn(text);
  return found === null ? null : `it ${found.isSure ? 'holds' : 'could hold'} a script (${found.what})`;
}

interface Finding {
  isSure: boolean;
  what: string;
}

function textOf(bytes: Uint8Array): string | null {
  const head = new TextDecoder('windows-1252').decode(bytes.subarray(0, 1_024));
  const declared = /^[^<]*<\?xml[^>]*?encoding\s*=\s*["']([^"']*)/iu.exec(head)?.[1] ?? 'utf-8';
  if (!PLAIN_ENCODING.test(declared) || bytes.includes(0)) return null;
  try {
    return new TextDecoder(/^utf/iu.test(declared) ? 'utf-8' : 'windows-1252', { fatal: true }).decode(bytes);
  } catch {
    return null;
  }
}

function findIn(text: string): Finding | null {
  const token = new RegExp(`${COMMENT}|${INSTRUCTION}|${CDATA}|${DOCTYPE}|${CLOSE}|${OPEN}|([^<]+)`, 'yu');
  let styles = 0;
  let css = '';
  while (token.lastIndex < text.length) {
    const [, raw, closed, opened, attributes = '', isEmpty, words] = token.exec(text) ?? [];
    // A failed match puts the position back to the start.
    if (token.lastIndex === 0) return { isSure: false, what: 'it is not well-formed XML' };
    if (words && hasUnknownEntity(words)) return { isSure: false, what: 'it uses entities that it does not define' };
    if (styles > 0) css += raw ?? decoded(words ?? '');
    if (closed && localOf(closed) === 'style') styles--;
    if (!opened) continue;
    const found = findInTag(opened, attributes);
    if (found) return found;
    if (localOf(opened) === 'style' && !isEmpty) styles++;
  }
  return loadsMore(css) ? { isSure: false, what: 'its style sheet loads another file' } : null;
}

function findInTag(name: string, attributes: string): Finding | null {
  const tag = localOf(name);
  if (REFUSED.has(tag)) return { isSure: tag === 'script' || tag === 'handler', what: `the element ${name}` };
  for (const [, attribute = '', quoted = ''] of attributes.matchAll(new RegExp(ATTRIBUTE, 'gu'))) {
    const written = quoted.slice(1, -1);
    const value = decoded(written);
    const local = localOf(attribute);
    if (hasUnknownEntity(written)) return { isSure: false, what: 'it uses entities that it does not define' };
    if (local.startsWith('on')) return { isSure: true, what: `the attribute ${attribute} of ${name}` };
    if (ADDRESSES.has(local) && !SAFE_ADDRESS.test(bareOf(value)))
      return { isSure: bareOf(value).startsWith('javascript:'), what: `the address in ${attribute} of ${name}` };
    if (local === 'attributename' && ADDRESSES.has(localOf(bareOf(value))))
      return { isSure: false, what: `${name} changes an address` };
    if (/^xmlns(?::|$)/iu.test(attribute) && value.trim() === XHTML)
      return { isSure: false, what: 'it has elements of HTML' };
    if (loadsMore(value)) return { isSure: false, what: `${attribute} of ${name} loads another file` };
  }
  return null;
}

const localOf = (name: string): string => name.slice(name.lastIndexOf(':') + 1).toLowerCase();

/** Without white space and control characters, which browsers skip in addresses, and in small letters. */
const bareOf = (value: string): string => value.replaceAll(/[\s\p{Cc}]+/gu, '').toLowerCase();

const hasUnknownEntity = (text: string): boolean => /&(?!#\d+;|#x[\da-f]+;|(?:amp|lt|gt|quot|apos);)/iu.test(text);

function decoded(text: string): string {
  return text.replaceAll(/&(?:#x([\da-f]+)|#(\d+)|(\w+));/giu, (whole, hex?: string, digits?: string, name?: string) =>
    name ? (KNOWN_ENTITIES[name] ?? whole) : characterOf(hex ? Number.parseInt(hex, 16) : Number(digits)),
  );
}

const characterOf = (code: number): string => (code <= 0x10_ff_ff ? String.fromCodePoint(code) : '\u{fffd}');

/** Whether CSS fetches anything but a part of the drawing itself. */
function loadsMore(css: string): boolean {
  const plain = css
    .replaceAll(/\\([\da-f]{1,6})\s?/giu, (_, hex: string) => characterOf(Number.parseInt(hex, 16)))
    .replaceAll('\\', '');
  return /@import|url\(\s*(?!["'\s#]|$)|url\(\s*["']\s*(?!#|\s)|image-set\(/iu.test(plain);
}
