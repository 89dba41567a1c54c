import { parseDocument } from 'yaml';
import { readFields, type Complain, type FrontMatter } from './front-matter-fields.js';
import { readToml } from './toml-head.js';

export type { FrontMatter } from './front-matter-fields.js';

/** `bodyLine` is the line of the file, from 1, on which `body` begins. A field with a problem is left out. */
export interface ParsedFile {
  fields: FrontMatter;
  body: string;
  bodyLine: number;
  problems: { line: number; message: string }[];
}

const YAML = /^---[ \t]*\n([\s\S]*?)(?<=\n)(?:---|\.\.\.)[ \t]*(?:\n|$)/;
const TOML = /^\+\+\+[ \t]*\n([\s\S]*?)(?<=\n)\+\+\+[ \t]*(?:\n|$)/;
const JSON_HEAD = /^(\{[ \t]*\n[\s\S]*?\n\})[ \t]*(?:\n|$)/;

interface Head {
  content: unknown;
  problems: ParsedFile['problems'];
}

/**
 * Splits a Markdown file into its head and its body. The head is YAML between lines of `---`, TOML between lines of `+++`, or JSON
 * in braces. The fields are those of `readFields`; fields of other tools are not looked at.
 */
export function parseFrontMatter(text: string): ParsedFile {
  const [match, read] = headOf(text);
  if (!match) return { fields: {}, body: text, bodyLine: 1, problems: [] };
  const { content, problems } = read(match[1]!);
  const isMap = typeof content === 'object' && content !== null && !Array.isArray(content);
  if (!isMap && content !== null && content !== undefined) {
    problems.push({ line: 2, message: 'front matter: expected lines of "name: value"' });
  }
  const lines = match[0].split('\n');
  const complain: Complain = (name, expected) => {
    const own = name.split('.').at(-1)!;
    const line = lines.findIndex((each) => new RegExp(`^\\s*"?${own}"?\\s*[:=]`).test(each)) + 1;
    problems.push({ line: Math.max(line, 1), message: `front matter: ${name} must be ${expected}; it is not used` });
    return undefined;
  };
  return {
    fields: readFields(isMap ? (content as Record<string, unknown>) : {}, complain),
    body: text.slice(match[0].length),
    bodyLine: lines.length,
    problems,
  };
}

function headOf(text: string): [match: RegExpExecArray | null, read: (head: string) => Head] {
  if (text.startsWith('+++')) return [TOML.exec(text), tomlHead];
  return text.startsWith('{') ? jsonHead(text) : [YAML.exec(text), yamlHead];
}

function yamlHead(head: string): Head {
  const document = parseDocument(head, { prettyErrors: true });
  const problems = document.errors.map(({ message, linePos }) => ({
    line: (linePos?.[0].line ?? 0) + 1,
    message: `front matter: ${message.split('\n', 1)[0]!.replace(/ at line \d+, column \d+:?$/u, '')}`,
  }));
  if (problems.length) return { content: {}, problems };
  try {
    return { content: document.toJS({ maxAliasCount: 100 }) as unknown, problems };
  } catch (error) {
    return { content: {}, problems: [{ line: 2, message: `front matter: ${String((error as Error).message)}` }] };
  }
}

function tomlHead(head: string): Head {
  const { content, wrongLines } = readToml(head);
  const problems = wrongLines.map((line) => ({ line: line + 1, message: 'front matter: this line is not understood' }));
  return { content, problems };
}

/** Braces that hold no JSON are the text of the article. */
function jsonHead(text: string): ReturnType<typeof headOf> {
  const match = JSON_HEAD.exec(text);
  try {
    const content: unknown = match ? JSON.parse(match[1]!) : undefined;
    return [match, () => ({ content, problems: [] })];
  } catch {
    return [null, () => ({ content: {}, problems: [] })];
  }
}
