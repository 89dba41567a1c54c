import { basename } from 'node:path';
import { join } from 'node:path';
import { decodeText, readBytes } from './source-bytes.js';

/** An object of JSON, whose fields are to be read with `fieldOf`. */
export type JsonObject = Readonly<Record<string, unknown>>;

/** One record of an export with the file that it stands in. */
export interface JsonRecord {
  path: string;
  value: JsonObject;
}

/** Files of tools, which nobody takes for help content. */
const OF_TOOLS =
  /^(?:package(?:-lock)?|npm-shrinkwrap|composer|[tj]sconfig(?:\.[\w.-]+)?|helpkiosk|pack|manifest|_meta|_category_|meta|vercel|netlify|renovate|search-index|searchindex|[\w.-]+\.config|[\w.-]+\.schema)\.json$/iu;

/** True for the names of files that may hold an export; those of tools may not. */
export const isJsonFile = (path: string): boolean =>
  /\.(?:json|jsonl|ndjson)$/iu.test(path) && !OF_TOOLS.test(basename(path));

/** A field that an object itself has. */
export const fieldOf = (value: JsonObject, name: string): unknown =>
  Object.hasOwn(value, name) ? value[name] : undefined;

/** A text without spaces around it, or a number as one; undefined for anything else and where it is empty. */
export function textField(value: JsonObject, name: string): string | undefined {
  const field = fieldOf(value, name);
  if (typeof field === 'number' && Number.isFinite(field)) return String(field);
  return typeof field === 'string' && field.trim() !== '' ? field.trim() : undefined;
}

/** A finite number, else undefined. */
export function numberField(value: JsonObject, name: string): number | undefined {
  const field = fieldOf(value, name);
  return typeof field === 'number' && Number.isFinite(field) ? field : undefined;
}

/** The texts of a list, none where it is no list. */
export function textsField(value: JsonObject, name: string): string[] {
  const field = fieldOf(value, name);
  return Array.isArray(field)
    ? field.filter((item): item is string => typeof item === 'string' && item.trim() !== '')
    : [];
}

/** True for objects that are no lists. */
export const isJsonObject = (value: unknown): value is JsonObject =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** The objects of a list, none where it is no list. */
export const objectsOf = (value: unknown): JsonObject[] => (Array.isArray(value) ? value.filter(isJsonObject) : []);

/** What a JSON file holds: one value, or the values of its lines. Or the line and the sentence that say why there are none. Never rejects. */
export async function readJson(
  folder: string,
  path: string,
): Promise<{ values: unknown[] } | { line: number; reason: string }> {
  const read = await readBytes(join(folder, path));
  if ('reason' in read) return { line: 1, ...read };
  const text = decodeText(read.bytes);
  if (text === null) return { line: 1, reason: 'is no text: save it as JSON in UTF-8' };
  if (text.trim() === '') return { line: 1, reason: 'is empty' };
  try {
    return { values: [JSON.parse(text)] };
  } catch (error) {
    return readLines(text) ?? { line: lineOfError(error, text), reason: 'is no valid JSON from here on' };
  }
}

function readLines(text: string): { values: unknown[] } | { line: number; reason: string } | null {
  const lines = text.split('\n').map((line, i) => ({ line: i + 1, text: line.trim() })).filter((line) => line.text); // prettier-ignore
  if (lines.length < 2) return null;
  const values: unknown[] = [];
  for (const line of lines) {
    try {
      values.push(JSON.parse(line.text));
    } catch {
      return values.length ? { line: line.line, reason: 'is no valid JSON line' } : null;
    }
  }
  return { values };
}

/** The line, from 1, of which the error of `JSON.parse` speaks; 1 where it names no place. */
export function lineOfError(error: unknown, text: string): number {
  const at = /position (\d+)/u.exec(error instanceof Error ? error.message : '')?.[1];
  return at === undefined ? 1 : text.slice(0, Number(at)).split('\n').length;
}
