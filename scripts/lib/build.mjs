// Builds the packages, and knows when there is nothing to build. Node built-ins only.
import { createHash } from 'node:crypto';
import { chmod, mkdir, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { join, relative, sep } from 'node:path';
import { root, run, tool } from './run.mjs';

const stamp = join(root, 'node_modules/.cache/helpkiosk/build.json');
const configs = [
  'package-lock.json',
  'package.json',
  'rollup.config.mjs',
  'tsconfig.base.json',
  'tsconfig.json',
  'scripts/lib/build.mjs',
  'scripts/lib/trim-preact.mjs',
];

/**
 * Writes the dist folder of each package: declarations with `tsc -b`, then every bundle with rollup. Does nothing when neither
 * sources nor outputs have changed since the last build that succeeded.
 *
 * @param {{force?: boolean, timeoutMs?: number}} [options] `force` (default false) empties every dist folder first.
 * @returns {Promise<'built' | 'fresh' | 'failed'>}
 */
export async function build({ force = false, timeoutMs } = {}) {
  const folders = await packageFolders();
  const before = await hashInputs(folders);
  if (!force && (await isFresh(folders, before))) return 'fresh';
  await rm(stamp, { force: true });
  if (force) await Promise.all(folders.map((folder) => rm(join(folder, 'dist'), { recursive: true, force: true })));
  const startedAt = Date.now();
  const projects = await packageProjects();
  if ((await run(process.execPath, [...tool('typescript', 'tsc'), '-b', ...projects], { timeoutMs })).code !== 0)
    return 'failed';
  if ((await run(process.execPath, [...tool('rollup'), '-c', '--silent'], { timeoutMs })).code !== 0) return 'failed';
  await removeLeftovers(folders, startedAt);
  await chmod(join(root, 'packages/pack/dist/bin.js'), 0o755);
  await mkdir(join(stamp, '..'), { recursive: true });
  await writeFile(stamp, JSON.stringify({ inputs: before, outputs: await hashOutputs(folders) }));
  return 'built';
}

async function packageFolders() {
  const { workspaces } = JSON.parse(await readFile(join(root, 'package.json'), 'utf8'));
  return workspaces.map((folder) => join(root, folder));
}

/** The projects of the packages and of the host: the tests are type-checked by `npm run types`, and `npm start` need not wait for them. */
async function packageProjects() {
  const { references } = JSON.parse(await readFile(join(root, 'tsconfig.json'), 'utf8'));
  return references.map(({ path }) => path).filter((path) => path !== 'tests');
}

async function isFresh(folders, inputs) {
  const last = await readFile(stamp, 'utf8').then(JSON.parse, () => null);
  return last?.inputs === inputs && last.outputs === (await hashOutputs(folders));
}

async function hashInputs(folders) {
  const lines = [];
  for (const folder of folders) {
    for (const file of await filesBelow(join(folder, 'src'))) {
      if (!/\.test\.tsx?$/.test(file)) lines.push(await describe(file, true));
    }
    for (const name of await readdir(folder))
      if (name.endsWith('.json')) lines.push(await describe(join(folder, name), true));
  }
  for (const name of configs) lines.push(await describe(join(root, name), true));
  return hash(lines);
}

/** By name and size only: a build by hand writes the same bytes at another time. */
async function hashOutputs(folders) {
  const lines = [];
  for (const folder of folders) {
    for (const file of await filesBelow(join(folder, 'dist'))) {
      if (!file.endsWith('.tsbuildinfo')) lines.push(await describe(file, false));
    }
  }
  return hash(lines);
}

/** What no source makes any more would still be published and measured: tsc and rollup only ever add files. */
async function removeLeftovers(folders, startedAt) {
  for (const folder of folders) {
    const types = join(folder, 'dist/types') + sep;
    for (const file of await filesBelow(join(folder, 'dist'))) {
      if (file.endsWith('.tsbuildinfo')) continue;
      const isLeft = file.startsWith(types)
        ? !(await hasSource(join(folder, 'src', file.slice(types.length).replace(/\.d\.ts(\.map)?$/, ''))))
        : (await stat(file)).mtimeMs < startedAt - 1000;
      if (isLeft) await rm(file);
    }
  }
}

async function hasSource(stem) {
  for (const ending of ['.ts', '.tsx']) if (await stat(stem + ending).catch(() => null)) return true;
  return false;
}

async function describe(file, withTime) {
  const { size, mtimeMs } = await stat(file);
  return `${relative(root, file)} ${size}${withTime ? ` ${mtimeMs}` : ''}`;
}

const hash = (lines) => createHash('sha256').update(lines.sort().join('\n')).digest('hex');

async function filesBelow(folder) {
  const entries = await readdir(folder, { withFileTypes: true, recursive: true }).catch((error) => {
    if (error.code === 'ENOENT') return [];
    throw error;
  });
  return entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath ?? entry.path, entry.name));
}
