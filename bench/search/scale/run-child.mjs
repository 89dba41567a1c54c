import { execFile } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';

const run = promisify(execFile);

/**
 * Runs a file of this folder in a process of its own, so that its CPU time and memory are its own, and gives what it printed as JSON.
 *
 * @param {string} file
 * @param {object} job Handed over as JSON.
 * @param {readonly string[]} [flags] Of Node.
 */
export async function runChild(file, job, flags = []) {
  const path = fileURLToPath(new URL(file, import.meta.url));
  const { stdout } = await run(process.execPath, [...flags, path, JSON.stringify(job)], { maxBuffer: 2 ** 26 });
  return JSON.parse(stdout);
}
