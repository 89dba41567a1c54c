// What npm would publish, checked as npm would publish it.
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { root, run, runNpm, tool } from './run.mjs';

/**
 * Packs every workspace that is published and runs publint and attw on the archive: two checks for each package.
 *
 * @param {{timeoutMs: number}} options The limit of each command.
 * @returns {Promise<import('./counts.d.mts').Counts>}
 */
export async function checkPackages({ timeoutMs }) {
  const counts = { passed: 0, failed: 0, notes: [] };
  const folder = await mkdtemp(join(tmpdir(), 'helpkiosk-packages-'));
  try {
    const { workspaces } = JSON.parse(await readFile(join(root, 'package.json'), 'utf8'));
    for (const workspace of workspaces.filter((each) => each.startsWith('packages/'))) {
      const packed = await packWorkspace(workspace, folder, timeoutMs);
      for (const check of [checkPublint, checkTypes]) {
        const { name, code, output } = packed.archive
          ? await check(packed, timeoutMs)
          : { name: check.label, ...packed };
        counts[code === 0 ? 'passed' : 'failed'] += 1;
        console.log(`${code === 0 ? 'ok  ' : 'FAIL'} ${name} ${workspace}`);
        if (code !== 0) console.log(output.trim());
      }
    }
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
  return counts;
}

async function packWorkspace(workspace, folder, timeoutMs) {
  const args = [
    'pack',
    '--json',
    '--silent',
    '--ignore-scripts',
    '--pack-destination',
    folder,
    '--workspace',
    workspace,
  ];
  const { code, output } = await runNpm(args, { capture: true, timeoutMs });
  const filename = code === 0 && /"filename":\s*"([^"]+)"/.exec(output)?.[1];
  if (!filename) return { archive: null, code: code || 1, output: `npm pack failed: ${output}` };
  // npm 8 to 9.7 wrote the scope into this field as a folder, which is not the file's name.
  return { archive: join(folder, filename.replace('@', '').replace('/', '-')), workspace };
}

async function checkPublint({ archive }, timeoutMs) {
  const result = await run(process.execPath, [...tool('publint'), 'run', archive, '--strict'], {
    capture: true,
    timeoutMs,
  });
  return { name: 'publint', ...result };
}
checkPublint.label = 'publint';

async function checkTypes({ archive, workspace }, timeoutMs) {
  const scripts = await listScripts(workspace);
  const args = [archive, '--profile', 'esm-only', '--no-color', '--no-emoji', '--format', 'ascii'];
  if (scripts.length > 0) args.push('--exclude-entrypoints', ...scripts);
  const result = await run(process.execPath, [...tool('@arethetypeswrong/cli', 'attw'), ...args], {
    capture: true,
    timeoutMs,
  });
  return { name: 'attw', ...result };
}
checkTypes.label = 'attw';

/** Entries that are classic scripts for a page, which nobody imports: they have no types to be wrong. */
async function listScripts(workspace) {
  const { exports } = JSON.parse(await readFile(join(root, workspace, 'package.json'), 'utf8'));
  return Object.keys(exports).filter((entry) => entry.endsWith('.js'));
}
