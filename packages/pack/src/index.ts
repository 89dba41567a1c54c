// The public entry of @helpkiosk/pack (Node): explicit, named exports.
export { compileHtml } from './content/compile-html.js';
export { compileMarkdown } from './content/compile-markdown.js';
export { buildPack } from './build-pack.js';
export { readMarkdownFolder, type MarkdownFolder, type ReadFolderOptions } from './sources/read-markdown-folder.js';
export { readSources, type ReadSourcesOptions, type SourcesReading } from './sources/read-sources.js';
export type {
  ArticleNode,
  ArticleSource,
  ArticleTree,
  BuildOptions,
  CompileOptions,
  Problem,
  VideoSource,
} from '@helpkiosk/core';
