// The manifest is outside data: every field is checked, own property by own property, before anything uses it. The other files are what
// was built, byte by byte (`check`), and only taken apart.
import { HelpError } from '@helpkiosk/core';
import type { Article } from '@helpkiosk/core';
import { ANALYSER } from './analysis/analyser.js';
import { own } from './own.js';
import { MANIFEST_NAME, PACK_FORMAT, type PackManifest } from './pack-format.js';

/** What a value must be: a test, a list of one shape, or a record with own fields of theirs. */
type Test = (value: unknown) => boolean;
type Shape = Test | readonly [Shape] | { readonly [name: string]: Shape };

const isText: Test = (value) => typeof value === 'string' && value !== '';
const isNumber: Test = (value) => Number.isFinite(value) && (value as number) >= 0;
const fileOf = (role: string): Shape => ({
  // A name is resolved against the manifest's address: it must not lead anywhere else.
  name: (value) => isText(value) && /^\w[\w.-]*$/.test(value as string),
  role: (value) => value === role,
  bytes: isNumber,
  check: isNumber,
});
const LOCALE: Shape = {
  articleCount: isNumber,
  categories: [{ name: isText, count: isNumber }],
  index: fileOf('index'),
  articles: [fileOf('articles')],
  han: (value) => value === undefined || check(value, fileOf('han')),
};
const MANIFEST: Shape = {
  format(value) {
    if (Number.isFinite(value) && value !== PACK_FORMAT) throw new HelpError('pack-incompatible', { format: value });
    return value === PACK_FORMAT;
  },
  version: isText,
  analyser: { id: isText, version: isNumber },
  locales: (value) =>
    typeof value === 'object' && !!value && Object.values(value).every((found) => check(found, LOCALE)),
  updatedAt: (value) => value === undefined || isNumber(value),
};

/**
 * The manifest in `pack.json`, given as bytes or as parsed JSON. Throws HelpError `pack-incompatible` for another format number or
 * analyser (details: `format` or `analyser`), `pack-missing` (details: `file`, `reason`) for anything that is no manifest.
 */
export function parseManifest(input: unknown): PackManifest {
  const found = ArrayBuffer.isView(input) ? readJson(input, MANIFEST_NAME) : input;
  check(found, MANIFEST);
  const { id, version } = (found as PackManifest).analyser;
  if (id !== ANALYSER.id || version !== ANALYSER.version)
    throw new HelpError('pack-incompatible', { analyser: `${id} ${version}` });
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

/** True for a value of a shape; throws for any other. `reason` is the name of its field, for the error. */
function check(value: unknown, shape: Shape, reason = ''): true {
  if (typeof shape === 'object' && !Array.isArray(shape))
    for (const name of Object.keys(shape)) check(own(value, name), (shape as Record<string, Shape>)[name]!, name);
  else if (Array.isArray(shape) && Array.isArray(value))
    for (const item of value) check(item, shape[0] as Shape, reason);
  else if (typeof shape !== 'function' || !shape(value))
    throw new HelpError('pack-missing', { file: MANIFEST_NAME, reason });
  return true;
}
