import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { createServer, type AddressInfo } from 'node:net';
import { fileURLToPath } from 'node:url';
import { afterEach, expect, it } from 'vitest';
import { demoPolicy } from '../../scripts/lib/demo.mjs';

const START_LIMIT_MS = 300_000;

let child: ChildProcess | undefined;
afterEach(() => void child?.kill('SIGKILL'));

/** Runs the command until it says how to stop it; rejects with all that it has said when it ends before. */
function start(ports: Readonly<Record<string, string>>): Promise<string> {
  const script = fileURLToPath(new URL('../../scripts/start.mjs', import.meta.url));
  const started = (child = spawn(process.execPath, [script], { env: { ...process.env, ...ports } }));
  return new Promise((resolve, reject) => {
    let said = '';
    for (const stream of [started.stdout, started.stderr])
      stream.setEncoding('utf8').on('data', (text: string) => {
        said += text;
        if (said.includes('Press Ctrl+C')) resolve(said);
      });
    started.on('error', reject);
    started.on('exit', (code) => reject(new Error(`The command ended with ${code}: ${said}`)));
  });
}

/** Takes a port that somebody else would like to have. */
async function takePort(): Promise<{ port: number; release(): Promise<unknown> }> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  return { port, release: () => new Promise((resolve) => server.close(resolve)) };
}

const policyOf = async (url: string): Promise<string | null> =>
  (await fetch(url)).headers.get('content-security-policy');

it(
  'prints addresses that answer with the policy, wires the shop to a host, and ends when it is told to',
  async () => {
    const taken = await takePort();
    const said = await start({ PORT: '0', HOST_PORT: String(taken.port) });
    const urls = said.match(/http:\/\/\S+/g) ?? [];
    const [host = ''] = urls.splice(-1);
    const pages = new Map(urls.map((url) => [new URL(url).pathname, url]));
    expect([...pages.keys()].sort()).toEqual(['/', '/faq.html', '/waiting.html', '/waiting.zh.html', '/zh.html']);
    for (const url of urls) {
      const answer = await fetch(url);
      expect([url, answer.status]).toEqual([url, 200]);
      expect(await answer.text()).toContain('helpkiosk.js');
    }
    for (const file of ['/helpkiosk/helpkiosk.js', '/helpkiosk/desk/simulated-desk.js', '/pack/pack.json'])
      expect([file, (await fetch(new URL(file, urls[0]))).status]).toEqual([file, 200]);

    expect(Number(new URL(host).port)).toBeGreaterThan(taken.port);
    for (const path of ['/', '/zh.html']) {
      expect(await (await fetch(pages.get(path)!)).text()).toContain(`data-host="${host}"`);
      expect(await policyOf(pages.get(path)!)).toContain(`connect-src 'self' ${host};`);
    }
    for (const path of ['/faq.html', '/waiting.html']) expect(await policyOf(pages.get(path)!)).toBe(demoPolicy);
    const { origin } = new URL(urls[0]!);
    const status = await fetch(`${host}/v1/status?locale=en`, { headers: { origin } });
    expect(status.headers.get('access-control-allow-origin')).toBe(origin);
    const { agents } = (await status.json()) as { agents: { online: number } };
    expect(agents.online).toBeGreaterThan(0);

    const ended = once(child!, 'exit');
    child!.kill('SIGINT');
    expect(await ended).toEqual([0, null]);
    for (const url of [urls[0]!, host]) await expect(fetch(url)).rejects.toThrow();
    await taken.release();
  },
  START_LIMIT_MS,
);

it.each([
  ['PORT', 'eighty'],
  ['HOST_PORT', '65536'],
])('says that it cannot use %s %s, and ends with a failure', async (name, port) => {
  await expect(start({ [name]: port })).rejects.toThrow(`ended with 1: ${name} is ${port}: set it to a number`);
});
