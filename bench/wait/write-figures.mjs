// The figures of docs/waiting.md, between their markers.
import { readFile, writeFile } from 'node:fs/promises';
import { format, resolveConfig } from 'prettier';
import { fileURLToPath } from 'node:url';

const page = fileURLToPath(new URL('../../docs/waiting.md', import.meta.url));
const [START, END] = ['<!-- wait:start -->', '<!-- wait:end -->'];

/** Puts `text`, Markdown, between the markers. Throws when the page has none. */
export async function writeFigures(text) {
  const old = await readFile(page, 'utf8');
  const [from, to] = [old.indexOf(START), old.indexOf(END)];
  if (from < 0 || to < from) throw new Error(`docs/waiting.md has no lines ${START} and ${END}`);
  const filled = `${old.slice(0, from + START.length)}\n\n${text}\n\n${old.slice(to)}`;
  await writeFile(page, await format(filled, { ...(await resolveConfig(page)), filepath: page }));
}
