import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { afterEach, expect, it } from 'vitest';
import { demoPolicy } from '../../scripts/lib/demo.mjs';

const START_LIMIT_MS = 300_000;

let child: ChildProcess | undefined;
afterEach(() => void child?.kill('SIGKILL'));

/** Runs the command until it says how to stop it; rejects with all that it has said when it ends before. */
function start(port: string): Promise<string> {
  const script = fileURLToPath(new URL('../../scripts/start.mjs', import.meta.url));
  const started = (child = spawn(process.execPath, [script], { env: { ...process.env, PORT: port } }));
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

it(
  'prints addresses that answer with the policy, and ends when it is told to',
  async () => {
    const said = await start('0');
    const urls = said.match(/http:\/\/\S+/g) ?? [];
    expect(urls.map((url) => new URL(url).pathname).sort()).toEqual(['/', '/faq.html', '/zh.html']);
    for (const url of urls) {
      const answer = await fetch(url);
      expect([url, answer.status]).toEqual([url, 200]);
      expect(answer.headers.get('content-security-policy')).toBe(demoPolicy);
      expect(await answer.text()).toContain('helpkiosk.js');
    }
    for (const file of ['/helpkiosk/helpkiosk.js', '/helpkiosk/panel.js', '/pack/pack.json'])
      expect([file, (await fetch(new URL(file, urls[0]))).status]).toEqual([file, 200]);
    const ended = once(child!, 'exit');
    child!.kill('SIGTERM');
    expect(await ended).toEqual([0, null]);
    await expect(fetch(urls[0]!)).rejects.toThrow();
  },
  START_LIMIT_MS,
);

it('says which PORT it cannot use, and ends with a failure', async () => {
  await expect(start('eighty')).rejects.toThrow(/ended with 1: PORT is eighty/);
});
