// Brings node_modules in line with package-lock.json. Used before node_modules exists: node built-ins only.
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { root, runNpm } from './run.mjs';

/**
 * Runs `npm ci` when node_modules is missing or is not what package-lock.json says; else does nothing, silently.
 *
 * @throws {Error} When `npm ci` fails.
 */
export async function ensureInstalled() {
  const [wanted, installed] = await Promise.all([
    readLock(join(root, 'package-lock.json')),
    // npm writes this record last, so that a broken-off installation has none.
    readLock(join(root, 'node_modules/.package-lock.json')),
  ]);
  const difference = findLockDifference(wanted, installed);
  if (difference === null) return;
  console.log(`Installing packages with npm ci (${difference}).`);
  const { code } = await runNpm(['ci', '--include=dev', '--no-audit', '--no-fund']);
  if (code !== 0)
    throw new Error(
      'npm ci failed: see its message above, mend the network or the lockfile, and run the command again.',
    );
}

/**
 * Says where the installed packages differ from the lockfile, or null when they do not. Optional packages (builds for
 * other platforms) are left out: npm installs some of them only.
 *
 * @param {{packages?: Record<string, {version?: string, integrity?: string, link?: boolean, resolved?: string, optional?: boolean, devOptional?: boolean, peer?: boolean}>} | null} wanted
 * @param {typeof wanted} installed
 * @returns {string | null}
 */
export function findLockDifference(wanted, installed) {
  if (!wanted) return 'there is no package-lock.json';
  if (!installed) return 'node_modules is missing or incomplete';
  for (const [path, entry] of Object.entries(wanted.packages ?? {})) {
    if (!path.includes('node_modules/') || entry.optional || entry.devOptional) continue;
    const found = installed.packages?.[path];
    if (!found) return `${path} is missing`;
    if (identity(found) !== identity(entry)) return `${path} is another version`;
  }
  return null;
}

const identity = ({ link, resolved, integrity, version }) => (link ? `link ${resolved}` : `${version} ${integrity}`);

async function readLock(path) {
  try {
    return JSON.parse(await readFile(path, 'utf8'));
  } catch (error) {
    if (error.code === 'ENOENT') return null;
    throw new Error(`${path} cannot be read: ${error.message}`, { cause: error });
  }
}
