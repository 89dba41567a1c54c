import { readdir, readFile, rename, writeFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { createTemporaryFolder } from '../testing/temporary-folder.js';
import { writePackFiles, type FileWriter } from './write-files.js';

const bytes = (text: string): Uint8Array => Buffer.from(text);
const OLD = new Map([
  ['pack.json', bytes('old')],
  ['index-en-0123456789.json', bytes('old index')],
]);
const NEW = new Map([
  ['pack.json', bytes('new')],
  ['index-en-9876543210.json', bytes('new index')],
]);

const refused = (path: string): Error => Object.assign(new Error('EROFS'), { code: 'EROFS', path });
/** A disk that refuses at one step. */
const readOnlyAt = (step: (path: string) => boolean): FileWriter => ({
  writeFile: (path, content) => (step(path) ? Promise.reject(refused(path)) : writeFile(path, content)),
  rename: (from, to) => (step(to) ? Promise.reject(refused(to)) : rename(from, to)),
});

describe('writePackFiles', () => {
  it.each([
    ['its first write', (path: string) => path.includes('.tmp')],
    ['the move of a file', (path: string) => !path.includes('.tmp') && basename(path).startsWith('index-')],
    ['the move of the manifest', (path: string) => !path.includes('.tmp') && basename(path) === 'pack.json'],
  ])('keeps the old pack whole when the disk refuses %s', async (_, step) => {
    const folder = await createTemporaryFolder();
    await writePackFiles(folder.path, OLD);
    await expect(writePackFiles(folder.path, NEW, readOnlyAt(step))).rejects.toThrow('EROFS');
    expect((await readdir(folder.path)).sort()).toEqual([...OLD.keys()].sort());
    expect(await readFile(join(folder.path, 'pack.json'), 'utf8')).toBe('old');
    await folder.remove();
  });

  it('moves the manifest last', async () => {
    const folder = await createTemporaryFolder();
    const moved: string[] = [];
    const writer: FileWriter = { writeFile, rename: (from, to) => (moved.push(basename(to)), rename(from, to)) };
    await writePackFiles(folder.path, NEW, writer);
    expect(moved).toEqual(['index-en-9876543210.json', 'pack.json']);
    await folder.remove();
  });

  it('clears up after a build that was killed', async () => {
    const folder = await createTemporaryFolder({ '.helpkiosk-4194304999.tmp/pack.json': 'half' });
    await writePackFiles(folder.path, NEW);
    expect((await readdir(folder.path)).sort()).toEqual([...NEW.keys()].sort());
    await folder.remove();
  });
});
