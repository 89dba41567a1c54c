import { readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { runCheck } from './check.js';
import { runInit } from './init.js';
import { A_WIDGET, inFolder } from './testing/fake-context.js';

const TAG = '<script async src="helpkiosk/1.2.3/helpkiosk.js" data-pack="helpkiosk/pack/pack.json"></script>';
const PAGE = '<html lang="en"><title>Tea - Corner Shop</title><body></body>';
const SITE = { ...A_WIDGET, 'help/en/refund.md': '# Refund\n\nSoon.', 'public/index.html': PAGE };

/** Every file below a folder with its time and size. */
async function stateOf(folder: string): Promise<string[]> {
  const names = (await readdir(folder, { recursive: true })).sort();
  return Promise.all(
    names.map(async (name) => {
      const { mtimeMs, size } = await stat(join(folder, name));
      return `${name} ${mtimeMs} ${size}`;
    }),
  );
}

describe('helpkiosk init', () => {
  it('gets a site ready and prints the tag', () =>
    inFolder(SITE, async (context, cwd) => {
      expect(await runInit(['--yes'], context)).toBe(0);
      expect(context.errors).toEqual([]);
      expect(context.out).toContain(TAG);
      expect(context.out).toEqual(expect.arrayContaining([
        'Articles   help, 1 file',
        'Languages  en 1',
        'Pages      public (index.html)',
        'Name       Corner Shop',
        'Paste this line before </body> of public/index.html:',
      ])); // prettier-ignore
      expect(JSON.parse(await readFile(join(cwd, 'helpkiosk.json'), 'utf8'))).toEqual({
        content: 'help',
        pages: 'public',
        name: 'Corner Shop',
      });
      expect((await readdir(join(cwd, 'public/helpkiosk'), { recursive: true })).sort()).toEqual([
        '1.2.3', '1.2.3/helpkiosk.js', '1.2.3/locale', '1.2.3/locale/en', '1.2.3/locale/en/home.js',
        'pack', expect.stringMatching(/^pack\/articles-en/), expect.stringMatching(/^pack\/index-en/), 'pack/pack.json',
      ]); // prettier-ignore
    }));

  it('finds articles in folders with Chinese names', () =>
    inFolder({ ...A_WIDGET, '帮助中心/zh-CN/退款.md': '# 退款\n\n很快。', 'index.html': PAGE }, async (context) => {
      expect(await runInit(['--yes'], context)).toBe(0);
      expect(context.out).toEqual(expect.arrayContaining(['Articles   帮助中心, 1 file', 'Languages  zh-Hans 1']));
    }));

  it('changes nothing the second time, and says so', () =>
    inFolder(SITE, async (context, cwd) => {
      await runInit(['--yes'], context);
      const before = await stateOf(cwd);
      context.out.length = 0;
      expect(await runInit([], context)).toBe(0);
      expect(await stateOf(cwd)).toEqual(before);
      expect(context.out).toContain('Nothing has changed: settings, widget and pack are as they should be.');
      expect(context.out).toContain(TAG);
    }));

  it('asks for no tag once a page has it, and for the new one after an update of the widget', () =>
    inFolder({ ...SITE, 'public/shop/cup.html': PAGE }, async (context, cwd) => {
      await runInit(['--yes'], context);
      await writeFile(join(cwd, 'public/index.html'), PAGE.replace('</body>', `${TAG}</body>`));
      context.out.length = 0;
      await runInit([], context);
      expect(context.out.filter((line) => line.includes('<script'))).toEqual([]);
      await writeFile(join(cwd, 'widget/package.json'), '{"version": "1.3.0"}');
      await runInit([], context);
      expect(context.out).toContain('Replace the tag by this line in public/index.html:');
      expect(context.out).toContain(TAG.replace('1.2.3', '1.3.0'));
      expect(await readdir(join(cwd, 'public/helpkiosk'))).toEqual(['1.2.3', '1.3.0', 'pack']);
    }));

  it('mends a widget that was damaged, and a pack that is gone', () =>
    inFolder(SITE, async (context, cwd) => {
      await runInit(['--yes'], context);
      await writeFile(join(cwd, 'public/helpkiosk/1.2.3/helpkiosk.js'), 'cut of');
      await rm(join(cwd, 'public/helpkiosk/pack/pack.json'));
      context.out.length = 0;
      expect(await runInit([], context)).toBe(0);
      expect(await readFile(join(cwd, 'public/helpkiosk/1.2.3/helpkiosk.js'), 'utf8')).toBe('// the tag');
      expect(context.out).toContain('Renewed the widget: public/helpkiosk/1.2.3');
      expect(context.out.join('\n')).toContain('Built the pack: 1 article');
    }));

  it.each([
    ['en', 'help/en/contact.md', 'How to reach us'],
    ['zh-CN', 'help/zh-Hans/contact.md', '如何联系我们'],
  ])('writes a first article in %s where there is none', (language, path, title) =>
    inFolder({ ...A_WIDGET, 'index.html': `<html lang="${language}"><title>Shop</title>` }, async (context, cwd) => {
      expect(await runInit(['--yes'], context)).toBe(0);
      expect(await readFile(join(cwd, path), 'utf8')).toContain(`title: ${title}`);
      expect(context.out).toContain(`Wrote a first article, which is yours to edit: ${path}`);
      expect(context.out).toContain(TAG);
      expect(await runCheck([], context)).toBe(0);
    }),
  );

  it('gives pages in folders a tag of their own', () =>
    inFolder({ ...SITE, 'public/shop/cup.html': PAGE, 'public/shop/tea.html': PAGE }, async (context) => {
      await runInit(['--yes'], context);
      expect(context.out).toContain('Paste this line before </body> of public/shop/cup.html (and 1 more beside it):');
      expect(context.out).toContain(TAG.replaceAll('"helpkiosk/', '"../helpkiosk/'));
    }));

  it('puts files where a build copies them, and pages that a system makes get addresses for every depth', () =>
    inFolder(
      { ...A_WIDGET, 'docusaurus.config.ts': '', 'docs/intro.md': '# Intro\n\nHello.' },
      async (context, cwd) => {
        expect(await runInit(['--yes'], context)).toBe(0);
        expect(await readdir(join(cwd, 'static/helpkiosk'))).toEqual(['1.2.3', 'pack']);
        expect(context.out).toContain(TAG.replaceAll('"helpkiosk/', '"/helpkiosk/'));
      },
    ));

  it('keeps page and copied folder of a bundler apart', () =>
    inFolder({ ...SITE, 'public/index.html': '', 'index.html': PAGE }, async (context, cwd) => {
      await rm(join(cwd, 'public/index.html'));
      await runInit(['--yes'], context);
      expect(JSON.parse(await readFile(join(cwd, 'helpkiosk.json'), 'utf8'))).toMatchObject({
        pages: '.',
        public: 'public',
      });
      expect(context.out).toContain(TAG);
    }));

  it('asks only where there is a choice, and never with --yes', () =>
    inFolder(
      { ...SITE, 'docs/a.md': '# A\n\nText.' },
      async (context, cwd) => {
        await runInit([], context);
        expect(JSON.parse(await readFile(join(cwd, 'helpkiosk.json'), 'utf8')).content).toBe('docs');
        expect(context.out).toContain('           not taken: help');
        await rm(join(cwd, 'helpkiosk.json'));
        await runInit(['--yes'], context);
        expect(JSON.parse(await readFile(join(cwd, 'helpkiosk.json'), 'utf8')).content).toBe('help');
      },
      { answers: [1] },
    ));

  it('sends articles that lie beside everything else into a folder, and writes nothing', () =>
    inFolder({ ...A_WIDGET, 'refund.md': '# Refund', 'index.html': PAGE }, async (context, cwd) => {
      expect(await runInit(['--yes'], context)).toBe(1);
      expect(context.errors.join('\n')).toMatch(/^refund\.md lie .*\nMove them into a folder/);
      expect((await readdir(cwd)).sort()).toEqual(['index.html', 'refund.md', 'widget']);
    }));

  it('says what the file system refuses, and writes no settings then', () =>
    inFolder({ ...SITE, 'public/helpkiosk': 'a file' }, async (context, cwd) => {
      expect(await runInit(['--yes'], context)).toBe(1);
      expect(context.errors).toEqual([expect.stringMatching(/^The site could not be made ready: .*helpkiosk.*: .*\((ENOTDIR|EEXIST)\)$/)]); // prettier-ignore
      expect(await readdir(cwd)).not.toContain('helpkiosk.json');
    }));

  it('leaves a wrong helpkiosk.json as it is', () =>
    inFolder({ ...SITE, 'helpkiosk.json': '{"contnet": "help"}' }, async (context, cwd) => {
      expect(await runInit([], context)).toBe(1);
      expect(context.errors[0]).toContain('did you mean "content"?');
      expect(await readFile(join(cwd, 'helpkiosk.json'), 'utf8')).toBe('{"contnet": "help"}');
    }));

  it.each([[['docs']], [['--force']]])('refuses %j with a sentence', (words) =>
    inFolder(SITE, async (context) => {
      expect(await runInit(words, context)).toBe(2);
      expect(context.errors[1]).toMatch(/^Usage:/);
    }),
  );
});
