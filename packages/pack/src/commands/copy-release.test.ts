import { readdir, readFile, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { copyRelease } from './copy-release.js';
import { A_WIDGET, inFolder } from './testing/fake-context.js';
import { readRelease } from './widget-release.js';

describe('readRelease', () => {
  it('lists what is served, and leaves out what is for compilers', () =>
    inFolder(A_WIDGET, async (_, cwd) => {
      expect(await readRelease(join(cwd, 'widget'))).toMatchObject({
        version: '1.2.3',
        files: ['helpkiosk.js', 'locale/en/home.js'],
      });
    }));

  it('rejects for a widget that is not built', () =>
    inFolder({ 'widget/package.json': '{"version": "1.2.3"}', 'widget/dist/a.js': '' }, async (_, cwd) => {
      await expect(readRelease(join(cwd, 'widget'))).rejects.toThrow('has no helpkiosk.js');
    }));
});

describe('copyRelease', () => {
  const copied = (use: (copy: () => Promise<string>, target: string, cwd: string) => Promise<void>): Promise<void> =>
    inFolder(A_WIDGET, async (_, cwd) => {
      const release = await readRelease(join(cwd, 'widget'));
      const target = join(cwd, 'public/helpkiosk/1.2.3');
      await use(() => copyRelease(release, target), target, cwd);
    });

  it('copies once, and writes nothing when all is there', () =>
    copied(async (copy, target) => {
      expect(await copy()).toBe('copied');
      const { mtimeMs } = await stat(join(target, 'helpkiosk.js'));
      expect(await copy()).toBe('unchanged');
      expect((await stat(join(target, 'helpkiosk.js'))).mtimeMs).toBe(mtimeMs);
    }));

  it.each([
    ['a file of it was changed', (target: string) => writeFile(join(target, 'helpkiosk.js'), 'other')],
    ['a file of another build lies in it', (target: string) => writeFile(join(target, 'view-old.js'), '')],
  ])('renews the folder when %s, and leaves nothing beside it', (_, spoil) =>
    copied(async (copy, target) => {
      await copy();
      await spoil(target);
      expect(await copy()).toBe('renewed');
      expect(await readFile(join(target, 'helpkiosk.js'), 'utf8')).toBe('// the tag');
      expect((await readdir(target)).sort()).toEqual(['helpkiosk.js', 'locale']);
      expect(await readdir(join(target, '..'))).toEqual(['1.2.3']);
    }),
  );

  it('keeps the release that is there when the new one cannot be copied', () =>
    copied(async (copy, target, cwd) => {
      await copy();
      await writeFile(join(target, 'helpkiosk.js'), 'old, and it works');
      const broken = { version: '1.2.3', folder: join(cwd, 'widget/dist'), files: ['helpkiosk.js', 'gone.js'] };
      await expect(copyRelease(broken, target)).rejects.toThrow('ENOENT');
      expect(await readFile(join(target, 'helpkiosk.js'), 'utf8')).toBe('old, and it works');
      expect(await readdir(join(target, '..'))).toEqual(['1.2.3']);
    }));
});
