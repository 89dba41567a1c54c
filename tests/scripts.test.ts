import { mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises';
import { request } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { brotliDecompressSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { countTests, readVitestReport } from '../scripts/lib/counts.mjs';
import { findLockDifference, type LockEntry } from '../scripts/lib/install.mjs';
import { startStaticServer, type StaticServer } from '../scripts/lib/static-server.mjs';

const ended = { code: 0, timedOut: false };

describe('countTests', () => {
  it('counts a skipped test as failed and says so', () => {
    const counts = countTests({ results: ['passed', 'passed', 'skipped'], brokenFiles: [] }, ended);
    expect(counts).toEqual({ passed: 2, failed: 1, notes: ['1 skipped, which counts as failed.'] });
  });

  it.each([
    ['no test was executed', { results: [], brokenFiles: [] }, ended],
    ['there is no report', null, { code: 0, timedOut: false }],
    [
      'the runner failed though no test did',
      { results: ['passed' as const], brokenFiles: [] },
      { code: 1, timedOut: false },
    ],
    ['the runner was stopped', { results: ['passed' as const], brokenFiles: [] }, { code: 124, timedOut: true }],
    ['a file failed outside its tests', { results: [], brokenFiles: ['a.test.ts'] }, { code: 1, timedOut: false }],
  ])('counts one failure when %s', (_, report, run) => {
    expect(countTests(report, run).failed).toBe(1);
  });

  it('does not count an exit code again that failed tests explain', () => {
    expect(countTests({ results: ['failed', 'failed'], brokenFiles: [] }, { code: 1, timedOut: false }).failed).toBe(2);
  });
});

describe('readVitestReport', () => {
  it('takes every test, and the files that broke before their tests', () => {
    const testResults = [
      { name: 'a.test.ts', status: 'failed', assertionResults: [{ status: 'passed' }, { status: 'failed' }] },
      { name: 'b.test.ts', status: 'failed', assertionResults: [] },
      { name: 'c.test.ts', status: 'passed', assertionResults: [{ status: 'pending' }, { status: 'todo' }] },
    ];
    expect(readVitestReport({ testResults })).toEqual({
      results: ['passed', 'failed', 'skipped', 'skipped'],
      brokenFiles: ['b.test.ts'],
    });
  });

  it('takes nothing from anything else', () => {
    expect(readVitestReport({})).toBeNull();
  });
});

describe('findLockDifference', () => {
  const lock = (packages: Record<string, LockEntry>) => ({ packages });
  const wanted = lock({
    '': {},
    'packages/core': { version: '0.1.0' },
    'node_modules/a': { version: '1.0.0', integrity: 'x' },
    'node_modules/@helpkiosk/core': { link: true, resolved: 'packages/core' },
    'node_modules/only-elsewhere': { version: '1.0.0', integrity: 'y', optional: true },
  });
  const entries = wanted.packages;

  it('finds none where all but optional packages are there', () => {
    const { 'node_modules/only-elsewhere': _, ...rest } = entries;
    expect(findLockDifference(wanted, lock(rest))).toBeNull();
  });

  it.each([
    ['a missing record', null, 'missing or incomplete'],
    ['a missing package', lock({ ...entries, 'node_modules/a': undefined as never }), 'node_modules/a is missing'],
    [
      'another version',
      lock({ ...entries, 'node_modules/a': { version: '1.0.1', integrity: 'x' } }),
      'another version',
    ],
    [
      'another content',
      lock({ ...entries, 'node_modules/a': { version: '1.0.0', integrity: 'z' } }),
      'another version',
    ],
  ])('names %s', (_, installed, words) => {
    expect(findLockDifference(wanted, installed)).toContain(words);
  });
});

describe('startStaticServer', () => {
  let folder: string;
  let server: StaticServer;
  const longText = 'a sentence that repeats itself. '.repeat(100);

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'helpkiosk-server-'));
    await mkdir(join(folder, 'site/zh'), { recursive: true });
    await mkdir(join(folder, 'pack'));
    await writeFile(join(folder, 'secret.txt'), 'secret');
    await writeFile(join(folder, 'site/index.html'), '<title>home</title>');
    await writeFile(join(folder, 'site/zh/index.html'), '<title>首页</title>');
    await writeFile(join(folder, 'site/.env'), 'hidden');
    await writeFile(join(folder, 'site/long.js'), longText);
    await writeFile(join(folder, 'site/film.webm'), '0123456789');
    await writeFile(join(folder, 'pack/pack.json'), '{}');
    await writeFile(join(folder, 'pack/zh-Hans.articles.3f9a0c1b2d.json'), '{}');
    await symlink(join(folder, 'secret.txt'), join(folder, 'site/link.txt'));
    server = await startStaticServer({
      mounts: [
        { url: '/', folder: join(folder, 'site') },
        { url: '/pack/', folder: join(folder, 'pack') },
      ],
      headers: (pathname): Record<string, string> =>
        pathname.endsWith('/') ? { 'content-security-policy': "default-src 'none'" } : {},
      intercept: (asked, response) => asked.url === '/own' && Boolean(response.writeHead(418).end()),
    });
  });

  afterAll(async () => {
    await server.close();
    await rm(folder, { recursive: true, force: true });
  });

  it('serves a folder as its index with the headers of its path', async () => {
    const answer = await ask(server, '/zh/');
    expect(answer.body.toString()).toContain('首页');
    expect(answer.headers['content-type']).toBe('text/html; charset=utf-8');
    expect(answer.headers['content-security-policy']).toBe("default-src 'none'");
    expect(answer.headers['cache-control']).toBe('no-cache');
  });

  it('answers for a part of a file, as players ask for it', async () => {
    const part = await ask(server, '/film.webm', { range: 'bytes=2-4' });
    expect([part.status, part.body.toString()]).toEqual([206, '234']);
    expect(part.headers).toMatchObject({ 'content-type': 'video/webm', 'content-range': 'bytes 2-4/10', 'accept-ranges': 'bytes' }); // prettier-ignore
    expect((await ask(server, '/film.webm', { range: 'bytes=-3' })).body.toString()).toBe('789');
    const behind = await ask(server, '/film.webm', { range: 'bytes=10-' });
    expect([behind.status, behind.headers['content-range']]).toEqual([416, 'bytes */10']);
    const changed = await ask(server, '/film.webm', { range: 'bytes=2-4', 'if-range': '"another"' });
    expect([changed.status, changed.body.toString()]).toEqual([200, '0123456789']);
  });

  it('sends a folder without its slash on, with the question', async () => {
    const answer = await ask(server, '/zh?a=1');
    expect([answer.status, answer.headers.location]).toEqual([301, '/zh/?a=1']);
  });

  it('lets the longest mount answer, and only hashed names be kept', async () => {
    const manifest = await ask(server, '/pack/pack.json');
    const shard = await ask(server, '/pack/zh-Hans.articles.3f9a0c1b2d.json');
    expect([manifest.status, manifest.headers['cache-control']]).toEqual([200, 'no-cache']);
    expect(shard.headers['cache-control']).toContain('immutable');
  });

  it('packs text for those who accept brotli', async () => {
    const packed = await ask(server, '/long.js', { 'accept-encoding': 'gzip, br' });
    const plain = await ask(server, '/long.js');
    expect(packed.headers['content-encoding']).toBe('br');
    expect(brotliDecompressSync(packed.body).toString()).toBe(longText);
    expect([plain.headers['content-encoding'], plain.body.toString()]).toEqual([undefined, longText]);
  });

  it('answers 304 to a tag that still holds', async () => {
    const { headers } = await ask(server, '/long.js');
    const again = await ask(server, '/long.js', { 'if-none-match': headers.etag ?? '' });
    expect([again.status, again.body.length]).toEqual([304, 0]);
  });

  it('answers HEAD without a body, and refuses other methods', async () => {
    const head = await ask(server, '/long.js', {}, 'HEAD');
    expect([head.status, head.body.length, head.headers['content-length']]).toEqual([200, 0, String(longText.length)]);
    expect((await ask(server, '/', {}, 'POST')).status).toBe(405);
  });

  it.each([
    '/../secret.txt',
    '/%2e%2e/secret.txt',
    '/..%2fsecret.txt',
    '/zh/..%5c..%5csecret.txt',
    '/pack/../../secret.txt',
    '/link.txt',
    '/.env',
    '/%00',
    '/%zz',
    '//secret.txt',
    '/gone',
  ])('gives nothing for %s', async (path) => {
    const answer = await ask(server, path);
    expect([answer.status, answer.body.toString()]).toEqual([404, 'There is nothing here.\n']);
  });

  it('lets the caller answer by itself', async () => {
    expect((await ask(server, '/own')).status).toBe(418);
  });

  it('records what was asked', async () => {
    const before = server.requests.length;
    await ask(server, '/long.js?x=1');
    const [record] = server.requests.slice(before);
    expect([record?.method, record?.pathname, record?.search]).toEqual(['GET', '/long.js', '?x=1']);
  });

  it('rejects when the port is taken', async () => {
    await expect(startStaticServer({ mounts: [], port: server.port })).rejects.toMatchObject({ code: 'EADDRINUSE' });
  });
});

interface Answer {
  status: number;
  headers: Record<string, string | undefined>;
  body: Buffer;
}

/** Asks with the path exactly as given: `fetch` would undo the dots. */
function ask(
  server: StaticServer,
  path: string,
  headers: Record<string, string> = {},
  method = 'GET',
): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const asked = request({ host: '127.0.0.1', port: server.port, path, method, headers }, (response) => {
      const chunks: Buffer[] = [];
      response.on('data', (chunk: Buffer) => chunks.push(chunk));
      response.on('end', () =>
        resolve({
          status: response.statusCode ?? 0,
          headers: response.headers as Answer['headers'],
          body: Buffer.concat(chunks),
        }),
      );
    });
    asked.on('error', reject).end();
  });
}
