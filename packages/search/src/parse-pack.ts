// The manifest is outside data: every field is checked, own property by own property, before anything uses it. The other files are what
// was built, byte by byte (`check`), and only taken apart.
import { HelpError } from '@helpkiosk/core';
import type { Article } from '@helpkiosk/core';
import { ANALYSER } from './analysis/analyser.js';
import { own } from './own.js';
import { MANIFEST_NAME, PACK_FORMAT, type PackManifest } from './pack-format.js';

/** Whether a value is what a field must be; `name` is that of the field. Throws for what is within it and is not. */
type Test = (value: unknown, name: string) => boolean;

const isText: Test = (value) => typeof value === 'string' && value !== '';
const isNumber: Test = (value) => Number.isFinite(value) && (value as number) >= 0;
/** What this release writes; of another release is what is of its type and differs. */
const ours =
  (wanted: string | number): Test =>
  (value, name) => {
    if (typeof value === typeof wanted && value !== wanted) throw new HelpError('pack-incompatible', { [name]: value });
    return value === wanted;
  };
const maybe =
  (test: Test): Test =>
  (value, name) =>
    value === undefined || test(value, name);
const list =
  (test: Test): Test =>
  (value, name) =>
    Array.isArray(value) && value.every((item) => test(item, name));
const record =
  (fields: Readonly<Record<string, Test>>): Test =>
  (value) =>
    Object.keys(fields).every((name) => {
      if (fields[name]!(own(value, name), name)) return true;
      throw new HelpError('pack-missing', { file: MANIFEST_NAME, reason: name });
    });
const file = (role: string): Test =>
  record({
    // A name is resolved against the manifest's address: it must not lead anywhere else.
    name: (value) => isText(value, '') && /^\w[\w.-]*$/.test(value as string),
    role: (value) => value === role,
    bytes: isNumber,
    check: isNumber,
  });
const isLocale = record({
  articleCount: isNumber,
  categories: list(record({ name: isText, count: isNumber })),
  index: file('index'),
  articles: list(file('articles')),
  han: maybe(file('han')),
});
const checkManifest = record({
  format: ours(PACK_FORMAT),
  version: isText,
  analyser: ours(ANALYSER),
  locales: (value, name) => typeof value === 'object' && !!value && list(isLocale)(Object.values(value), name),
  updatedAt: maybe(isNumber),
});

/**
 * The manifest in `pack.json`, given as bytes or as parsed JSON. Throws HelpError `pack-incompatible` for another format number or
 * analyser (details: `format` or `analyser`), `pack-missing` (details: `file`, `reason`) for anything that is no manifest.
 */
export function parseManifest(input: unknown): PackManifest {
  const found = ArrayBuffer.isView(input) ? readJson(input, MANIFEST_NAME) : input;
  checkManifest(found, '');
  return found as PackManifest;
}

/** What JSON in some bytes says; HelpError `pack-missing` for other bytes. `file` is their name, for the error. */
export function readJson(bytes: ArrayBufferView, file: string): unknown {
  try {
    return JSON.parse(new TextDecoder().decode(bytes));
  } catch {
    throw new HelpError('pack-missing', { file, reason: 'json' });
  }
}

/** One article of an articles file, given as bytes or as parsed JSON, as it was built. Whoever draws its tree checks each node. */
export function parseArticle(input: unknown, locale: string, file: string): Article {
  return { ...((ArrayBuffer.isView(input) ? readJson(input, file) : input) as Article), locale };
}
