import { createMemoryStore, HelpError } from '@helpkiosk/core';
import type { LocalQueryOptions, ReadFile } from '@helpkiosk/core';
import { createFakeEnv } from '@helpkiosk/core/testing';
import { describe, expect, it, vi } from 'vitest';
import { demoArticles } from './testing/demo-articles.js';
import { aPack, ENGLISH, englishIn, excerptOf, filled, offline, opened, settled } from './testing/kept-packs.js';
import { memoryPack, readFrom } from './testing/memory-pack.js';

describe('openKeptPack', () => {
  it('keeps index and articles of the language that was asked about, and nothing of another', async () => {
    const files = aPack();
    const store = await filled(files);
    expect((await store.keys()).sort()).toEqual([...englishIn(files.keys()), 'pack.json'].sort());
  });

  it('answers without a network from then on', async () => {
    const { search } = await opened(await filled(), new Map(), { read: offline });
    expect(await excerptOf(search)).toContain('five working days');
    expect((await search.article('refund', 'en'))?.title).toBe('When a refund arrives');
    expect(await search.browse(ENGLISH)).toMatchObject({ builtAt: 1767603600000, total: 5 });
    await expect(search.query('密码', { locale: 'zh' })).rejects.toMatchObject({ code: 'network' });
  });

  it('reads the manifest alone, after the answer, where nothing has changed', async () => {
    const { search, log } = await opened(await filled(), aPack());
    expect(log).toEqual([]);
    await search.query('refund', ENGLISH);
    await settled();
    expect(log).toEqual(['pack.json']);
    await search.query('invoice', ENGLISH);
    await settled();
    expect(log).toEqual(['pack.json']);
  });

  it('keeps another language as well once it is asked about', async () => {
    const files = aPack();
    const store = await filled(files);
    const { search } = await opened(store, files);
    await search.query('退款', { locale: 'zh' });
    await settled();
    expect((await store.keys()).sort()).toEqual([...files.keys()].sort());
  });

  it('does not fetch bodies beyond 5 MB ahead', async () => {
    const body = 'refund '.repeat(200_000);
    const sources = [1, 2, 3, 4, 5].map((n) => ({
      id: `a${n}`,
      locale: 'en',
      title: `Refund ${n}`,
      category: 'Money',
      body: 'x',
    }));
    const files = memoryPack(sources, { hashed: true, perFile: 1 });
    const manifest = JSON.parse(new TextDecoder().decode(files.get('pack.json'))) as {
      locales: { en: { articles: { bytes: number }[] } };
    };
    for (const file of manifest.locales.en.articles) file.bytes = body.length;
    files.set('pack.json', new TextEncoder().encode(JSON.stringify(manifest)));
    const store = createMemoryStore();
    const { search } = await opened(store, files);
    await search.browse(ENGLISH);
    await settled();
    expect((await store.keys()).filter((name) => name.startsWith('articles'))).toHaveLength(3);
  });

  describe('when a newer pack was published', () => {
    it('answers from the old one at once, fetches what has changed, and takes the new one with the next question', async () => {
      const old = aPack();
      const fresh = aPack('two days');
      const store = await filled(old);
      const onUpdate = vi.fn();
      const { search, log } = await opened(store, fresh, { onUpdate });
      expect(await excerptOf(search)).toContain('five working days');
      await settled();
      const changed = englishIn(fresh.keys()).filter((name) => !old.has(name));
      expect(changed.length).toBeLessThan(englishIn(fresh.keys()).length);
      expect(log.sort()).toEqual([...changed, 'pack.json'].sort());
      expect(onUpdate).not.toHaveBeenCalled();
      expect(JSON.stringify((await search.article('refund', 'en'))?.tree)).toContain('five working days');
      expect(await excerptOf(search)).toContain('two days');
      expect(onUpdate).toHaveBeenCalledOnce();
      expect(JSON.stringify((await search.article('refund', 'en'))?.tree)).toContain('two days');
      expect(await excerptOf((await opened(store, new Map(), { read: offline })).search)).toContain('two days');
    });

    it('keeps to the old one while a text is completed, so that a list leads to what it was made from', async () => {
      const store = await filled();
      const onUpdate = vi.fn();
      const { search } = await opened(store, aPack('two days'), { onUpdate });
      expect(await excerptOf(search)).toContain('five working days');
      await settled();
      await search.suggest('ref', ENGLISH);
      expect(onUpdate).not.toHaveBeenCalled();
      expect(JSON.stringify((await search.article('refund', 'en'))?.tree)).toContain('five working days');
    });

    it('keeps to the old one while other texts are asked beside a list', async () => {
      const store = await filled();
      const onUpdate = vi.fn();
      const { search } = await opened(store, aPack('two days'), { onUpdate });
      expect(await excerptOf(search)).toContain('five working days');
      await settled();
      const beside: LocalQueryOptions = { ...ENGLISH, among: [{ kind: 'ticket', id: 'T-1', title: 'My refund' }] };
      expect((await search.query('refund', beside)).results).toMatchObject([{ kind: 'ticket', articleId: 'T-1' }]);
      expect(onUpdate).not.toHaveBeenCalled();
      expect(JSON.stringify((await search.article('refund', 'en'))?.tree)).toContain('five working days');
    });

    it.each(['fails', 'is cut short', 'is of another pack'])('keeps the old one whole when a file %s', async (how) => {
      const store = await filled();
      const fresh = aPack('two days');
      const before = await store.keys();
      const [changed] = englishIn(fresh.keys()).filter((name) => name.startsWith('index'));
      const read: ReadFile = async (name, options) => {
        if (name !== changed) return readFrom(fresh)(name, options);
        if (how === 'fails') throw new TypeError('failed to fetch');
        const bytes = fresh.get(name)!;
        return how === 'is cut short' ? bytes.slice(0, -1) : bytes.map((byte) => byte ^ 1);
      };
      const onUpdate = vi.fn();
      const { search } = await opened(store, fresh, { read, onUpdate });
      expect(await excerptOf(search)).toContain('five working days');
      await settled();
      expect(await excerptOf(search)).toContain('five working days');
      expect(onUpdate).not.toHaveBeenCalled();
      expect(await store.keys()).toEqual(before);
      expect(await excerptOf((await opened(store, new Map(), { read: offline })).search)).toContain(
        'five working days',
      );
    });

    it('looks again a minute after a failure, and leaves no timer when it is closed before', async () => {
      const store = await filled();
      let isDown = true;
      const read: ReadFile = async (name, options) => (isDown ? offline : readFrom(aPack('two days')))(name, options);
      const env = createFakeEnv();
      const { search } = await opened(store, new Map(), { read, env });
      await search.query('refund', ENGLISH);
      await settled();
      isDown = false;
      await env.advance(60_000);
      await search.query('refund', ENGLISH);
      await settled();
      expect(await excerptOf(search)).toContain('two days');
      const later = createFakeEnv();
      const again = await opened(store, new Map(), { read: offline, env: later });
      await again.search.query('refund', ENGLISH);
      await settled();
      expect(later.timerCount()).toBe(1);
      again.search.close();
      expect(later.timerCount()).toBe(0);
    });

    it('holds the files of the old one for a tab that still answers from it, until the next change', async () => {
      const old = aPack();
      const store = await filled(old);
      const publish = async (files: Map<string, Uint8Array>): Promise<void> => {
        const { search } = await opened(store, files);
        await search.browse(ENGLISH);
        await settled();
      };
      const tab = await opened(store, new Map(), { read: offline });
      await publish(aPack('two days'));
      expect(await excerptOf(tab.search)).toContain('five working days');
      await publish(aPack('three days'));
      const gone = englishIn(old.keys()).filter(
        (name) => !aPack('three days').has(name) && !aPack('two days').has(name),
      );
      expect(gone).not.toEqual([]);
      expect((await store.keys()).filter((name) => gone.includes(name))).toEqual([]);
    });

    it('keeps nothing of a pack that the owner has taken away', async () => {
      const store = await filled();
      const gone: ReadFile = async (file) => Promise.reject(new HelpError('pack-missing', { file, status: 404 }));
      const { search } = await opened(store, new Map(), { read: gone });
      expect(await excerptOf(search)).toContain('five working days');
      await settled();
      expect(await store.keys()).toEqual([]);
    });

    it('keeps what it has when something else stands in place of the manifest', async () => {
      const store = await filled();
      const { search } = await opened(
        store,
        new Map([['pack.json', new TextEncoder().encode('<html>Sign in</html>')]]),
      );
      await search.query('refund', ENGLISH);
      await settled();
      expect(await store.keys()).toContain('pack.json');
    });
  });

  it('answers each of two tabs that bring one store up to date at once', async () => {
    const store = await filled();
    const tabs = await Promise.all([opened(store, aPack('two days')), opened(store, aPack('two days'))]);
    await Promise.all(tabs.map(({ search }) => search.browse(ENGLISH)));
    await settled();
    for (const { search } of tabs) expect(await excerptOf(search)).toContain('two days');
    expect(await excerptOf((await opened(store, new Map(), { read: offline })).search)).toContain('two days');
  });

  it('does not keep a file whose name says nothing of its content', async () => {
    const store = createMemoryStore();
    const { search } = await opened(store, memoryPack(demoArticles));
    expect((await search.query('refund', ENGLISH)).total).toBe(1);
    await settled();
    expect(await store.keys()).toEqual([]);
  });
});
