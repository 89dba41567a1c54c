import { createMemoryStore, HelpError } from '@helpkiosk/core';
import type { ReadFile } from '@helpkiosk/core';
import { createDeferred } from '@helpkiosk/core/testing';
import { describe, expect, it, vi } from 'vitest';
import { openPack } from './open-pack.js';
import { demoArticles } from './testing/demo-articles.js';
import { checkSum } from './check-sum.js';
import { encodeIndexFile } from './index-file.js';
import { PACK_FORMAT } from './pack-format.js';
import { memoryPack, readFrom, withManifest } from './testing/memory-pack.js';

const INDEX = 'index-en-v1.bin';
const ARTICLES = 'articles-en-0-v1.json';

describe('openPack', () => {
  it('reads the manifest alone, and the files of a locale when it is first asked about, once', async () => {
    const log: string[] = [];
    const search = await openPack(readFrom(memoryPack(demoArticles), log));
    expect(log).toEqual(['pack.json']);
    expect(search.locales()).toEqual(['zh-Hans', 'en']);
    await Promise.all([search.query('refund', { locale: 'en' }), search.query('invoice', { locale: 'en' })]);
    await search.query('invoice', { locale: 'en' });
    expect(log.sort()).toEqual([ARTICLES, INDEX, 'pack.json'].sort());
  });

  it('lists contents without reading any article', async () => {
    const log: string[] = [];
    const search = await openPack(readFrom(memoryPack(demoArticles), log));
    expect(await search.browse({ locale: 'en' })).toMatchObject({ builtAt: 1767603600000, total: 5 });
    expect(log).toEqual(['pack.json', INDEX]);
  });

  it('reads again what could not be read', async () => {
    const files = memoryPack(demoArticles);
    let failures = 1;
    const read: ReadFile = async (name, options) => {
      if (name === INDEX && failures-- > 0) throw new TypeError('failed to fetch');
      return readFrom(files)(name, options);
    };
    const search = await openPack(read);
    await expect(search.query('refund', { locale: 'en' })).rejects.toMatchObject({
      code: 'network',
      details: { file: INDEX },
    });
    expect((await search.query('refund', { locale: 'en' })).total).toBe(1);
  });

  it('keeps the HelpError that reading throws', async () => {
    const error = new HelpError('forbidden');
    await expect(openPack(async () => Promise.reject(error))).rejects.toBe(error);
  });

  it('refuses a pack of another analysis', async () => {
    const other = withManifest(memoryPack(demoArticles), (manifest) => (manifest['analyser'] = 'words 99'));
    await expect(openPack(readFrom(other))).rejects.toMatchObject({ code: 'pack-incompatible' });
  });

  it('reads a file of the wrong size once more, then says pack-missing', async () => {
    const files = memoryPack(demoArticles);
    const log: string[] = [];
    files.set(INDEX, files.get(INDEX)!.slice(0, 50));
    const search = await openPack(readFrom(files, log));
    await expect(search.query('refund', { locale: 'en' })).rejects.toMatchObject({
      code: 'pack-missing',
      details: { file: INDEX, reason: 'bytes' },
    });
    expect(log.filter((name) => name === INDEX)).toHaveLength(2);
  });

  it('says pack-missing for an index that its engine cannot read', async () => {
    const nothing = { text: '', bytes: new Uint8Array(), postings: 0 };
    const stems = { rules: 's1', least: 3, front: '(' };
    const bytes = encodeIndexFile({ format: PACK_FORMAT, locale: 'en', docs: [], files: [], stems, ...nothing });
    const files = withManifest(memoryPack(demoArticles), ({ locales }) => {
      const { en } = locales as { en: { index: object } };
      Object.assign(en.index, { bytes: bytes.length, check: checkSum(bytes) });
    });
    const search = await openPack(readFrom(files.set(INDEX, bytes)));
    await expect(search.query('refund', { locale: 'en' })).rejects.toMatchObject({
      code: 'pack-missing',
      details: { file: INDEX, reason: 'engine' },
    });
  });

  it('reads a file that is no good once more', async () => {
    const files = memoryPack(demoArticles);
    let damaged = true;
    const search = await openPack(async (name) => {
      const bytes = files.get(name)!;
      if (name !== INDEX || !damaged) return bytes;
      damaged = false;
      return new Uint8Array(bytes.length);
    });
    expect((await search.query('refund', { locale: 'en' })).total).toBe(1);
  });

  it('does not stop a load that another question waits for', async () => {
    const gate = createDeferred();
    const files = memoryPack(demoArticles);
    const search = await openPack(async (name, options) => {
      if (name === INDEX) await gate.promise;
      return readFrom(files)(name, options);
    });
    const controller = new AbortController();
    const first = search.query('refund', { locale: 'en', signal: controller.signal });
    const second = search.query('refund', { locale: 'en' });
    controller.abort();
    await expect(first).rejects.toMatchObject({ name: 'AbortError' });
    gate.resolve();
    expect((await second).total).toBe(1);
  });

  it('aborts what it reads when it is closed', async () => {
    const files = memoryPack(demoArticles);
    let reading: AbortSignal | undefined;
    const search = await openPack(async (name, options) => {
      if (name === 'pack.json') return files.get(name)!;
      reading = options.signal;
      return new Promise((_, reject) =>
        options.signal!.addEventListener('abort', () => reject(options.signal!.reason)),
      );
    });
    const running = search.query('refund', { locale: 'en' });
    await vi.waitFor(() => expect(reading?.aborted).toBe(false));
    search.close();
    await expect(running).rejects.toMatchObject({ code: 'unavailable' });
    expect(reading!.aborted).toBe(true);
  });

  it('moves to a newer pack when a file of the old one is gone', async () => {
    const files = memoryPack(demoArticles);
    const onUpdate = vi.fn();
    const read: ReadFile = async (name) => {
      const bytes = files.get(name);
      if (!bytes) throw new HelpError('pack-missing', { file: name });
      return bytes;
    };
    const search = await openPack(read, { onUpdate });
    files.clear();
    for (const [name, bytes] of memoryPack(demoArticles.slice(0, 9), { version: 'v2' })) files.set(name, bytes);
    expect(await search.browse({ locale: 'en' })).toMatchObject({ total: 4 });
    expect(onUpdate).toHaveBeenCalledOnce();
    files.clear();
    await expect(search.query('密码', { locale: 'zh' })).rejects.toMatchObject({ code: 'pack-missing' });
  });

  it('answers without a network from a cache that an earlier one has filled', async () => {
    const cache = createMemoryStore();
    const first = await openPack(readFrom(memoryPack(demoArticles, { hashed: true })), { cache });
    await first.query('refund', { locale: 'en' });
    await vi.waitFor(async () => expect(await cache.keys()).toContain('pack.json'));
    const search = await openPack(async () => Promise.reject(new TypeError('failed to fetch')), { cache });
    expect((await search.query('refund', { locale: 'en' })).results[0]?.articleId).toBe('refund');
  });
});
