import { once } from 'node:events';
import { mkdir, rm, symlink, writeFile } from 'node:fs/promises';
import { createServer, request, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { runServe } from './serve.js';
import { byteRange } from './serve/served-file.js';
import { A_WIDGET, inFolder, type FakeContext } from './testing/fake-context.js';

const LIMIT_MS = 15_000;
const PAGE = '<html lang="en"><title>Shop</title><body><h1>Shop</h1></body></html>';
const SITE = {
  ...A_WIDGET,
  'help/refund.md': '# Refund\n\nSoon.',
  'public/index.html': PAGE,
  'public/shop/index.html': PAGE,
  'public/.env': 'hidden',
  'secret.txt': 'secret',
  'helpkiosk.json': '{"content": "help", "pages": "public", "name": "Shop"}',
};

async function until(what: string, isTrue: () => boolean): Promise<void> {
  for (let tries = 0; tries < LIMIT_MS / 20; tries++) {
    if (isTrue()) return;
    await new Promise((done) => setTimeout(done, 20));
  }
  throw new Error(`It never came to this: ${what}`);
}

/** Serves the folder of the context, tells `use` where, and stops; gives the exit code. */
async function serving(
  context: FakeContext,
  use: (url: string) => Promise<void>,
  words: readonly string[] = ['--port', '0'],
): Promise<number> {
  const running = runServe(words, context);
  try {
    await until('it serves', () => context.out.includes('Press Ctrl+C to stop.'));
    await use(/http:\/\/127\.0\.0\.1:\d+/.exec(context.out.join('\n'))![0]);
  } finally {
    context.stop();
  }
  return running;
}

/** Asks for a path exactly as it is written, which `fetch` does not. */
async function askRaw(url: string, path: string, headers: Record<string, string> = {}): Promise<[number, string]> {
  const asked = request({ host: '127.0.0.1', port: Number(new URL(url).port), path, headers });
  asked.end();
  const [answer] = await once(asked, 'response');
  let body = '';
  for await (const part of answer) body += String(part);
  return [answer.statusCode, body];
}

const textAt = async (url: string): Promise<string> => (await fetch(url)).text();

describe('helpkiosk serve', () => {
  it('serves the pages, the pack from memory, the widget, and a page of its own', () =>
    inFolder(SITE, async (context) => {
      const code = await serving(context, async (url) => {
        expect(await textAt(`${url}/`)).toBe(PAGE.replace('</body>', '<script src="/.helpkiosk/reload.js"></script>\n</body>')); // prettier-ignore
        expect(JSON.parse(await textAt(`${url}/helpkiosk/pack/pack.json`))).toMatchObject({ locales: { en: { articleCount: 1 } } }); // prettier-ignore
        expect(await textAt(`${url}/helpkiosk/1.2.3/helpkiosk.js`)).toBe('// the tag');
        const preview = await textAt(`${url}/.helpkiosk/`);
        expect(preview).toContain('src="/helpkiosk/1.2.3/helpkiosk.js" data-pack="/helpkiosk/pack/pack.json"');
        expect(await textAt(`${url}/.helpkiosk/reload.js`)).toContain('EventSource');
        expect((await fetch(`${url}/shop`, { redirect: 'manual' })).headers.get('location')).toBe('/shop/');
        expect((await fetch(`${url}/helpkiosk/pack/none.json`)).status).toBe(404);
        expect((await fetch(url, { method: 'POST' })).status).toBe(405);
      });
      expect(code).toBe(0);
      expect(context.out.at(-1)).toBe('Stopped.');
      expect(context.out.join('\n')).toContain('Paste this line before </body> of public/index.html:');
    }), LIMIT_MS); // prettier-ignore

  it.each([
    ['/../secret.txt'],
    ['/shop/../../secret.txt'],
    ['/%2e%2e/secret.txt'],
    ['/..%2fsecret.txt'],
    ['/..%5csecret.txt'],
    ['//docs'],
    ['//../secret.txt'],
    ['/.env'],
    ['/link.txt'],
    ['/helpkiosk/1.2.3/../../../secret.txt'],
    ['/helpkiosk/pack/%2e%2e/%2e%2e/secret.txt'],
    ['/.helpkiosk/../secret.txt'],
    ['/%'],
    ['/a%00b'],
    ['/node_modules/x.js'],
  ])('gives nothing for %s', (path) =>
    inFolder({ ...SITE, 'public/node_modules/x.js': 'secret' }, async (context, cwd) => {
      await symlink(join(cwd, 'secret.txt'), join(cwd, 'public/link.txt'));
      await serving(context, async (url) => {
        const [status, body] = await askRaw(url, path);
        expect([status, body]).toEqual([404, 'There is nothing here.\n']);
      });
    }), LIMIT_MS); // prettier-ignore

  it('lets a drawing that is opened by its address run nothing', () =>
    inFolder({ ...SITE, 'public/a.SVG': '<svg/>' }, async (context) => {
      await serving(context, async (url) => {
        expect((await fetch(`${url}/a.SVG`)).headers.get('content-security-policy')).toBe('sandbox');
        expect((await fetch(`${url}/`)).headers.get('content-security-policy')).toBeNull();
      });
    }), LIMIT_MS); // prettier-ignore

  it('answers no page that came by another name', () =>
    inFolder(SITE, async (context) => {
      await serving(context, async (url) => {
        expect((await askRaw(url, '/', { host: 'shop.example' }))[0]).toBe(403);
        expect((await askRaw(url, '/', { host: 'localhost:1' }))[0]).toBe(200);
      });
    }), LIMIT_MS); // prettier-ignore

  it('builds again when an article changes, tells open pages, and says which problems came and went', () =>
    inFolder(SITE, async (context, cwd) => {
      await serving(context, async (url) => {
        const events = await fetch(`${url}/.helpkiosk/events`);
        const reader = events.body!.pipeThrough(new TextDecoderStream()).getReader();
        let heard = '';
        void (async () => {
          for (let part = await reader.read(); !part.done; part = await reader.read()) heard += part.value;
        })().catch(() => {});
        const version = async (): Promise<string> => JSON.parse(await textAt(`${url}/helpkiosk/pack/pack.json`)).version;
        const before = await version();
        await writeFile(join(cwd, 'help/refund.md'), '# Refund\n\nSoon. [x](gone.md)');
        await until('the problem is named', () => context.errors.some((line) => line.startsWith('refund.md:3 broken')));
        await until('the page is told', () => heard.includes('event: reload'));
        expect(await version()).not.toBe(before);
        await mkdir(join(cwd, 'help/more'));
        await writeFile(join(cwd, 'help/more/gone.md'), '# Gone\n\nHere.');
        await writeFile(join(cwd, 'help/refund.md'), '# Refund\n\nSoon.');
        await until('it is mended', () => context.out.some((line) => line.startsWith('mended: refund.md:3 broken')));
        await rm(join(cwd, 'help/more'), { recursive: true });
        await until('an article that is gone is gone', () => context.out.at(-1)!.startsWith('Built again: 1 article ('));
      });
    }), LIMIT_MS); // prettier-ignore

  it('loads pages again when one of them changes, without a new pack', () =>
    inFolder(SITE, async (context, cwd) => {
      await serving(context, async (url) => {
        const reader = (await fetch(`${url}/.helpkiosk/events`)).body!.getReader();
        await reader.read();
        await writeFile(join(cwd, 'public/index.html'), PAGE.replace('Shop', 'Store'));
        expect(Buffer.from((await reader.read()).value!).toString()).toContain('event: reload');
        expect(context.out.filter((line) => line.startsWith('Built'))).toHaveLength(1);
      });
    }), LIMIT_MS); // prettier-ignore

  it('shows a page of its own where the owner has none', () =>
    inFolder({ ...A_WIDGET, 'docs/zh-CN/a.md': '# 退款\n\n很快。' }, async (context) => {
      await serving(context, async (url) => {
        const page = await textAt(`${url}/`);
        expect(page).toContain('<html lang="zh-Hans">');
        expect(page).toContain('data-pack="/helpkiosk/pack/pack.json"');
        expect(page).toContain('帮助预览');
      }, ['docs', '--port', '0']); // prettier-ignore
    }), LIMIT_MS); // prettier-ignore

  it('takes the next port when one is taken, and says so', () =>
    inFolder(SITE, async (context) => {
      const other: Server = createServer().listen(0, '127.0.0.1');
      await once(other, 'listening');
      const { port } = other.address() as AddressInfo;
      await serving(context, async (url) => {
        expect(Number(new URL(url).port)).toBeGreaterThan(port);
        expect(context.out.join('\n')).toContain(`Port ${port} is taken, so this is port ${new URL(url).port}.`);
      }, ['--port', String(port)]); // prettier-ignore
      other.close();
    }), LIMIT_MS); // prettier-ignore

  it('frees its port when it is stopped', () =>
    inFolder(SITE, async (context) => {
      let served = '';
      await serving(context, async (url) => void (served = url));
      await expect(fetch(served)).rejects.toThrow();
    }), LIMIT_MS); // prettier-ignore

  it.each([
    [['--port', 'eighty'], 2, /--port eighty is no port/],
    [['--port', '70000'], 2, /--port 70000 is no port/],
    [['a', 'b'], 2, /One folder at a time/],
    [['gone'], 2, /There is no gone/],
  ])('refuses %j with a sentence', (words, code, message) =>
    inFolder(SITE, async (context) => {
      expect(await runServe(words, context)).toBe(code);
      expect(context.errors[0]).toMatch(message);
    }),
  );

  it('says when the widget is not installed', () =>
    inFolder({ 'help/a.md': '# A' }, async (context) => {
      expect(await runServe(['help'], context)).toBe(1);
      expect(context.errors[0]).toMatch(/^The site could not be served: /);
    }));
});

describe('byteRange', () => {
  it.each([
    [undefined, null],
    ['bytes=0-99', { start: 0, end: 100 }],
    ['bytes=900-', { start: 900, end: 1000 }],
    ['bytes=-100', { start: 900, end: 1000 }],
    ['bytes=-5000', { start: 0, end: 1000 }],
    ['bytes=990-2000', { start: 990, end: 1000 }],
    ['bytes=1000-', 'unsatisfiable'],
    ['bytes=-0', 'unsatisfiable'],
    ['bytes=5-2', null],
    ['bytes=0-1,5-6', null],
    ['bytes=-', null],
    ['lines=0-1', null],
  ])('reads %s', (header, range) => {
    expect(byteRange(header, 1000)).toEqual(range);
  });
});
