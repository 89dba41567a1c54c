// Hugo's shortcodes: {{< name value key="value" >}} ... {{< /name >}}, and the same with %.
import type { Props } from './jsx-scan.js';

/** A shortcode, or a text that stands for one that is only shown. Values without a name are under `0`, `1` ... */
export type Shortcode =
  | { kind: 'open' | 'close' | 'void'; name: string; props: Props; end: number }
  | { kind: 'text'; text: string; end: number };

const VALUE = /(?:([\w-]+)\s*=\s*)?(?:"((?:[^"\\]|\\.)*)"|`([^`]*)`|([^\s"`=]+))/g;
const INSIDE = /^-?\s*(\/?)\s*([\w./-]+)\s*([^]*?)\s*(\/?)\s*-?$/;
const MAX_LENGTH = 2_000;

/** The shortcode that begins at `at`; undefined where none does. Interpolations of Vue (`{{ $frontmatter.x }}`) give nothing. */
export function readShortcode(text: string, at: number): Shortcode | undefined {
  if (!text.startsWith('{{', at)) return undefined;
  const mark = text[at + 2];
  if (mark !== '<' && mark !== '%') {
    const code = /\{\{\s*\$[^{}\n]{1,200}\}\}/y;
    code.lastIndex = at;
    return code.test(text) ? { kind: 'text', text: '', end: code.lastIndex } : undefined;
  }
  const near = text.slice(at, at + MAX_LENGTH);
  const length = near.indexOf(`${mark === '<' ? '>' : '%'}}}`, 3);
  if (length < 0) return undefined;
  const inside = near.slice(3, length);
  const end = at + length + 3;
  if (inside.startsWith('/*'))
    return {
      kind: 'text',
      text: near
        .slice(0, length + 3)
        .replace('/*', '')
        .replace('*/', ''),
      end,
    };
  const match = INSIDE.exec(inside);
  if (!match) return undefined;
  const kind = match[1] ? 'close' : match[4] ? 'void' : 'open';
  return { kind, name: match[2]!, props: valuesOf(match[3]!), end };
}

function valuesOf(text: string): Props {
  const props: Record<string, string> = Object.create(null) as Record<string, string>;
  let place = 0;
  for (const match of text.matchAll(VALUE)) {
    const value = (match[2] ?? match[3] ?? match[4] ?? '').replace(/\\(.)/g, '$1');
    props[match[1] ?? String(place++)] = value;
  }
  return props;
}
