import { safeHref } from '@helpkiosk/core';
import { parseDocument } from 'yaml';
import { localeOf } from './locale-tag.js';

/** What the head of a Markdown file says about its article. `locale` is canonical, `updatedAt` epoch milliseconds. */
export interface FrontMatter {
  title?: string;
  summary?: string;
  keywords?: string[];
  category?: string;
  order?: number;
  draft?: boolean;
  locale?: string;
  url?: string;
  updatedAt?: number;
}

/** `bodyLine` is the line of the file, from 1, on which `body` begins. A field with a problem is left out. */
export interface ParsedFile {
  fields: FrontMatter;
  body: string;
  bodyLine: number;
  problems: { line: number; message: string }[];
}

const FENCED = /^---[ \t]*\n([\s\S]*?)(?<=\n)(?:---|\.\.\.)[ \t]*(?:\n|$)/;
const ISO_INSTANT = /^\d{4}-\d{2}-\d{2}(?:[T ]\d{2}:\d{2}(?::\d{2}(?:\.\d{1,9})?)?(Z|[+-]\d{2}:?\d{2})?)?$/i;
const LIST_SEPARATOR = /[,，、;；\n]/u;

type Fields = Readonly<Record<string, unknown>>;
type Complain = (name: string, expected: string) => undefined;

/**
 * Splits a Markdown file into its front matter (YAML between two lines of `---`) and its body. `description` stands for `summary`,
 * `aliases` and `tags` are keywords too, `date` and `updated` stand for `updatedAt`; a list may be one text with commas. Instants without
 * a time zone are UTC. Fields of other tools are not looked at.
 */
export function parseFrontMatter(text: string): ParsedFile {
  const match = FENCED.exec(text);
  if (!match) return { fields: {}, body: text, bodyLine: 1, problems: [] };
  const document = parseDocument(match[1]!, { prettyErrors: true });
  const lineOf = (name: string): number => {
    const at = match[1]!.split('\n').findIndex((line) => line.startsWith(`${name}:`));
    return at + 2;
  };
  const problems = document.errors.map(({ message, linePos }) => ({
    line: (linePos?.[0].line ?? 0) + 1,
    message: `front matter: ${message.split('\n', 1)[0]!.replace(/ at line \d+, column \d+:?$/u, '')}`,
  }));
  const complain: Complain = (name, expected) =>
    void problems.push({ line: lineOf(name), message: `front matter: ${name} must be ${expected}; it is not used` });
  const content: unknown = problems.length ? {} : document.toJS();
  const isMap = typeof content === 'object' && content !== null && !Array.isArray(content);
  if (!isMap && content !== null) problems.push({ line: 2, message: 'front matter: expected lines of "name: value"' });
  return {
    fields: readFields(isMap ? (content as Fields) : {}, complain),
    body: text.slice(match[0].length),
    bodyLine: match[0].split('\n').length,
    problems,
  };
}

function readFields(content: Fields, complain: Complain): FrontMatter {
  const first = (...names: string[]): string => names.find((name) => Object.hasOwn(content, name)) ?? names[0]!;
  const read = <T>(name: string, parse: (value: unknown) => T | undefined, expected: string): T | undefined => {
    const value = Object.hasOwn(content, name) ? content[name] : undefined;
    if (value === undefined || value === null) return undefined;
    return parse(value) ?? complain(name, expected);
  };
  const keywords = ['keywords', 'aliases', 'tags'].flatMap(
    (name) => read(name, listOf, 'a text or a list of texts') ?? [],
  );
  const fields: Record<string, unknown> = {
    title: read('title', textOf, 'a text'),
    summary: read(first('summary', 'description'), textOf, 'a text'),
    keywords: keywords.length ? [...new Set(keywords)] : undefined,
    category: read('category', textOf, 'a text'),
    order: read('order', numberOf, 'a number'),
    draft: read('draft', (value) => (typeof value === 'boolean' ? value : undefined), 'true or false'),
    locale: read(
      'locale',
      (value) => localeOf(textOf(value) ?? '') ?? undefined,
      'a language tag such as en or zh-Hans',
    ),
    url: read('url', (value) => safeHref(value) ?? undefined, 'an http(s) or relative address'),
    updatedAt: read(first('updatedAt', 'updated', 'date'), instantOf, 'a date such as 2026-11-12'),
  };
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined)) as FrontMatter;
}

function textOf(value: unknown): string | undefined {
  if (typeof value === 'number') return String(value);
  return typeof value === 'string' && value.trim() !== '' ? value.trim() : undefined;
}

function listOf(value: unknown): string[] | undefined {
  const items = typeof value === 'string' ? value.split(LIST_SEPARATOR) : Array.isArray(value) ? value : [value];
  const texts = items.map((item) => (item === '' ? '' : textOf(item)));
  if (texts.includes(undefined) && typeof value !== 'string') return undefined;
  return texts.filter((text): text is string => Boolean(text));
}

function numberOf(value: unknown): number | undefined {
  return typeof value === 'number' && Number.isFinite(value) ? value : undefined;
}

function instantOf(value: unknown): number | undefined {
  if (typeof value === 'number') return numberOf(value);
  const text = typeof value === 'string' ? value.trim() : '';
  const match = ISO_INSTANT.exec(text);
  if (!match) return undefined;
  const iso = text.replace(' ', 'T');
  const at = Date.parse(iso.includes('T') && !match[1] ? `${iso}Z` : iso);
  return Number.isFinite(at) ? at : undefined;
}
