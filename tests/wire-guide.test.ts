// The code of docs/wire-your-back-end.md is run as it stands there.
import { spawn, type ChildProcess } from 'node:child_process';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { checkHost } from '../packages/adapters/src/contract/index.js';
import { root } from './support/source-files.js';

/** The files that the page tells to write: a block whose first line names one. */
const filesOf = (page: string): [name: string, code: string][] =>
  [...page.matchAll(/^```js file=(\S+)\n([\s\S]*?)^```$/gm)].map(([, name, code]) => [name!, code!]);

/** What it prints when it is there. */
function urlOf(host: ChildProcess): Promise<string> {
  return new Promise((resolve, reject) => {
    let said = '';
    const hear = (part: Buffer): void => {
      said += String(part);
      const [url] = /http:\/\/localhost:\d+/.exec(said) ?? [];
      if (url) resolve(url);
    };
    host.stdout!.on('data', hear);
    host.stderr!.on('data', hear);
    host.on('exit', () => reject(new Error(`the host ended: ${said}`)));
  });
}

describe('docs/wire-your-back-end.md', () => {
  let folder: string;
  let host: ChildProcess;
  let url: string;
  let complaints = '';

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'wire-guide-'));
    const files = filesOf(await readFile(join(root, 'docs/wire-your-back-end.md'), 'utf8'));
    expect(files.map(([name]) => name)).toEqual(['status.mjs', 'tickets.mjs', 'host.mjs']);
    for (const [name, code] of files) await writeFile(join(folder, name), code);
    host = spawn(process.execPath, ['host.mjs'], { cwd: folder, env: { ...process.env, PORT: '0' } });
    url = await urlOf(host);
    host.stderr!.on('data', (part: Buffer) => (complaints += String(part)));
  }, 30_000);

  afterAll(async () => {
    host?.kill();
    await rm(folder, { recursive: true, force: true });
  });

  it('builds a host that check-host has nothing to object to, also over a bad way', async () => {
    const results = await checkHost(url, { origin: 'https://shop.example' });
    const names = results.map(({ name }) => name);
    expect(results.filter(({ state }) => state === 'failed')).toEqual([]);
    expect(names).toContain('over a bad way: tickets: one key makes one ticket, also when it is sent twice at a time');
    expect(names).toContain('tickets: are read by whoever sent them');
    expect(results.find(({ name }) => name.startsWith('origins: the owner’s page'))?.state).toBe('passed');
    expect(complaints).toBe('');
  }, 60_000);
});
