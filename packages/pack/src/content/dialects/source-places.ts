// Places in a source: ends of lines and statements, ends of constructs.

const ESM =
  /(?:import\s*(?:[\w*{][^;]*?from\s*)?["']|export\s+(?:default|const|let|var|function|async|class|type|interface|\{|\*))/y;

/** True where a line that imports or exports something begins. */
export function isStatement(source: string, at: number): boolean {
  ESM.lastIndex = at;
  return (source.startsWith('import', at) || source.startsWith('export', at)) && ESM.test(source);
}

/** An import or export ends at the first empty line on which no brace is open. */
export function endOfStatement(source: string, from: number): number {
  let at = from;
  let depth = 0;
  while (at < source.length) {
    const end = endOfLine(source, at);
    const line = source.slice(at, end);
    if (line.trim() === '' && depth <= 0) break;
    const isNext = at !== from && depth <= 0 && !/^(?:im|ex)port\b|^[ \t})\]]|^\/[/*]/.test(line);
    if (isNext) break;
    depth += (line.match(/[{([]/g)?.length ?? 0) - (line.match(/[})\]]/g)?.length ?? 0);
    at = end + 1;
  }
  return Math.min(at, source.length);
}

/** The last place at which each name is closed; shortcodes are under `{{name`. */
export function lastClosers(source: string): Map<string, number> {
  const found = new Map<string, number>();
  for (const match of source.matchAll(/<\/([A-Za-z][\w.:-]*)\s*>|\{\{[<%]-?\s*\/\s*([\w./-]+)/g)) {
    found.set(match[1] ?? `{{${match[2]!}`, match.index);
  }
  return found;
}

/** The place of the line break that ends the line, or the end of the text. */
export function endOfLine(text: string, from: number): number {
  const end = text.indexOf('\n', from);
  return end < 0 ? text.length : end;
}
