import { parseArgs } from 'node:util';
import { nearestName } from './nearest-name.js';

/** An option of a command: a text after it, or nothing. */
export interface OptionSpec {
  type: 'string' | 'boolean';
}

/** `usage` says in a sentence what is wrong and what to do. */
export type ParsedWords<Name extends string> =
  | { kind: 'words'; values: { readonly [K in Name]?: string | true }; positionals: string[] }
  | { kind: 'help' }
  | { kind: 'usage'; message: string };

/**
 * Reads the words after a command: its options (`--help` and `-h` are every command's) and the rest in order. An option that is
 * not known, a value that is missing and one that nobody asked for are wrong usage, even beside `--help`.
 */
export function parseWords<Name extends string>(
  words: readonly string[],
  specs: Readonly<Record<Name, OptionSpec>>,
): ParsedWords<Name> {
  const options = { ...specs, help: { type: 'boolean', short: 'h' } } as const;
  const { values, positionals, tokens } = parseArgs({
    args: [...words],
    options: options as Record<string, OptionSpec>,
    allowPositionals: true,
    strict: false,
    tokens: true,
  });
  for (const token of tokens) {
    const problem = token.kind === 'option' ? problemWith(token, options) : null;
    if (problem) return { kind: 'usage', message: problem };
  }
  if (values['help']) return { kind: 'help' };
  return { kind: 'words', values: values as { [K in Name]?: string | true }, positionals };
}

interface OptionToken {
  name: string;
  rawName: string;
  value?: string | undefined;
}

function problemWith(
  { name, rawName, value }: OptionToken,
  options: Readonly<Record<string, OptionSpec>>,
): string | null {
  if (!Object.hasOwn(options, name)) {
    const nearest = nearestName(name, Object.keys(options));
    return `${rawName} is no option${nearest ? `: did you mean --${nearest}?` : '.'}`;
  }
  const needsValue = options[name]!.type === 'string';
  if (needsValue && (value === undefined || value === '' || value.startsWith('--')))
    return `${rawName} needs a value after it.`;
  return !needsValue && value !== undefined ? `${rawName} takes no value: leave out "=${value}".` : null;
}
