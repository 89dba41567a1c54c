// The figures of docs/search.md, between their markers.
import { readFile, writeFile } from 'node:fs/promises';
import { format, resolveConfig } from 'prettier';
import { fileURLToPath } from 'node:url';

const page = fileURLToPath(new URL('../../docs/search.md', import.meta.url));

/**
 * Puts a text between the lines `<!-- NAME:start -->` and `<!-- NAME:end -->`.
 *
 * @param {string} name
 * @param {string} text Markdown.
 * @throws {Error} When the page has no such lines.
 */
export async function writeDigest(name, text) {
  const old = await readFile(page, 'utf8');
  const [start, end] = [`<!-- ${name}:start -->`, `<!-- ${name}:end -->`];
  const [from, to] = [old.indexOf(start), old.indexOf(end)];
  if (from < 0 || to < from) throw new Error(`docs/search.md has no lines ${start} and ${end}`);
  const filled = `${old.slice(0, from + start.length)}\n\n${text}\n\n${old.slice(to)}`;
  await writeFile(page, await format(filled, { ...(await resolveConfig(page)), filepath: page }));
}
