import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { findForbiddenImports } from './support/imports.js';
import { packageRules, publishedEntries } from './support/import-rules.js';
import { readImports } from './support/read-imports.js';
import { readSourceFiles, root } from './support/source-files.js';

const check = (file: string, text: string) => findForbiddenImports(new Map([[file, text]]));

/** Imports that no table allows: where, what, and the words of the reason. */
const forbidden: [file: string, text: string, reason: string][] = [
  ['packages/core/src/a.ts', "import { query } from '@helpkiosk/search';", 'core may not import search'],
  ['packages/core/src/a.ts', "import type { Pack } from '@helpkiosk/pack';", 'core may not import pack'],
  ['packages/core/src/a.ts', "import { h } from 'preact';", 'core may not import preact'],
  ['packages/core/src/a.ts', "import { readFile } from 'node:fs';", 'core may not import node:fs'],
  ['packages/core/src/a.ts', "import { readFile } from 'fs';", 'core may not import fs'],
  ['packages/core/src/a.ts', "import { get } from 'idb-keyval';", 'idb-keyval is wrapped'],
  ['packages/core/src/a.ts', "import { a } from '../../search/src/a.js';", 'stays within its package'],
  ['packages/core/src/a.ts', "import { a } from '../dist/index.js';", 'stays within its package'],
  ['packages/core/src/a.ts', 'export const f = (x: string) => import(x);', 'address that they compute'],
  ['packages/search/src/a.ts', "import MiniSearch from 'minisearch';", 'minisearch is wrapped'],
  ['packages/search/src/a.ts', "export * from '@helpkiosk/widget';", 'search may not import widget'],
  ['packages/search/src/a.ts', "import { a } from '@helpkiosk/core/src/store.js';", 'not an entry'],
  ['packages/search/src/a.ts', "import { aFakeEnv } from '@helpkiosk/core/testing';", 'for tests'],
  ['packages/pack/src/a.ts', "import { mount } from '@helpkiosk/widget';", 'pack may not import widget'],
  ['packages/pack/src/a.ts', "import sharp from 'sharp';", 'pack may not import sharp'],
  ['packages/new/src/a.ts', "import { a } from '@helpkiosk/core';", 'no row in the table'],
  ['packages/new/src/a.ts', "import { h } from 'preact';", 'no row in the table'],
  ['packages/widget/src/a.ts', "import { Panel } from './panel/panel.js';", 'entry may not import panel'],
  [
    'packages/widget/src/loader/a.ts',
    "import { createApp } from '../app/app.js';",
    'loader may import app only as types',
  ],
  [
    'packages/widget/src/loader/a.ts',
    "import { type App } from '../app/app.js';",
    'loader may import app only as types',
  ],
  ['packages/widget/src/loader/a.ts', "import { createStore } from '@helpkiosk/core';", 'core only as types'],
  ['packages/widget/src/loader/a.ts', "import { h } from 'preact';", 'loader may not import preact'],
  ['packages/widget/src/app/a.ts', "import { Panel } from '../panel/panel.js';", 'app may import panel only lazily'],
  ['packages/widget/src/app/a.ts', "import { list } from '../parts/list.js';", 'app may not import parts'],
  ['packages/widget/src/app/a.ts', "import '../elements/define.js';", 'app may not import elements'],
  ['packages/widget/src/app/a.ts', "import { start } from '../loader/main.js';", 'app may not import loader'],
  ['packages/widget/src/app/a.ts', "import { h } from 'preact';", 'app may not import preact'],
  ['packages/widget/src/parts/a.tsx', "import type { App } from '../app/app.js';", 'parts may not import app'],
  ['packages/widget/src/parts/a.tsx', "import type { Pack } from '@helpkiosk/search';", 'parts may not import search'],
  [
    'packages/widget/src/panel/a.tsx',
    "import { createApp } from '../app/app.js';",
    'panel may import app only as types',
  ],
  ['packages/widget/src/panel/a.tsx', "type E = import('../elements/a.js').E;", 'panel may not import elements'],
  ['packages/widget/src/panel/a.tsx', "import { query } from '@helpkiosk/search';", 'panel may not import search'],
  [
    'packages/widget/src/panel/a.tsx',
    "import { ReactiveElement } from '@lit/reactive-element';",
    'panel may not import @lit/reactive-element',
  ],
  ['packages/widget/src/elements/a.ts', "export * from '../panel/panel.js';", 'elements may not import panel'],
  ['packages/widget/src/elements/a.ts', "const p = import('../panel/panel.js');", 'elements may not import panel'],
  ['packages/widget/src/elements/a.ts', "import { html } from 'lit';", 'widget may not import lit'],
  ['packages/widget/src/panel/a.tsx', "import { app } from '../app-contract.js';", 'panel may import contract only as'],
  ['packages/widget/src/app-contract.ts', "import { a } from './app/a.js';", 'contract may import app only as types'],
  ['packages/widget/src/misc/a.ts', "import { a } from '../app/app.js';", 'misc has no row'],
  ['examples/shop/main.ts', "import { a } from '../../packages/core/src/index.js';", 'stays within its package'],
  ['examples/shop/main.js', "import { a } from '@helpkiosk/core/dist/index.js';", 'not an entry'],
];

/** One allowed edge for each row of the tables. */
const allowed: [file: string, text: string][] = [
  ['packages/core/src/storage/idb-connection.ts', "import { get } from 'idb-keyval';"],
  ['packages/core/src/a.ts', "import { createStore } from './store.js';"],
  ['packages/core/src/a.test.ts', "import { it } from 'vitest';"],
  ['packages/search/src/a.ts', "import { createStore } from '@helpkiosk/core';"],
  ['packages/search/src/engines/live.ts', "import MiniSearch from 'minisearch';"],
  ['packages/pack/src/a.ts', "import { join } from 'node:path'; import { lexer } from 'marked';"],
  [
    'packages/widget/src/mount.ts',
    "import { createApp } from './app/app.js'; import { start } from './loader/start.js';",
  ],
  [
    'packages/widget/src/loader/a.ts',
    "import type { App } from '../app/app.js'; import type { Env } from '@helpkiosk/core';",
  ],
  ['packages/widget/src/loader/a.ts', 'export const f = (x: string) => import(x);'],
  ['packages/widget/src/app/a.ts', "const load = () => import('../panel/panel.js');"],
  [
    'packages/widget/src/parts/a.tsx',
    "import { useState } from 'preact/hooks'; import { cleanArticleTree } from '@helpkiosk/core';",
  ],
  [
    'packages/widget/src/panel/a.tsx',
    "import type { App } from '../app/app.js'; import { List } from '../parts/list.js';",
  ],
  [
    'packages/widget/src/elements/a.ts',
    "import { ReactiveElement } from '@lit/reactive-element'; import type { App } from '../app/app.js';",
  ],
  [
    'examples/shop/main.ts',
    "import { mount } from '@helpkiosk/widget'; import { ref } from 'vue'; import './other.js';",
  ],
];

describe('findForbiddenImports', () => {
  it.each(forbidden)('refuses in %s: %s', (file, text, reason) => {
    const found = check(file, text);
    expect(found.map((each) => each.reason).join('\n')).toContain(reason);
    expect(found.every((each) => each.file === file)).toBe(true);
  });

  it.each(allowed)('allows in %s: %s', (file, text) => {
    expect(check(file, text)).toEqual([]);
  });

  it('reads no import out of a comment or a text', () => {
    expect(check('packages/core/src/a.ts', "// import 'preact';\nexport const a = \"import 'preact'\";")).toEqual([]);
  });
});

describe('readImports', () => {
  it('tells values, types and lazy imports apart', () => {
    const text = `import type { A } from 'a'; import { b } from 'b'; export type { C } from 'c'; export * from 'd';
      const e = () => import('e'); type F = import('f').F; import g = require('g'); const h = (x: string) => import(x);`;
    expect(readImports(text, 'x.ts').map(({ specifier, kind }) => `${kind} ${specifier}`)).toEqual([
      'type a',
      'value b',
      'type c',
      'value d',
      'dynamic e',
      'type f',
      'value g',
      'dynamic null',
    ]);
  });

  it('gives the names that are there at run time', () => {
    expect(readImports("import x, { a, type B, c as d } from 'm';", 'x.ts')[0]?.names).toEqual(['a', 'c']);
  });
});

describe('the repository', () => {
  let files: Map<string, string>;

  beforeAll(async () => {
    files = await readSourceFiles([...Object.keys(packageRules).map((name) => `packages/${name}/src`), 'examples']);
  });

  it.each(Object.keys(packageRules))('has sources of %s to check', (name) => {
    expect([...files.keys()].filter((path) => path.startsWith(`packages/${name}/src/`)).length).toBeGreaterThan(0);
  });

  it('has no import that the tables forbid', () => {
    const lines = findForbiddenImports(files).map(({ file, specifier, reason }) => `${file}: ${specifier} (${reason})`);
    expect(lines).toEqual([]);
  });

  it('gives every workspace a row, its dependencies and its entries', async () => {
    const { workspaces } = await readJson('package.json');
    expect(
      (workspaces as string[])
        .filter((folder) => folder.startsWith('packages/'))
        .map((folder) => folder.slice('packages/'.length))
        .sort(),
    ).toEqual(Object.keys(packageRules).sort());
    const entries: string[] = [];
    for (const [name, { packages, modules, files: served = [] }] of Object.entries(packageRules)) {
      const manifest = await readJson(`packages/${name}/package.json`);
      const listed = Object.keys({ ...(manifest.dependencies as object) });
      const known = [...[...packages, ...served].map((each) => `@helpkiosk/${each}`), ...modules];
      expect(listed.filter((each) => !known.includes(each))).toEqual([]);
      for (const entry of Object.keys(manifest.exports as object)) entries.push(`@helpkiosk/${name}${entry.slice(1)}`);
    }
    expect(entries.filter((entry) => !entry.endsWith('/package.json')).sort()).toEqual([...publishedEntries].sort());
  });
});

const readJson = async (path: string): Promise<Record<string, unknown>> =>
  JSON.parse(await readFile(join(root, path), 'utf8')) as Record<string, unknown>;
