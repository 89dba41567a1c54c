import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { buildSync } from 'esbuild';
import { describe, expect, it } from 'vitest';

const here = dirname(fileURLToPath(import.meta.url));

/** Runs the kit under Node's own runner, on a good adapter with these changes; gives what it prints. */
function runUnderNode(changes: string): { code: number | null; said: string } {
  const folder = mkdtempSync(join(tmpdir(), 'kit-'));
  try {
    const outfile = join(folder, 'adapter.test.mjs');
    const contents = `
      import { it } from 'node:test';
      import { METHODS } from '../schemas/status.js';
      import { createReferenceAdapter } from '../testing/reference-adapter.js';
      import { testAdapter } from './test-adapter.js';
      const create = () => { const good = createReferenceAdapter(); return { ...good, ${changes} }; };
      testAdapter({ create, supports: METHODS, it });`;
    buildSync({
      ...{ stdin: { contents, resolveDir: here, loader: 'ts' }, outfile, bundle: true, format: 'esm' },
      ...{ platform: 'node', alias: { '@helpkiosk/core': join(here, '../../../../core/src/index.ts') } },
    });
    const { NODE_OPTIONS: _none, ...env } = process.env;
    const { status, stdout, stderr } = spawnSync(process.execPath, ['--test', '--test-reporter=tap', outfile], {
      ...{ encoding: 'utf8', env: { ...env, NODE_TEST_CONTEXT: undefined } },
    });
    return { code: status, said: stdout + stderr };
  } finally {
    rmSync(folder, { recursive: true });
  }
}

describe('testAdapter under node:test, without an expect', () => {
  it('passes a good adapter', () => {
    const { code, said } = runUnderNode('');
    expect([code, /^# fail (\d+)$/m.exec(said)?.[1]], said).toEqual([0, '0']);
    expect(Number(/^# pass (\d+)$/m.exec(said)?.[1])).toBeGreaterThan(40);
  }, 60_000);

  it('fails a broken one, on its test', () => {
    const { code, said } = runUnderNode(
      'getTicket: async () => { throw Object.assign(new Error("?"), { status: 404 }); }',
    );
    expect(code).toBe(1);
    expect(said).toMatch(/not ok \d+ - getTicket: answers null for an unknown ticket/);
  }, 60_000);
});
