// The figures of docs/triage.md, between their markers.
import { readFile, writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { format, resolveConfig } from 'prettier';

const page = fileURLToPath(new URL('../../docs/triage.md', import.meta.url));
const [START, END] = ['<!-- triage:start -->', '<!-- triage:end -->'];

/**
 * Puts Markdown between the two markers of the page.
 *
 * @param {string} markdown
 * @throws {Error} When the page has no such lines.
 */
export async function writeFigures(markdown) {
  const old = await readFile(page, 'utf8');
  const [from, to] = [old.indexOf(START), old.indexOf(END)];
  if (from < 0 || to < from) throw new Error(`docs/triage.md has no lines ${START} and ${END}`);
  const filled = `${old.slice(0, from + START.length)}\n\n${markdown}\n\n${old.slice(to)}`;
  await writeFile(page, await format(filled, { ...(await resolveConfig(page)), filepath: page }));
}
