// From an empty folder to a working widget on one's own page, with the packages as npm would publish them.
import { execFile, spawn, type ChildProcess } from 'node:child_process';
import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { startStaticServer } from '../../scripts/lib/static-server.mjs';
import { launchChromium } from '../support/chromium.js';

const LIMIT_MS = 120_000;
const MOST_COMMANDS = 5;
const root = fileURLToPath(new URL('../..', import.meta.url));

const ARTICLES = {
  'refund.md': '# When is my refund paid?\n\nWithin five days, to the card you paid with.\n',
  'delivery.md': '# How long does a parcel take?\n\nTwo days within the country. See also [refunds](refund.md).\n',
  'password.md': '# How do I set a new password?\n\n1. Open the sign-in page.\n2. Choose “Forgotten”.\n',
};
const PAGE = `<!doctype html>
<html lang="en">
  <head>
    <meta charset="utf-8" />
    <link rel="icon" href="data:," />
    <title>Tea and cups · Corner Shop</title>
    <meta name="theme-color" content="#0a7d55" />
  </head>
  <body>
    <h1>Tea and cups</h1>
  </body>
</html>
`;

interface Ran {
  code: number;
  output: string;
}

let browser: Browser;
let folder: string;
const running = new Set<ChildProcess>();
const commands: string[] = [];

beforeAll(async () => {
  browser = await launchChromium();
  folder = await mkdtemp(join(tmpdir(), 'helpkiosk-owner-'));
});
afterAll(async () => {
  for (const child of running) stop(child, 'SIGKILL');
  await browser.close();
  await rm(folder, { recursive: true, force: true });
});

/** What npm tells the scripts it runs would make our npm work in its folder, not in ours. */
const environment = Object.fromEntries(
  Object.entries(process.env).filter(([name]) => !/^(?:INIT_CWD|npm_(?:package|lifecycle)_|npm_config_(?:local_prefix|prefix|workspace))/.test(name)), // prettier-ignore
);

/** Packs the built packages; gives the paths of the archives. */
async function packAll(target: string): Promise<string[]> {
  const { workspaces } = JSON.parse(await readFile(join(root, 'package.json'), 'utf8')) as { workspaces: string[] };
  const published = workspaces.filter((workspace) => workspace.startsWith('packages/'));
  const chosen = published.flatMap((workspace) => ['--workspace', workspace]);
  const args = ['pack', '--silent', '--ignore-scripts', '--pack-destination', target, ...chosen];
  await mkdir(target, { recursive: true });
  await new Promise<void>((done, fail) => {
    execFile('npm', args, { cwd: root, env: environment }, (error) => (error ? fail(error) : done()));
  });
  return (await readdir(target)).map((name) => join(target, name));
}

function stop(child: ChildProcess, signal: NodeJS.Signals): void {
  try {
    process.kill(-child.pid!, signal);
  } catch (error) {
    if ((error as { code?: string }).code !== 'ESRCH') throw error;
  }
}

/** Starts a command line as the owner does, in the site's folder. `said` resolves when its output holds `words`, or when it ends. */
function start(
  command: string,
  cwd: string,
): { child: ChildProcess; ended: Promise<Ran>; said(words: string): Promise<string> } {
  commands.push(command);
  const child = spawn(command, { cwd, env: environment, shell: true, detached: true });
  running.add(child);
  let output = '';
  const hear: (() => void)[] = [];
  for (const stream of [child.stdout, child.stderr])
    stream.setEncoding('utf8').on('data', (text: string) => {
      output += text;
      hear.forEach((each) => each());
    });
  const ended = new Promise<Ran>((done, fail) => {
    child.on('error', fail);
    child.on('close', (code) => {
      running.delete(child);
      console.log(`$ ${command}\n${output.trim()}\n=> ${code}\n`);
      done({ code: code ?? 1, output });
    });
  });
  return {
    child,
    ended,
    said: (words) =>
      new Promise((done, fail) => {
        const look = (): void => void (output.includes(words) && done(output));
        hear.push(look);
        look();
        void ended.then(() => fail(new Error(`It ended without "${words}": ${output}`)));
      }),
  };
}

async function answerOn(url: string, question: string): Promise<string> {
  const page = await browser.newPage();
  const heard: string[] = [];
  page.on('console', (message) => heard.push(message.text()));
  page.on('pageerror', (error) => heard.push(error.message));
  await page.goto(url);
  const kiosk = page.locator('help-kiosk');
  await kiosk.locator('[part=launcher]').click();
  await kiosk.getByRole('combobox').fill(question);
  await kiosk.getByRole('option').first().click();
  const title = await kiosk.locator('.view-title').textContent();
  await kiosk.getByText('Within five days').first().waitFor();
  expect(heard).toEqual([]);
  await page.close();
  return title ?? '';
}

it(
  'leads from an empty folder to an answer in at most five commands',
  async () => {
    const archives = await packAll(join(folder, 'archives'));
    expect(archives).toHaveLength(5);
    const site = join(folder, 'shop');
    await mkdir(join(site, 'help'), { recursive: true });
    for (const [name, text] of Object.entries(ARTICLES)) await writeFile(join(site, 'help', name), text);
    await writeFile(join(site, 'index.html'), PAGE);

    const install = `npm install --prefer-offline --no-audit --no-fund --prefix . ${archives.join(' ')}`;
    expect(await start(install, site).ended).toMatchObject({ code: 0 });

    const init = await start('npx helpkiosk init', site).ended;
    expect(init.code).toBe(0);
    const tag = /^<script async .*<\/script>$/m.exec(init.output)?.[0];
    expect(tag).toMatch(/ data-pack="helpkiosk\/pack\/pack\.json" data-accent="#0a7d55">/);
    await writeFile(join(site, 'index.html'), PAGE.replace('</body>', `  ${tag}\n  </body>`));

    const check = await start('npx helpkiosk check', site).ended;
    expect(check).toEqual({ code: 0, output: expect.stringContaining('0 errors, 0 warnings') });

    const serve = start('npx helpkiosk serve --port 0', site);
    const [url] = /http:\/\/127\.0\.0\.1:\d+\//.exec(await serve.said('Press Ctrl+C'))!;
    expect(await answerOn(url, 'when do I get my refund')).toBe('When is my refund paid?');
    stop(serve.child, 'SIGINT');
    expect((await serve.ended).output).toContain('Stopped.');

    expect(await start('npx helpkiosk build', site).ended).toMatchObject({ code: 0 });
    expect(commands.length).toBeLessThanOrEqual(MOST_COMMANDS);

    // As it will be published: any server, any path, none of our software running.
    const server = await startStaticServer({ mounts: [{ url: '/customers/tea/', folder: site }] });
    expect(await answerOn(`${server.url}/customers/tea/`, 'refund')).toBe('When is my refund paid?');
    await server.close();
  },
  LIMIT_MS,
);
