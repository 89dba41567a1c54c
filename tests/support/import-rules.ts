// The tables of docs/architecture.md as data: which room may open which door.

/** How far an edge may go: at run time, at run time but lazily, or only in types. */
export type ImportReach = 'value' | 'dynamic' | 'type';

/** What one package may import besides its own files. `modules` are names of npm packages, or `node:` for all of Node. */
export interface PackageRule {
  packages: readonly string[];
  modules: readonly string[];
  /** Packages of ours that it depends on for their files alone, and imports nothing of. */
  files?: readonly string[];
}

/** The packages table. */
export const packageRules: Readonly<Record<string, PackageRule>> = {
  core: { packages: [], modules: ['idb-keyval'] },
  search: { packages: ['core'], modules: ['minisearch'] },
  adapters: { packages: ['core'], modules: ['node:'] },
  widget: { packages: ['core', 'search', 'adapters'], modules: ['preact', '@lit/reactive-element'] },
  pack: {
    packages: ['core', 'search', 'adapters'],
    modules: [
      ...[
        'chokidar',
        'csv-parse',
        'eld',
        'fast-check',
        'marked',
        'media-captions',
        'opencc-js',
        'parse5',
        'pinyin-pro',
      ],
      ...['read-excel-file', 'yaml', 'node:'],
    ],
    files: ['widget'],
  },
};

/** Modules that only some files of a package may import: the wrapper that keeps them replaceable. */
export const wrappedModules: Readonly<Record<string, RegExp>> = {
  'idb-keyval': /^packages\/core\/src\/storage\/idb-[\w-]+\.ts$/,
  'fast-check': /^packages\/\w+\/src\/testing\//, // for tests alone; no package is published with it
  minisearch: /^packages\/search\/src\/engines\//,
  'node:': /^packages\/(adapters\/src\/contract|pack\/src)\//, // what a page loads runs in a page
};

/** The public entries of the packages, as their `exports` name them. */
export const publishedEntries: readonly string[] = [
  '@helpkiosk/core',
  '@helpkiosk/core/testing',
  '@helpkiosk/search',
  '@helpkiosk/adapters',
  '@helpkiosk/adapters/contract',
  '@helpkiosk/pack',
  '@helpkiosk/widget',
  '@helpkiosk/widget/elements',
  '@helpkiosk/widget/helpkiosk.js',
];

/**
 * The widget's folders: target (a folder of the widget, a package of ours, an npm module) -> how far. `entry` stands for
 * the files that lie directly in `packages/widget/src`, `contract` for those of them that hold nothing but types.
 */
export const widgetRules: Readonly<Record<string, Readonly<Record<string, ImportReach>>>> = {
  entry: {
    contract: 'type',
    loader: 'value',
    app: 'value',
    pages: 'dynamic',
    parts: 'value',
    core: 'value',
    search: 'value',
  },
  contract: { loader: 'type', app: 'type', core: 'type', search: 'type' },
  loader: { contract: 'type', app: 'type', core: 'type', search: 'type' },
  app: { contract: 'type', panel: 'dynamic', core: 'value', search: 'value', adapters: 'value' },
  pages: { contract: 'type', app: 'dynamic', core: 'value' },
  parts: { contract: 'type', core: 'value', preact: 'value' },
  panel: { contract: 'type', app: 'type', parts: 'value', core: 'value', preact: 'value' },
  elements: {
    contract: 'type',
    entry: 'dynamic',
    app: 'type',
    parts: 'value',
    core: 'value',
    preact: 'value',
    '@lit/reactive-element': 'value',
  },
};

/** The widget's folders that load chunks by an address which they compute. */
export const computesAddresses: readonly string[] = ['loader', 'app'];
