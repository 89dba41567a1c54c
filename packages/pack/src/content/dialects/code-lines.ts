// Where code stands in Markdown: fences and spans, which no dialect reads.

const PREFIX = '(?:[ \\t]|>|[-*+](?=[ \\t])|\\d{1,9}[.)](?=[ \\t]))*';
const FENCE = new RegExp(`^${PREFIX}(\`{3,}(?=[^\`\\n]*$)|~{3,})`);

/** The marks of a fence that the line opens, ```` ``` ```` or `~~~~`; undefined where it opens none. */
export const fenceOf = (line: string): string | undefined => FENCE.exec(line)?.[1];

/** True for a line that closes the fence that was opened with `marks`. */
export function closesFence(line: string, marks: string): boolean {
  const bare = line.replace(/^[ \t>]*/, '').trimEnd();
  return bare.length >= marks.length && bare === marks[0]!.repeat(bare.length);
}

/** Calls `change` with each line that is no code in a fence; what it gives takes the line's place. */
export function mapOutsideFences(text: string, change: (line: string) => string): string {
  let open: string | undefined;
  return text
    .split('\n')
    .map((line) => {
      if (open !== undefined) {
        if (closesFence(line, open)) open = undefined;
        return line;
      }
      open = fenceOf(line);
      return open === undefined ? change(line) : line;
    })
    .join('\n');
}

const SPAN = /(?<!`)(`+)(?!`)[^\n]*?[^`\n]\1(?!`)|\\./g;

/** The line with code spans and escaped characters replaced by `x`, so that places stay and marks in code are not seen. */
export const maskCode = (line: string): string =>
  line.includes('`') || line.includes('\\') ? line.replace(SPAN, (span) => 'x'.repeat(span.length)) : line;

/** Replaces what `pattern` (global) finds outside of code spans. */
export function replaceOutsideCode(line: string, pattern: RegExp, change: (match: RegExpExecArray) => string): string {
  const masked = maskCode(line);
  let result = '';
  let end = 0;
  for (const found of masked.matchAll(pattern)) {
    const match = new RegExp(pattern.source, `${pattern.flags.replace('g', '')}y`);
    match.lastIndex = found.index;
    const real = masked === line ? found : match.exec(line);
    if (!real || real[0].length !== found[0].length) continue;
    result += line.slice(end, found.index) + change(real);
    end = found.index + found[0].length;
  }
  return result + line.slice(end);
}

/** Columns of white space at the start of a line; a tab goes to the next multiple of four. */
export function indentOf(line: string): number {
  let columns = 0;
  for (const char of line) {
    if (char === ' ') columns++;
    else if (char === '\t') columns += 4 - (columns % 4);
    else break;
  }
  return columns;
}

/** The line without the first `columns` of its white space; less where it has less. */
export function outdent(line: string, columns: number): string {
  if (columns <= 0) return line;
  const own = indentOf(line);
  const rest = line.replace(/^[ \t]*/, '');
  return rest === '' ? '' : ' '.repeat(Math.max(0, own - columns)) + rest;
}

/** The place of the last item that passes; -1 where none does. */
export function lastPlace<T>(items: readonly T[], passes: (item: T) => boolean): number {
  for (let i = items.length - 1; i >= 0; i--) if (passes(items[i]!)) return i;
  return -1;
}
