import { parseArgs } from 'node:util';
import { localeOf } from '../sources/locale-tag.js';

/** What `helpkiosk build` was asked for. */
export interface BuildArgs {
  folder: string;
  out: string;
  locale: string;
  strict: boolean;
  json: boolean;
}

/** `usage` says in a sentence what is wrong and what to do. */
export type ParsedBuildArgs =
  { kind: 'build'; args: BuildArgs } | { kind: 'help' } | { kind: 'usage'; message: string };

const OPTIONS = {
  out: { type: 'string' },
  locale: { type: 'string' },
  strict: { type: 'boolean' },
  json: { type: 'boolean' },
  help: { type: 'boolean', short: 'h' },
} as const;

/** Reads the words after `helpkiosk build`. */
export function parseBuildArgs(words: readonly string[]): ParsedBuildArgs {
  const { values, positionals, tokens } = parseArgs({
    args: [...words],
    options: OPTIONS,
    allowPositionals: true,
    strict: false,
    tokens: true,
  });
  for (const token of tokens) {
    const problem = token.kind === 'option' ? problemWith(token) : null;
    if (problem) return { kind: 'usage', message: problem };
  }
  if (values.help) return { kind: 'help' };
  const { out, locale = 'en' } = values;
  const [folder, extra] = positionals;
  if (folder === undefined) return usage('Which folder? Name the one that holds your Markdown files.');
  if (extra !== undefined)
    return usage(`One folder at a time: "${extra}" is one too many. Put quotes around a name with spaces.`);
  if (typeof out !== 'string') return usage('Where to? Add --out with the folder for the pack.');
  const tag = localeOf(String(locale));
  if (!tag) return usage(`--locale ${String(locale)} is no language tag: write one such as en or zh-Hans.`);
  return {
    kind: 'build',
    args: { folder, out, locale: tag, strict: values.strict === true, json: values.json === true },
  };
}

const usage = (message: string): ParsedBuildArgs => ({ kind: 'usage', message });

function problemWith({
  name,
  rawName,
  value,
}: {
  name: string;
  rawName: string;
  value?: string | undefined;
}): string | null {
  if (!Object.hasOwn(OPTIONS, name)) {
    const nearest = nearestName(name, Object.keys(OPTIONS));
    return `${rawName} is no option${nearest ? `: did you mean --${nearest}?` : '.'}`;
  }
  const needsValue = OPTIONS[name as keyof typeof OPTIONS].type === 'string';
  if (needsValue && (value === undefined || value === '' || value.startsWith('--')))
    return `${rawName} needs a value after it.`;
  return !needsValue && value !== undefined ? `${rawName} takes no value: leave out "=${value}".` : null;
}

/** The name that begins most like the one that was written, if it shares a letter. */
export function nearestName(written: string, names: readonly string[]): string | null {
  const sharedStart = (name: string): number => {
    let length = 0;
    while (length < name.length && name[length] === written[length]?.toLowerCase()) length++;
    return length;
  };
  const [best] = [...names].sort((a, b) => sharedStart(b) - sharedStart(a));
  return best !== undefined && sharedStart(best) > 0 ? best : null;
}
