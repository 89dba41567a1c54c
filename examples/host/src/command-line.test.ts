import { readFile } from 'node:fs/promises';
import { describe, expect, it } from 'vitest';
import { readCommandLine } from './command-line.js';

describe('readCommandLine', () => {
  it('has a port and nothing else by default', () => {
    expect(readCommandLine([], {})).toEqual({ port: 4180, origins: [], identity: {}, staff: false });
  });

  it('takes every option, and secrets from the environment', () => {
    const args =
      '--port 0 --hostname 0.0.0.0 --store x.db --origin https://a.example --origin https://b.example --trusted-proxies 1 --jwks-url https://a.example/keys --issuer i --audience a --staff --agents 2 --visitors 0.9 --pace 10';
    const environment = { HELPKIOSK_TOKEN_SECRET: 't', HELPKIOSK_JWT_SECRET: 's', DATABASE_URL: 'postgres://x' };
    expect(readCommandLine(args.split(' '), environment)).toEqual({
      ...{ port: 0, hostname: '0.0.0.0', store: 'x.db', origins: ['https://a.example', 'https://b.example'] },
      ...{ trustedProxies: 1, staff: { agents: 2, visitors: 0.9, pace: 10 } },
      identity: { secret: 's', jwksUrl: 'https://a.example/keys', issuer: 'i', audience: 'a' },
      ...{ tokenSecret: 't', databaseUrl: 'postgres://x' },
    });
  });

  it.each([['--port x'], ['--pace -1'], ['--nothing'], ['loose']])('refuses %s', (text) => {
    expect(() => readCommandLine(text.split(' '), {})).toThrow();
  });

  it('takes what the README names, and the README names what it takes', async () => {
    const readme = await readFile(new URL('../README.md', import.meta.url), 'utf8');
    const table = readme.split('\n').filter((line) => line.startsWith('| `--'));
    const named = table.flatMap((line) => [...line.split('|')[1]!.matchAll(/--([\w-]+)/g)].map(([, name]) => name!));
    const switches = ['staff'];
    for (const name of named)
      expect(() => readCommandLine([`--${name}`, ...(switches.includes(name) ? [] : ['1'])], {})).not.toThrow();
    expect(new Set(named).size).toBe(13);
  });
});
