// First pass: components, shortcodes, expressions and comments, which may stand anywhere and go over several lines. What belongs in
// a line is put there; what surrounds blocks leaves a mark on a line of its own, which the second pass (lay-out-blocks) knows.
import { MARK, type BlockMark, type MarkedText } from './block-marks.js';
import { closesFence, fenceOf, indentOf, lastPlace } from './code-lines.js';
import { knownConstruct, unknownConstruct } from './construct-table.js';
import { readFilm } from './film.js';
import { endOfBraces, literalOf, readJsxTag, type JsxTag, type Props } from './jsx-scan.js';
import { htmlTag, isHtmlBlock, isHtmlName } from './html-names.js';
import { readShortcode } from './shortcodes.js';
import { endOfLine, endOfStatement, isStatement, lastClosers } from './source-places.js';

interface Found {
  kind: 'open' | 'close' | 'void';
  name: string;
  props: Props;
  end: number;
}

const LIST_MARKER = /^[ \t]*(?:[-*+]|\d{1,9}[.)])[ \t]/;
const STOP = /[\n`\\<{%]/g;
/** Characters that may be looked at in vain. */
const MAX_VAIN_WORK = 4_000_000;
/** Reads a whole text. `mdx`: expressions in braces, imports and exports are code, and indentation makes none. */
export function readConstructs(source: string, { mdx }: { mdx: boolean }): MarkedText {
  return new ConstructReader(source.replaceAll(MARK, '\u{fffd}'), mdx).read();
}

class ConstructReader {
  private readonly out: string[] = [];
  private readonly marks: BlockMark[] = [];
  /** Constructs that are open, innermost last, and what their end leaves. */
  private readonly open: { name: string; close: string | null }[] = [];
  private readonly lastClose: Map<string, number>;
  /** Beginnings of comments that nothing ends from here on. */
  private readonly unclosed = new Set<string>();
  private at = 0;
  private lineStart = 0;
  private vainWork = 0;
  private inList = false;
  private afterBlank = true;

  constructor(
    private readonly source: string,
    private readonly mdx: boolean,
  ) {
    this.lastClose = lastClosers(source);
  }

  read(): MarkedText {
    const { source } = this;
    while (this.at < source.length) {
      if (this.at === this.lineStart && this.skipLines()) continue;
      STOP.lastIndex = this.at;
      const stop = STOP.exec(source)?.index ?? source.length;
      this.copyTo(stop);
      if (stop < source.length) this.readMark(source[stop]!);
    }
    return { text: this.out.join(''), marks: this.marks };
  }

  private copyTo(end: number): void {
    this.out.push(this.source.slice(this.at, end));
    this.at = end;
  }

  /** Takes whole lines that no dialect reads: fences, indented code, imports. */
  private skipLines(): boolean {
    const end = endOfLine(this.source, this.at);
    const line = this.source.slice(this.at, end);
    const isBlank = line.trim() === '';
    const fence = fenceOf(line);
    if (fence) this.copyFence(end, fence);
    else if (this.mdx && !this.open.length && isStatement(this.source, this.at))
      this.at = endOfStatement(this.source, this.at);
    else if (!this.mdx && this.afterBlank && !this.inList && !isBlank && indentOf(line) >= 4) this.copyTo(end + 1);
    else {
      if (LIST_MARKER.test(line)) this.inList = true;
      else if (!isBlank && indentOf(line) === 0 && this.afterBlank) this.inList = false;
      this.afterBlank = isBlank;
      this.lineStart = -1;
      return false;
    }
    this.lineStart = this.at;
    return true;
  }

  private copyFence(endOfFirst: number, fence: string): void {
    let end = endOfFirst;
    while (end < this.source.length) {
      const next = endOfLine(this.source, end + 1);
      const line = this.source.slice(end + 1, next);
      end = next;
      if (closesFence(line, fence)) break;
    }
    const code = this.source.slice(this.at, end + 1);
    this.out.push(code.replace(/(\{\{[<%])\/\*(.*?)\*\/([>%]\}\})/g, '$1$2$3'));
    this.at = Math.min(end + 1, this.source.length);
    this.afterBlank = false;
  }

  private readMark(char: string): void {
    const { source, at } = this;
    if (char === '\n') {
      this.copyTo(at + 1);
      this.lineStart = this.at;
    } else if (char === '\\') this.copyTo(Math.min(at + 2, source.length));
    else if (char === '`') this.copySpan();
    else if (char === '%') this.readComment('%%', '%%');
    else if (char === '<') this.readAngle();
    else this.readBrace();
  }

  private copySpan(): void {
    const marks = /^`+/.exec(this.source.slice(this.at))![0];
    const from = this.at + marks.length;
    // Nobody marks code with more of them, and no pattern takes thousands.
    const near = marks.length <= 100 && this.mayLook(0) ? this.source.slice(from, from + 4_000) : '';
    const paragraphEnd = near.indexOf('\n\n');
    const rest = paragraphEnd < 0 ? near : near.slice(0, paragraphEnd);
    const close = rest && new RegExp(`(?<!\`)${marks}(?!\`)`).exec(rest);
    this.vainWork += close ? 50 : rest.length;
    this.copyTo(this.at + marks.length + (close ? close.index + marks.length : 0));
  }

  private mayLook(length: number): boolean {
    this.vainWork += length;
    return this.vainWork < MAX_VAIN_WORK;
  }

  private readComment(start: string, end: string): void {
    const { source, at } = this;
    if (!source.startsWith(start, at) || this.unclosed.has(start)) return this.copyTo(at + 1);
    const found = source.indexOf(end, at + start.length);
    if (found >= 0) return void (this.at = found + end.length);
    this.unclosed.add(start);
    this.copyTo(at + 1);
  }

  private readAngle(): void {
    const { source, at } = this;
    if (source.startsWith('<!--', at)) return this.readComment('<!--', '-->');
    const tag = this.mayLook(50) ? readJsxTag(source, at) : undefined;
    if (!tag) {
      this.vainWork += 1_000;
      return this.copyTo(at + 1);
    }
    const film = readFilm(source, tag);
    if (film) {
      this.out.push(film.text);
      return void (this.at = film.end);
    }
    if (this.isPlaceholder(tag)) {
      this.out.push('\\');
      return this.copyTo(at + 1);
    }
    const isComponent = /^[A-Z]/.test(tag.name) && !isHtmlName(tag.name.toUpperCase() === tag.name ? tag.name : '');
    if (isComponent ? !this.isOurs(tag) : !this.mdx || tag.name === '') {
      if (tag.name === '' && this.mdx) return void (this.at = tag.end);
      return this.copyTo(at + 1);
    }
    if (isComponent) this.take(tag);
    else this.takeHtml(tag);
  }

  /** `<your name>` and `<TOKEN>` are words for the reader: names that no tag has and that nothing closes. */
  private isPlaceholder({ kind, name, props, end }: JsxTag): boolean {
    if (kind !== 'open' || name === '' || isHtmlName(name)) return false;
    if ((this.lastClose.get(name) ?? -1) >= end) return false;
    return (
      Object.values(props).every((value) => value === 'true') && !(/^[A-Z]/.test(name) && knownConstruct(name, props))
    );
  }

  private isOurs({ kind, name, props, end }: JsxTag): boolean {
    if (kind === 'void') return true;
    if (kind === 'close') return this.open.some((open) => open.name === name);
    const isClosed = (this.lastClose.get(name) ?? -1) >= end;
    return isClosed || (knownConstruct(name, props) !== undefined && Object.keys(props).length > 0);
  }

  private readBrace(): void {
    const { source, at } = this;
    const shortcode = this.mayLook(20) ? readShortcode(source, at) : undefined;
    if (shortcode) {
      if (shortcode.kind === 'text') {
        this.out.push(shortcode.text);
        this.at = shortcode.end;
      } else this.takeShortcode(shortcode);
      return;
    }
    if (!this.mdx || source.startsWith('{#', at) || !this.mayLook(50)) return this.copyTo(at + 1);
    const end = endOfBraces(source, at);
    if (end < 0) {
      this.vainWork += 2_000;
      return this.copyTo(at + 1);
    }
    const expression = source.slice(at + 1, end - 1);
    const elements = /&&\s*\(?\s*(<[^]*>)\s*\)?\s*$/.exec(expression)?.[1];
    this.out.push(
      elements
        ? readConstructs(elements, { mdx: true }).text.replace(/\u{fdd0}\d+\u{fdd0}/gu, '')
        : (literalOf(expression) ?? ''),
    );
    this.at = end;
  }

  private takeShortcode(found: Found): void {
    const isPaired = found.kind === 'open' && (this.lastClose.get(`{{${found.name}`) ?? -1) >= found.end;
    this.take({ ...found, name: `{{${found.name}`, kind: found.kind === 'open' && !isPaired ? 'void' : found.kind });
  }

  private take(found: Found): void {
    const { kind, props, end } = found;
    if (kind === 'close') return this.endConstruct(found.name, end);
    const name = found.name.replace(/^\{\{/, '').replace(/^.*[./]/, '');
    const construct = knownConstruct(name, props) ?? unknownConstruct(props, !this.standsAlone(found));
    if (construct.as === 'raw') return this.takeRaw(found, construct.lang);
    const isClosed = kind === 'void' || (this.lastClose.get(found.name) ?? -1) < end;
    if (construct.as === 'inline') {
      this.out.push(isClosed ? (construct.alone ?? construct.text) : construct.text);
      this.at = end;
      if (isClosed) return;
      if (construct.close) this.at += /^\s*/.exec(this.source.slice(end, end + 200))![0].length;
      this.open.push({ name: found.name, close: construct.close });
    } else {
      this.placeMark({ kind: isClosed ? 'void' : 'open', name: found.name, wrapping: construct.wrapping }, end);
      if (!isClosed) this.open.push({ name: found.name, close: null });
    }
  }

  private endConstruct(name: string, end: number): void {
    const place = lastPlace(this.open, (open) => open.name === name);
    if (place < 0) return void (this.at = end);
    const { close } = this.open[place]!;
    this.open.splice(place, 1);
    if (close === null) return this.placeMark({ kind: 'close', name, wrapping: { open: [], close: [] } }, end);
    while (close && this.out.length && this.out.at(-1)!.trim() === '') this.out.pop();
    this.out.push(close);
    this.at = end;
  }

  /** An unknown construct is a block where only white space stands beside it, or beside the whole of what it holds. */
  private standsAlone({ end }: Found): boolean {
    const before = this.source.slice(this.source.lastIndexOf('\n', this.at - 1) + 1, this.at);
    return before.trim() === '' && this.source.slice(end, endOfLine(this.source, end)).trim() === '';
  }

  private takeRaw(found: Found, lang: string): void {
    const rest = this.source.slice(found.end);
    const close = /\{\{[<%]-?\s*\/\s*[\w-]+\s*-?[>%]\}\}/.exec(rest);
    const code = close ? rest.slice(0, close.index) : '';
    const marks = '`'.repeat(Math.max(3, ...(code.match(/`+/g) ?? []).map((run) => run.length + 1)));
    const lines = [marks + lang.replaceAll('`', ''), ...code.replace(/^\n|\s+$/g, '').split('\n'), marks];
    this.placeMark({ kind: 'void', name: '', wrapping: { open: lines, close: [] } }, found.end);
    this.at = close ? found.end + close.index + close[0].length : found.end;
  }

  private takeHtml(tag: JsxTag): void {
    const { kind, name, props, end } = tag;
    if (!isHtmlBlock(name) || (kind === 'open' && (this.lastClose.get(name) ?? -1) < end)) {
      this.out.push(htmlTag(name, kind, props));
      this.at = end;
    } else if (kind === 'close') {
      if (this.open.some((open) => open.name === name)) this.endConstruct(name, end);
      else this.at = end;
    } else {
      const wrapping = { open: [htmlTag(name, 'open', props)], close: [`</${name}>`] };
      this.placeMark({ kind, name, wrapping }, end);
      if (kind === 'open') this.open.push({ name, close: null });
    }
  }

  /** Puts a mark on a line of its own, at the indentation of the line that it stands in. */
  private placeMark(mark: BlockMark, end: number): void {
    const written = this.out.join('');
    this.out.length = 0;
    this.out.push(written);
    const line = written.slice(written.lastIndexOf('\n') + 1);
    const indent = (LIST_MARKER.exec(line)?.[0] ?? /^[ \t]*/.exec(line)![0]).replace(/[^\t]/g, ' ');
    const isFresh = line.trim() === '';
    this.out.push(`${isFresh ? '' : `\n${indent}`}${MARK}${this.marks.length}${MARK}\n`);
    this.marks.push(mark);
    const next = endOfLine(this.source, end);
    const isLineDone = this.source.slice(end, next).trim() === '';
    this.at = isLineDone ? Math.min(next + 1, this.source.length) : end;
    if (isLineDone) this.lineStart = this.at;
    else {
      this.out.push(indent);
      this.at += /^[ \t]*/.exec(this.source.slice(end, next))![0].length;
    }
    this.afterBlank = true;
  }
}
