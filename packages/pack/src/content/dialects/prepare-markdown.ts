import { mapOutsideFences } from './code-lines.js';
import { placeFootnotes } from './footnotes.js';
import { layOutBlocks } from './lay-out-blocks.js';
import { readConstructs } from './read-constructs.js';

const IMPORT_LINE = /^import\s[^;\n]*?\bfrom\s*["'][^"'\n]+["'];?\s*$/m;

/**
 * A Markdown text in the dialect of Docusaurus, VitePress, Starlight, Hugo, MkDocs or Obsidian as CommonMark with GitHub's tables, a
 * few HTML tags and `<hk-note>`. Words are kept, code of components goes. `mdx`: braces are expressions and lines of import or
 * export are code; default: where the text has a line that imports something.
 */
export function prepareMarkdown(source: string, options: { mdx?: boolean } = {}): string {
  const mdx = options.mdx ?? importsSomething(source);
  return layOutBlocks(readConstructs(placeFootnotes(source), { mdx }), { mdx });
}

function importsSomething(source: string): boolean {
  if (!IMPORT_LINE.test(source)) return false;
  let found = false;
  mapOutsideFences(source, (line) => {
    found ||= IMPORT_LINE.test(line);
    return line;
  });
  return found;
}
