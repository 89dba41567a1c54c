import { createMemoryStore, HelpError, isHelpError } from '@helpkiosk/core';
import type { KeyValueStore } from '@helpkiosk/core';
import { createDeferred, createFakeEnv } from '@helpkiosk/core/testing';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { openKeptPack } from './open-kept-pack.js';
import { aPack, ENGLISH, englishIn, excerptOf, filled, offline, opened, settled } from './testing/kept-packs.js';
import { readFrom } from './testing/memory-pack.js';

describe('what is kept of a pack', () => {
  describe('over a damaged store', () => {
    const damages: [string, (bytes: Uint8Array) => unknown][] = [
      ['cut short', (bytes) => bytes.slice(0, bytes.length >> 1)],
      ['empty', () => new Uint8Array()],
      ['with a flipped bit', (bytes) => bytes.map((byte, i) => (i === bytes.length >> 1 ? byte ^ 4 : byte))],
      ['of another type', () => ({ bytes: 'text' })],
      ['gone', () => undefined],
      ['of another version', (bytes) => ({ v: 2, hash: '', bytes })],
    ];
    const allNames = englishIn(aPack().keys());
    const damage = (store: KeyValueStore, name: string, change: (bytes: Uint8Array) => unknown): Promise<void> =>
      store.update(name, (old) => {
        if (old instanceof Uint8Array) return change(old);
        const record = old as { v: number; hash: string; bytes: Uint8Array };
        const changed = change(record.bytes);
        return changed instanceof Uint8Array ? { ...record, bytes: changed } : changed;
      });

    it.each(['pack.json', ...allNames].flatMap((name) => damages.map(([how, change]) => [name, how, change] as const)))(
      'answers as ever and mends itself: %s %s',
      async (name, _how, change) => {
        const store = await filled();
        const whole = await store.get(name);
        await damage(store, name, change);
        const { search } = await opened(store, aPack());
        expect(await excerptOf(search)).toContain('five working days');
        for (const { id } of (await search.browse(ENGLISH)).articles)
          expect(await search.article(id, 'en')).not.toBeNull();
        await settled();
        expect(await store.get(name)).toEqual(whole);
      },
    );

    it('never gives what is not in the pack, whichever bit of whichever record is flipped', async () => {
      const names = ['pack.json', ...allNames];
      const right = await excerptOf((await opened(createMemoryStore(), aPack())).search);
      const store = await filled();
      await fc.assert(
        fc.asyncProperty(fc.constantFrom(...names), fc.nat(), fc.integer({ min: 0, max: 7 }), async (name, at, bit) => {
          const whole = await store.get(name);
          await damage(store, name, (bytes) =>
            bytes.map((byte, i) => (i === at % bytes.length ? byte ^ (1 << bit) : byte)),
          );
          const { search } = await opened(store, aPack());
          expect(await excerptOf(search)).toBe(right);
          const without = await opened(store, new Map(), { read: offline }).catch(
            (error: unknown) => error as HelpError,
          );
          if (!isHelpError(without)) {
            const answer = await excerptOf(without.search).catch((error: unknown) => error);
            expect(answer === right || isHelpError(answer)).toBe(true);
          }
          await settled();
          await store.update(name, () => whole);
        }),
        { numRuns: 40 },
      );
    });

    it('gives HelpErrors alone off line, whatever it holds', async () => {
      const store = createMemoryStore();
      for (const junk of [0, 'x', null, {}, new Uint8Array([1]), [1], { v: 1, hash: 'x', bytes: new Uint8Array() }]) {
        await store.update('pack.json', () => junk);
        const error = await openKeptPack({ read: offline, store, env: createFakeEnv() }).catch(
          (thrown: unknown) => thrown,
        );
        expect(isHelpError(error) && error.code).toBe('network');
      }
    });
  });

  describe('over a store that does not work', () => {
    const failing = (code: 'storage-unavailable' | 'storage-full'): KeyValueStore => {
      const fail = async (): Promise<never> => Promise.reject(new HelpError(code));
      return { durable: false, get: fail, keys: fail, update: fail };
    };
    it.each(['storage-unavailable', 'storage-full'] as const)('answers as without one: %s', async (code) => {
      const { search } = await opened(failing(code), aPack());
      expect(await excerptOf(search)).toContain('five working days');
    });

    it('asks the network after 300 ms of silence, and leaves no timer', async () => {
      const hang = (): Promise<never> => new Promise(() => {});
      const store: KeyValueStore = { durable: false, get: hang, keys: hang, update: hang };
      const env = createFakeEnv();
      const opening = openKeptPack({ read: readFrom(aPack()), store, env });
      await env.advance(300);
      const answer = excerptOf(await opening);
      await env.advance(300);
      await env.advance(300);
      expect(await answer).toContain('five working days');
      expect(env.timerCount()).toBe(0);
    });

    it('waits for a slow store where there is no network', async () => {
      const store = await filled();
      const gate = createDeferred();
      const slow: KeyValueStore = { ...store, get: async (key) => gate.promise.then(() => store.get(key)) };
      const env = createFakeEnv();
      const opening = openKeptPack({ read: offline, store: slow, env });
      await env.advance(300);
      gate.resolve();
      expect(await excerptOf(await opening)).toContain('five working days');
    });

    it('keeps the old pack, and takes the new one for this visit, where the disk is full', async () => {
      const store = await filled();
      const full: KeyValueStore = {
        ...store,
        update: (key, change) =>
          store.update(key, (old) => {
            const value = change(old);
            if (value !== undefined) throw new HelpError('storage-full');
            return value;
          }),
      };
      const before = await store.keys();
      const { search } = await opened(full, aPack('two days'));
      await search.browse(ENGLISH);
      await settled();
      expect(await excerptOf(search)).toContain('two days');
      expect(await store.keys()).toEqual(before);
      expect(await excerptOf((await opened(store, new Map(), { read: offline })).search)).toContain(
        'five working days',
      );
    });
  });
});
