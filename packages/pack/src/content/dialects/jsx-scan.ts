// Reads one tag or one expression of JSX (or Vue, or HTML) at a place of a text. Builds nothing.

/** Values are texts; a number or `true` in braces is its text, what only code could tell is left out. Names are as written. */
export type Props = Readonly<Record<string, string>>;

export interface JsxTag {
  kind: 'open' | 'close' | 'void';
  /** Empty for a fragment `<>`. */
  name: string;
  props: Props;
  /** The place after the tag. */
  end: number;
}

const NAME = /<(\/?)([A-Za-z][\w.:-]*|(?=\s*>))/y;
const ATTRIBUTE = /[^\s=/>"'{}<`]+/y;
const SPACES = /\s*/y;
const UNQUOTED = /[^\s"'=<>`{}]+/y;
/** Nobody writes a longer tag; the bound keeps many open ones cheap. */
const MAX_LENGTH = 4_000;

/** The tag that begins at `at`, or undefined where none does. */
export function readJsxTag(text: string, at: number): JsxTag | undefined {
  NAME.lastIndex = at;
  const start = NAME.exec(text);
  if (!start) return undefined;
  const props: Record<string, string> = Object.create(null) as Record<string, string>;
  const limit = Math.min(text.length, at + MAX_LENGTH);
  let place = at + start[0].length;
  if (place < limit && !/[\s/>]/.test(text[place]!)) return undefined;
  for (;;) {
    place = skip(SPACES, text, place);
    if (place >= limit) return undefined;
    if (text[place] === '>') return { kind: start[1] ? 'close' : 'open', name: start[2]!, props, end: place + 1 };
    if (text.startsWith('/>', place)) return { kind: 'void', name: start[2]!, props, end: place + 2 };
    const next = text[place] === '{' ? endOfBraces(text, place) : readAttribute(text, place, props);
    if (next < 0) return undefined;
    place = next;
  }
}

function readAttribute(text: string, at: number, props: Record<string, string>): number {
  const nameEnd = skip(ATTRIBUTE, text, at);
  if (nameEnd === at) return -1;
  const name = text.slice(at, nameEnd);
  const equals = skip(SPACES, text, nameEnd);
  if (text[equals] !== '=') {
    props[name] = 'true';
    return nameEnd;
  }
  const from = skip(SPACES, text, equals + 1);
  const quote = text[from]!;
  if (quote === '"' || quote === "'") {
    const end = text.indexOf(quote, from + 1);
    if (end < 0 || end - from > MAX_LENGTH) return -1;
    props[name] = text.slice(from + 1, end);
    return end + 1;
  }
  const isBraced = quote === '{';
  const end = isBraced ? endOfBraces(text, from) : skip(UNQUOTED, text, from);
  if (end <= from) return -1;
  const value = isBraced ? literalOf(text.slice(from + 1, end - 1)) : text.slice(from, end);
  if (value !== undefined) props[name] = value;
  return end;
}

function skip(pattern: RegExp, text: string, at: number): number {
  pattern.lastIndex = at;
  return pattern.test(text) ? pattern.lastIndex : at;
}

/** The place after the brace that closes the one at `at`; -1 without one within 4,000 characters. */
export function endOfBraces(text: string, at: number): number {
  const limit = Math.min(text.length, at + MAX_LENGTH);
  let depth = 0;
  for (let place = at; place < limit; place++) {
    const char = text[place]!;
    if (char === '{') depth++;
    else if (char === '}') {
      if (--depth === 0) return place + 1;
    } else if (text.startsWith('/*', place)) {
      const end = text.indexOf('*/', place + 2);
      if (end < 0) return -1;
      place = end + 1;
    } else if (char === '"' || char === "'" || char === '`') place = endOfQuoted(text, place, limit);
  }
  return -1;
}

/** The place of the quote that ends the text begun at `at`; `at` itself where the mark is an apostrophe. */
function endOfQuoted(text: string, at: number, limit: number): number {
  const quote = text[at]!;
  for (let place = at + 1; place < limit; place++) {
    if (text[place] === '\\') place++;
    else if (text[place] === quote) return place;
    else if (text[place] === '\n' && quote !== '`') return at;
  }
  return at;
}

const LITERAL =
  /^\s*(?:"((?:[^"\\]|\\.)*)"|'((?:[^'\\]|\\.)*)'|`((?:[^`\\$]|\\.|\$(?!\{))*)`|(-?\d+(?:\.\d+)?|true))\s*$/s;

/** The text of an expression that is one literal; undefined for code. */
export function literalOf(expression: string): string | undefined {
  const match = LITERAL.exec(expression);
  if (!match) return undefined;
  const text = match[1] ?? match[2] ?? match[3];
  return text === undefined ? match[4]! : text.replace(/\\(?:n|(.))/gs, (_, char?: string) => char ?? '\n');
}
