/** What a TOML head says, tables as nested objects, and the lines (from 1) that could not be read. */
export interface TomlReading {
  content: Record<string, unknown>;
  wrongLines: number[];
}

const TABLE = /^\[\s*([\w."'-]+)\s*\]\s*(?:#.*)?$/;
const PAIR = /^([\w-]+|"[^"]*"|'[^']*')((?:\s*\.\s*[\w-]+)*)\s*=\s*(.*)$/;
const MULTILINE = /^("""|''')/;

/**
 * The part of TOML 1.0 that heads of articles use: texts, numbers, booleans, dates (as texts), lists of these, tables. Lists of
 * tables and inline tables are passed over.
 */
export function readToml(text: string): TomlReading {
  const content = Object.create(null) as Record<string, unknown>;
  const wrongLines: number[] = [];
  const lines = text.split('\n');
  let table = content;
  for (let i = 0; i < lines.length; i++) {
    const line = lines[i]!.trim();
    if (line === '' || line.startsWith('#')) continue;
    const header = TABLE.exec(line);
    const pair = header ? null : PAIR.exec(line);
    if (header) table = tableAt(content, header[1]!.split('.'));
    else if (line.startsWith('[[')) table = Object.create(null) as Record<string, unknown>;
    else if (!pair) wrongLines.push(i + 1);
    else {
      const start = i;
      const parts = [pair[1]!, ...pair[2]!.split('.').filter((part) => part.trim())].map((part) =>
        part.trim().replace(/^["']|["']$/g, ''),
      );
      let written = pair[3]!;
      while (!isWhole(written) && i + 1 < lines.length) written += `\n${lines[++i]!}`;
      const value = valueOf(written.trim());
      if (value === undefined && !written.trim().startsWith('{')) wrongLines.push(start + 1);
      else tableAt(table, parts.slice(0, -1))[parts.at(-1)!] = value;
    }
  }
  return { content, wrongLines };
}

function tableAt(root: Record<string, unknown>, names: readonly string[]): Record<string, unknown> {
  let table = root;
  for (const written of names) {
    const name = written.trim().replace(/^["']|["']$/g, '');
    const inner = table[name];
    if (typeof inner !== 'object' || inner === null || Array.isArray(inner))
      table[name] = Object.create(null) as Record<string, unknown>;
    table = table[name] as Record<string, unknown>;
  }
  return table;
}

function isWhole(written: string): boolean {
  const text = written.trim();
  const quotes = MULTILINE.exec(text)?.[1];
  if (quotes) return text.indexOf(quotes, 3) > 0;
  return (
    !text.startsWith('[') ||
    withoutTexts(text)
      .replace(/#[^\n]*/g, '')
      .trimEnd()
      .endsWith(']')
  );
}

const withoutTexts = (text: string): string => text.replace(/"(?:[^"\\]|\\.)*"|'[^']*'/g, '""');

function valueOf(text: string): unknown {
  const quotes = MULTILINE.exec(text)?.[1];
  if (quotes) {
    const inside = text.slice(3, text.indexOf(quotes, 3)).replace(/^\n/, '');
    return quotes === '"""' ? unescaped(inside) : inside;
  }
  const string = /^(?:"((?:[^"\\]|\\.)*)"|'([^']*)')\s*(?:#.*)?$/.exec(text);
  if (string) return string[2] ?? unescaped(string[1]!);
  if (text.startsWith('[')) return listOf(text);
  const bare = text.replace(/\s*#.*$/, '');
  if (bare === 'true' || bare === 'false') return bare === 'true';
  if (/^[+-]?\d[\d_]*(?:\.\d+)?$/.test(bare)) return Number(bare.replaceAll('_', ''));
  return /^\d{4}-\d{2}-\d{2}/.test(bare) ? bare : undefined;
}

function listOf(text: string): unknown {
  const inside = text.slice(1, text.lastIndexOf(']'));
  const items = inside.match(/"(?:[^"\\]|\\.)*"|'[^']*'|[^\s,#"']+|#[^\n]*/g) ?? [];
  const values = items.filter((item) => !item.startsWith('#')).map(valueOf);
  return values.includes(undefined) ? undefined : values;
}

const ESCAPES: Readonly<Record<string, string>> = { n: '\n', t: '\t', r: '\r', b: '\b', f: '\f' };
const unescaped = (text: string): string =>
  text
    .replace(/\\\n\s*/g, '')
    .replace(/\\(?:u([0-9a-fA-F]{4})|U([0-9a-fA-F]{8})|(.))/g, (_, short?: string, long?: string, char?: string) =>
      char === undefined ? characterOf(Number.parseInt((short ?? long)!, 16)) : (ESCAPES[char] ?? char),
    );
const characterOf = (code: number): string => (code > 0x10ffff ? '\u{fffd}' : String.fromCodePoint(code));
