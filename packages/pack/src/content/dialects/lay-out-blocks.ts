// Second pass, line by line: what holds blocks (marks of the first pass, ::: containers, !!! admonitions, === tabs) becomes
// tags on lines of their own, and what it holds loses the indentation that it had inside of it.
import { closesFence, fenceOf, indentOf, lastPlace, outdent } from './code-lines.js';
import { containerOf, isContainerEnd, type Container } from './containers.js';
import { definitionLines } from './definition-lists.js';
import { lineOfMarks } from './inline-marks.js';
import { admonitionOf } from './admonitions.js';
import type { Wrapping } from './markup.js';
import { MARK, type MarkedText } from './block-marks.js';

/** Something that is open. It ends with its own end mark, or, with `minIndent`, at the first line that is indented less. */
interface Frame {
  name: string;
  wrapping: Wrapping;
  /** Indentation of what it stands in, after the frames around it. */
  indent: number;
  colons: number;
  minIndent: number;
  /** Columns that all lines within lose; undefined until the first of them. */
  shift: number | undefined;
  namesCode: boolean;
}

const PLACE = new RegExp(`^[ \\t]*${MARK}(\\d+)${MARK}[ \\t]*$`, 'u');
const DROPPED =
  /^[ \t]*(?:\[\[_?toc_?\]\]|\[toc\]|\{:?\s*(?:toc|[.#][\w-]+)[^}]*\}|<<<\s+\S.*|-{2,}8<-{2,}.*|\^[\w-]+)[ \t]*$/i;
const CODE_NAME = /^[^\n]*?(?:`{3,}|~{3,})[^\n]*?\s\[([^\]\n]+)\]/;
const MAX_FRAMES = 24;

/** The lines of a text without the dialects' blocks. `mdx`: see `prepareMarkdown`. */
export function layOutBlocks({ text, marks }: MarkedText, options: { mdx: boolean }): string {
  return new Layout(marks, options.mdx).run(text.split('\n'));
}

class Layout {
  private readonly out: string[] = [];
  private readonly frames: Frame[] = [];
  private fence: string | undefined;

  constructor(
    private readonly marks: MarkedText['marks'],
    private readonly mdx: boolean,
  ) {}

  run(lines: readonly string[]): string {
    const queue = [...lines].reverse();
    while (queue.length) this.take(queue.pop()!, queue);
    while (this.frames.length) this.endFrame();
    return this.out.join('\n');
  }

  private take(written: string, queue: string[]): void {
    if (written.trim() !== '') this.endOutdented(indentOf(written));
    const line = this.shifted(written);
    if (this.fence !== undefined) {
      if (closesFence(line, this.fence)) this.fence = undefined;
      this.out.push(line);
      return;
    }
    const place = PLACE.exec(line);
    if (place) this.takeMark(Number(place[1]), indentOf(line));
    else if (!this.openFence(line) && !this.takeContainer(line, indentOf(written))) this.takeText(line, queue);
  }

  private takeText(line: string, queue: string[]): void {
    if (DROPPED.test(line)) return;
    const definitions = definitionLines(line, queue);
    if (definitions) queue.push(...definitions.reverse());
    else this.out.push(lineOfMarks(line, this.mdx));
  }

  /** The line without the indentation that the frames around it account for. */
  private shifted(line: string): string {
    const frame = this.frames.at(-1);
    if (!frame) return line;
    const outer = this.frames.slice(0, -1).reduce((sum, { shift = 0 }) => sum + shift, 0);
    if (frame.shift === undefined) {
      const isBare = line.trim() === '' || PLACE.test(line);
      if (isBare && !PLACE.test(line)) return '';
      const inner = indentOf(line) - outer - frame.indent;
      if (isBare && inner <= 0) return outdent(line, outer);
      frame.shift = Math.max(0, frame.minIndent ? Math.min(inner, 4) : inner);
    }
    return outdent(line, outer + frame.shift);
  }

  private takeMark(number: number, indent: number): void {
    const mark = this.marks[number];
    if (!mark) return;
    if (mark.kind === 'close') return this.endNamed(mark.name);
    this.place(mark.wrapping.open, indent);
    if (mark.kind === 'void') this.place(mark.wrapping.close, indent);
    else
      this.begin({
        name: mark.name,
        wrapping: mark.wrapping,
        indent,
        colons: 0,
        minIndent: 0,
        shift: undefined,
        namesCode: false,
      });
  }

  private takeContainer(line: string, writtenIndent: number): boolean {
    if (isContainerEnd(line)) {
      const colons = line.trim().length;
      const place = lastPlace(this.frames, (frame) => frame.colons > 0 && frame.colons <= colons);
      if (place < 0) return false;
      while (this.frames.length > place) this.endFrame();
      return true;
    }
    const container = containerOf(line);
    if (container) return this.beginContainer(container, indentOf(line));
    const admonition = admonitionOf(line);
    if (!admonition || this.frames.length >= MAX_FRAMES) return false;
    const indent = indentOf(line);
    this.place(admonition.open, indent);
    return this.begin({
      name: '!',
      wrapping: admonition,
      indent,
      colons: 0,
      minIndent: writtenIndent + 2,
      shift: undefined,
      namesCode: false,
    });
  }

  private beginContainer({ colons, wrapping, namesCode }: Container, indent: number): boolean {
    if (this.frames.length >= MAX_FRAMES) return false;
    this.place(wrapping.open, indent);
    return this.begin({ name: ':', wrapping, indent, colons, minIndent: 0, shift: 0, namesCode });
  }

  private begin(frame: Frame): true {
    this.frames.push(frame);
    return true;
  }

  private openFence(line: string): boolean {
    this.fence = fenceOf(line);
    if (this.fence === undefined) return false;
    const name = this.frames.some(({ namesCode }) => namesCode) ? CODE_NAME.exec(line)?.[1] : undefined;
    if (name) this.place([`**${name.replaceAll('*', '\\*')}**`], indentOf(line));
    this.out.push(line);
    return true;
  }

  private place(lines: readonly string[], indent: number): void {
    if (!lines.length) return;
    const space = ' '.repeat(indent);
    this.out.push('', ...lines.map((line) => (line ? space + line : '')), '');
  }

  private endOutdented(indent: number): void {
    while (this.frames.some(({ minIndent }) => minIndent > indent)) {
      this.fence = undefined;
      this.endFrame();
    }
  }

  private endNamed(name: string): void {
    const place = lastPlace(this.frames, (frame) => frame.name === name);
    if (place < 0) return;
    while (this.frames.length > place) this.endFrame();
  }

  private endFrame(): void {
    const { wrapping, indent } = this.frames.pop()!;
    this.place(wrapping.close, indent);
  }
}
