import { readFile } from 'node:fs/promises';
import { brotliCompressSync, constants } from 'node:zlib';
import { build, type Plugin } from 'esbuild';
import { dirname, join } from 'node:path/posix';
import { trimPreact } from '../../scripts/lib/trim-preact.mjs';
import { readImports } from './read-imports.js';
import { root } from './source-files.js';

/** A file and what it weighs on the wire: brotli at quality 11, in bytes. */
export interface WeighedFile {
  name: string;
  bytes: number;
}

/**
 * The entries and every chunk that they import statically, in the order of loading and without those in `loaded`.
 * Names are paths in the built folder. Throws for an entry or an import that is not there.
 */
export function followStaticImports(
  files: ReadonlyMap<string, Uint8Array>,
  entries: readonly string[],
  loaded: readonly string[] = [],
): string[] {
  const seen = new Set(loaded);
  const order: string[] = [];
  const follow = (name: string, from: string): void => {
    if (seen.has(name)) return;
    const bytes = files.get(name);
    if (!bytes) throw new Error(`${name}, which ${from} needs, is not in packages/widget/dist: run npm run build.`);
    seen.add(name);
    order.push(name);
    for (const { specifier, kind } of readImports(Buffer.from(bytes).toString('utf8'), name)) {
      if (kind === 'value' && specifier) follow(join(dirname(name), specifier), name);
    }
  };
  for (const entry of entries) follow(entry, 'the budget');
  return order;
}

/** Weighs files one by one, as they are sent. */
export function weigh(files: ReadonlyMap<string, Uint8Array>, names: readonly string[]): WeighedFile[] {
  return names.map((name) => ({ name, bytes: brotliBytes(files.get(name) ?? new Uint8Array()) }));
}

/** The sum of some files, in bytes. */
export const totalBytes = (files: readonly WeighedFile[]): number => files.reduce((sum, { bytes }) => sum + bytes, 0);

/** `1234 B = a.js 1000 + b.js 234`, for failure messages and the screen. */
export const describeFiles = (files: readonly WeighedFile[]): string =>
  `${totalBytes(files)} B = ${files.map(({ name, bytes }) => `${name} ${bytes}`).join(' + ')}`;

const trimmed: Plugin = {
  name: 'trimmed-preact',
  setup({ onLoad }) {
    onLoad({ filter: /\/preact\/dist\/preact\.mjs$/ }, async ({ path }) => ({
      contents: trimPreact(await readFile(path, 'utf8')),
    }));
  },
};

/**
 * What is left of preact in the bundles weighs alone, minified: what a page that has the panel pays anyway. Takes the sources by
 * path, and counts the names that they import from preact.
 */
export async function weighPreact(sources: ReadonlyMap<string, string>): Promise<number> {
  const used = new Map<string, Set<string>>();
  for (const [path, text] of sources) {
    for (const { specifier, kind, names } of readImports(text, path)) {
      if (kind !== 'value' || !specifier || !/^preact(\/|$)/.test(specifier)) continue;
      used.set(specifier, new Set([...(used.get(specifier) ?? []), ...names]));
    }
  }
  const lines = [...used].map(([from, names], at) =>
    [...names].map((name) => `export { ${name} as ${name}${at} } from '${from}';`),
  );
  const { outputFiles } = await build({
    stdin: { contents: lines.flat().join('\n'), resolveDir: root },
    bundle: true,
    minify: true,
    format: 'esm',
    conditions: ['production'],
    plugins: [trimmed],
    write: false,
  });
  return brotliBytes(outputFiles[0]?.contents ?? new Uint8Array());
}

function brotliBytes(bytes: Uint8Array): number {
  return brotliCompressSync(bytes, { params: { [constants.BROTLI_PARAM_QUALITY]: 11 } }).length;
}
