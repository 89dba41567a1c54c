// Marks within one line: ==mark==, [[wikilinks]], ![[embeds]], attribute lists of MkDocs and Hugo.
import { maskCode, replaceOutsideCode } from './code-lines.js';
import { image, link, plainText } from './markup.js';

const MARKED = /(?<![=\\])==(?=[^\s=])([^=\n]*?[^\s=])==(?!=)/g;
const WIKI = /(!?)\[\[([^[\]\n|]+?)(?:\\?\|([^\n]*?))?\]\]/g;
const ATTRIBUTES = /(?<=[)\]*_])\{:?[ \t]*(?:[.#][\w-]+|[\w-]+=(?:"[^"\n]*"|'[^'\n]*'|[^\s{}"']+)|[ \t]+)+\}/g;
const BLOCK_NAME = /[ \t]\^[A-Za-z0-9-]{3,40}[ \t]*$/;
/** What is embedded by its name: pictures, and videos alike. */
const EMBEDDED = /\.(?:png|jpe?g|gif|svg|webp|avif|bmp|mp4|webm|ogv|m4v)$/i;

/** The line in CommonMark. In MDX braces are code, which the first pass has taken out. */
export function lineOfMarks(line: string, mdx: boolean): string {
  let result = line;
  if (line.includes('[[')) result = replaceOutsideCode(result, WIKI, wikiLink);
  if (line.includes('==')) result = replaceOutsideCode(result, MARKED, ([, words]) => `<mark>${words!}</mark>`);
  if (!mdx && line.includes('{')) result = replaceOutsideCode(result, ATTRIBUTES, () => '');
  if (line.includes(' ^') && BLOCK_NAME.test(maskCode(result))) result = result.replace(BLOCK_NAME, '');
  return result;
}

/** `[[Page#Heading|text]]` leads to `page:Page#Heading`, which a reader of a folder resolves by the names of its files. */
function wikiLink([, bang, target, text]: RegExpExecArray): string {
  const [name, ...parts] = target!.trim().split('#') as [string, ...string[]];
  const heading = parts.at(-1)?.replace(/^\^.*/, '').trim() ?? '';
  const shown = text?.replaceAll('\\', '').trim() ?? '';
  if (bang && EMBEDDED.test(name)) return image(/^\d*(?:x\d+)?$/.test(shown) ? '' : shown, name);
  const words = shown || [name.replace(/^.*\//, '').replace(/\.md$/, ''), heading].filter(Boolean).join(' > ');
  const address = `${name ? `page:${encodeURI(name.trim())}` : ''}${heading ? `#${encodeURIComponent(heading)}` : ''}`;
  return link(plainText(words), address || `page:${encodeURI(target!)}`);
}
