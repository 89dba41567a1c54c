import { createServer, type RequestListener } from 'node:http';
import { describe, expect, it } from 'vitest';
import { runCheckHost } from './check-host.js';
import { aContext } from './testing/fake-context.js';

const STATUS = { state: 'unknown', observedAt: Date.now(), supports: {} };
const problem = (status: number) => ({ type: 'about:blank', title: 'Nothing is here', status, code: 'refused' });

/** A host that serves a status and nothing else. */
const aStatus =
  (status: object = STATUS): RequestListener =>
  ({ url, method, headers }, response) => {
    const isStatus = method === 'GET' && url?.startsWith('/help/v1/status');
    const isKnown = isStatus && headers['if-none-match'] === '"1"';
    response.writeHead(isKnown ? 304 : isStatus ? 200 : 404, {
      'content-type': isStatus ? 'application/json' : 'application/problem+json',
      etag: '"1"',
    });
    response.end(isKnown ? undefined : JSON.stringify(isStatus ? status : problem(404)));
  };

async function run(listener: RequestListener, ...words: string[]) {
  const server = createServer(listener);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as { port: number };
  const context = aContext('.');
  try {
    const code = await runCheckHost([`http://127.0.0.1:${port}/help`, ...words], context);
    return { code, ...context };
  } finally {
    server.closeAllConnections();
    server.close();
  }
}

describe('helpkiosk check-host', () => {
  it('prints a line for each check, and the sum', async () => {
    const { code, out, errors } = await run(aStatus());
    expect([code, errors]).toEqual([0, []]);
    expect(out[0]).toBe('ok   status: is a ServiceStatus, for everybody');
    expect(out).toContain(
      '-    origins: the owner’s page may ask, with the headers of the protocol (no origin was given)',
    );
    expect(out).toContain('ok   over a bad way: status: tells figures that agree');
    const passed = out.filter((line) => line.startsWith('ok ')).length;
    expect(out.at(-1)).toBe(`${passed} passed, 0 failed`);
  });

  it('says what does not hold, and ends with 1', async () => {
    const { code, out } = await run(aStatus({ ...STATUS, nextChangeAt: 0 }), '--no-faults');
    expect(code).toBe(1);
    expect(out.filter((line) => line.startsWith('FAIL'))).toEqual([
      'FAIL status: says no date with nothing, not with the year 0001 or 1970 (nextChangeAt must be at least 978307200000, is 0)',
    ]);
    expect(out.at(-1)).toMatch(/^\d+ passed, 1 failed$/);
    expect(out.join('\n')).not.toContain('bad way');
  });

  it('prints one JSON object with --json', async () => {
    const { code, out } = await run(aStatus(), '--no-faults', '--json', '--origin', 'https://shop.example');
    expect([code, out.length]).toEqual([1, 1]);
    const { passed, failed, results } = JSON.parse(out[0]!) as { passed: number; failed: number; results: unknown[] };
    expect([failed, results.length - passed - failed]).toEqual([1, 1]);
  });

  it.each([
    [[], /^Which host\?/],
    [['localhost:4180'], /^localhost:4180 is no URL/],
    [['ftp://host.example'], /is no URL/],
    [['https://host.example/help/v1/'], /^Leave out \/v1: https:\/\/host\.example\/help$/],
    [['http://a.example', 'http://b.example'], /^One host at a time/],
    [['http://a.example', '--orgin', 'x'], /did you mean --origin\?/],
  ])('refuses %j with a sentence', async (words, message) => {
    const context = aContext('.');
    expect(await runCheckHost(words, context)).toBe(2);
    expect(context.out).toEqual([]);
    expect(context.errors[0]).toMatch(message);
    expect(context.errors[1]).toMatch(/^Usage:/);
  });

  it('stops when it is told to', async () => {
    const context = aContext('.');
    context.stop();
    expect(await runCheckHost(['http://127.0.0.1:9'], context)).toBe(1);
    expect(context.errors).toEqual(['The host could not be checked: it was stopped']);
  });

  it('explains itself with --help', async () => {
    const context = aContext('.');
    expect(await runCheckHost(['--help'], context)).toBe(0);
    for (const option of ['--origin', '--token', '--topic', '--no-faults', '--json', 'Exit code'])
      expect(context.out[0]).toContain(option);
  });
});
