import { describe, expect, it } from 'vitest';
import type { OutboxItem } from '../contracts.js';
import { HelpError } from '../errors.js';
import { createFakeEnv } from '../testing/fake-env.js';
import { OUTBOX_LIFE_MS } from './outbox-item.js';
import { aStage } from './testing/builders.js';

const DAY_MS = 86_400_000;
const aTicket = { kind: 'ticket', body: { text: 'help' } } as const;
const aMessage = (conversation: string, body = 'hello') => ({ kind: 'message', conversation, body }) as const;
const states = (items: readonly OutboxItem[]) => items.map(({ state, attempts }) => `${state} ${attempts}`);

describe('createOutbox', () => {
  it('keeps an item before it says so, sends it at once, and forgets it once it is taken', async () => {
    const stage = aStage();
    const outbox = stage.open();
    const put = await outbox.put({ ...aTicket, key: 'mine' });
    expect(put).toEqual({ key: 'mine', durable: true });
    expect(JSON.stringify(await stage.storage.get('outbox'))).toContain('help');
    await stage.settle();
    expect(stage.sent[0]?.item).toEqual({
      ...aTicket,
      key: 'mine',
      conversation: null,
      seq: 1,
      blobs: [],
      attempts: 1,
    });
    expect(states(outbox.items.get())).toEqual(['sending 1']);
    await stage.answer();
    expect(outbox.items.get()).toEqual([]);
    expect(JSON.stringify(await stage.storage.get('outbox'))).not.toContain('help');
  });

  it('shows what a verb has done by the time it is fulfilled', async () => {
    const stage = aStage();
    stage.env.setOnline(false);
    const outbox = stage.open();
    const { key } = await outbox.put(aTicket);
    expect(outbox.items.get()).toMatchObject([{ key, seq: 1 }]);
    await outbox.edit(key, 'new');
    expect(outbox.items.get()).toMatchObject([{ body: 'new' }]);
    await outbox.remove(key);
    expect(outbox.items.get()).toEqual([]);
  });

  it('makes a key where none is given', async () => {
    const { key } = await aStage().open().put(aTicket);
    expect(key).toMatch(/^[\da-f-]{36}$/);
  });

  it('changes nothing for a key that is known, for 30 days after it was taken', async () => {
    const stage = aStage();
    const outbox = stage.open();
    await outbox.put({ ...aTicket, key: 'mine' });
    await outbox.put({ ...aTicket, body: 'another', key: 'mine' });
    await stage.settle();
    await stage.answer();
    await stage.env.advance(29 * DAY_MS);
    await outbox.put({ ...aTicket, key: 'mine' });
    await stage.settle();
    expect(stage.sent.map(({ item }) => item.body)).toEqual([aTicket.body]);
  });

  it('sends with the same key after a failure, first within a second, then later and later', async () => {
    const stage = aStage();
    const outbox = stage.open();
    await outbox.put(aTicket);
    await stage.settle();
    const waits: number[] = [];
    for (let left = 14; left > 0; left--) {
      await stage.answer(new HelpError('unavailable'));
      const { nextAt } = outbox.items.get()[0]!;
      waits.push(nextAt - stage.env.now());
      await stage.env.advance(Math.ceil(nextAt - stage.env.now()));
      await stage.settle();
    }
    expect(new Set(stage.sent.map(({ item }) => item.key)).size).toBe(1);
    expect(waits.map((ms, tries) => ms >= 0 && ms <= Math.min(300_001, 1000 * 2 ** tries + 1))).not.toContain(false);
    expect(waits[0]).toBeLessThan(1000);
    expect(Math.max(...waits)).toBeGreaterThan(60_000);
  });

  it('waits at most a minute between attempts at a message', async () => {
    const stage = aStage({ env: createFakeEnv({ seed: 3 }) });
    const outbox = stage.open();
    await outbox.put(aMessage('a'));
    await stage.settle();
    for (let left = 20; left > 0; left--) {
      await stage.answer(new HelpError('unavailable'));
      const waitMs = outbox.items.get()[0]!.nextAt - stage.env.now();
      expect(waitMs).toBeLessThanOrEqual(60_000);
      await stage.env.advance(Math.ceil(waitMs));
      await stage.settle();
    }
  });

  it('waits for as long as a host asks, and no longer than a day', async () => {
    const stage = aStage();
    const outbox = stage.open();
    await outbox.put(aTicket);
    await stage.settle();
    await stage.answer(new HelpError('rate-limited', { retryAfterMs: 3_600_000 }));
    await stage.env.advance(3_599_000);
    expect(stage.sent).toHaveLength(1);
    await stage.env.advance(2000);
    await stage.answer(new HelpError('unavailable', { retryAfterMs: 9e15 }));
    expect(outbox.items.get()[0]!.nextAt - stage.env.now()).toBeLessThan(1.1 * DAY_MS);
  });

  it.each([
    ['a refusal', new HelpError('refused'), true],
    ['a text that is too long', new HelpError('content-too-big'), true],
    ['a conflict', new HelpError('conflict'), false],
  ])('gives up after %s and shows why', async (_, error, editable) => {
    const stage = aStage();
    const outbox = stage.open();
    await outbox.put(aTicket);
    await stage.settle();
    await stage.answer(error);
    await stage.env.advance(DAY_MS);
    expect(stage.sent).toHaveLength(1);
    expect(outbox.items.get()).toMatchObject([{ state: 'dead', lastError: error.code, editable }]);
  });

  it('tries an unknown customer once more, and then gives up', async () => {
    const stage = aStage();
    const outbox = stage.open();
    await outbox.put(aTicket);
    await stage.settle();
    await stage.answer(new HelpError('unauthorized'));
    await stage.env.advance(1000);
    await stage.answer(new HelpError('forbidden'));
    await stage.env.advance(DAY_MS);
    expect(stage.sent).toHaveLength(2);
    expect(outbox.items.get()).toMatchObject([{ state: 'dead', editable: true }]);
  });

  it('tries again after an error that is none of ours', async () => {
    const stage = aStage();
    const outbox = stage.open();
    await outbox.put(aTicket);
    await stage.settle();
    await stage.answer(new TypeError('of the page'));
    expect(outbox.items.get()).toMatchObject([{ state: 'pending', lastError: 'internal', editable: false }]);
    await stage.env.advance(1000);
    expect(stage.sent).toHaveLength(2);
  });

  describe('order', () => {
    it('holds a conversation back behind its first item, and nothing else', async () => {
      const stage = aStage();
      const outbox = stage.open();
      for (const body of ['1', '2']) await outbox.put(aMessage('a', body));
      await outbox.put(aMessage('b', '3'));
      await outbox.put(aTicket);
      await stage.settle();
      expect(stage.sent.map(({ item }) => item.body)).toEqual(['1', '3', aTicket.body]);
      stage.sent[0]!.reject(new HelpError('unavailable'));
      await stage.env.advance(1000);
      expect(stage.sent.map(({ item }) => item.body)).toEqual(['1', '3', aTicket.body, '1']);
      await stage.answer();
      expect(stage.sent.at(-1)?.item.body).toBe('2');
    });

    it('lets the others go on when the first is dead', async () => {
      const stage = aStage();
      const outbox = stage.open();
      for (const body of ['1', '2']) await outbox.put(aMessage('a', body));
      await stage.settle();
      await stage.answer(new HelpError('refused'));
      expect(stage.sent.map(({ item }) => item.body)).toEqual(['1', '2']);
      await stage.answer();
      expect(outbox.items.get()).toMatchObject([{ body: '1', state: 'dead' }]);
    });

    it('is that of the calls, also when they do not wait for one another', async () => {
      const stage = aStage();
      const outbox = stage.open();
      const blobs = [{ name: 'a', type: 'text/plain', data: new Blob(['x']) }];
      await Promise.all([outbox.put({ ...aMessage('a', '1'), blobs }), outbox.put(aMessage('a', '2'))]);
      expect(outbox.items.get().map(({ body }) => body)).toEqual(['1', '2']);
    });
  });

  describe('an attempt', () => {
    it('ends after 15 s without progress', async () => {
      const stage = aStage();
      const outbox = stage.open();
      await outbox.put(aTicket);
      await stage.settle();
      const { options } = stage.sent[0]!;
      await stage.env.advance(14_000);
      options.progress();
      await stage.env.advance(14_000);
      expect(options.signal.aborted).toBe(false);
      await stage.env.advance(1000);
      expect(options.signal.aborted).toBe(true);
      expect(outbox.items.get()).toMatchObject([{ state: 'pending', lastError: 'timeout', editable: false }]);
    });

    it('keeps its lease as long as there is progress', async () => {
      const stage = aStage();
      await stage.open().put(aTicket);
      await stage.settle();
      stage.open();
      for (let left = 20; left > 0; left--) {
        await stage.env.advance(10_000);
        stage.sent[0]!.options.progress();
        await stage.settle();
      }
      expect(stage.sent).toHaveLength(1);
    });

    it('is taken over with the same key when its lease is over, and then given up', async () => {
      const stage = aStage();
      const dying = stage.open({ sendTimeoutMs: 1e9 });
      await dying.put(aTicket);
      await stage.settle();
      const other = stage.open({ sendTimeoutMs: 1e9 });
      await stage.env.advance(31_000);
      expect(stage.sent.map(({ item }) => item.key)).toEqual([stage.sent[0]!.item.key, stage.sent[0]!.item.key]);
      stage.sent[0]!.options.progress();
      await stage.settle();
      expect(stage.sent[0]!.options.signal.aborted).toBe(true);
      await stage.answer();
      expect(other.items.get()).toEqual([]);
    });

    it('gets its blobs, which are gone once it is taken', async () => {
      const stage = aStage();
      const blobs = [{ name: 'photo.png', type: 'image/png', data: new Blob(['bytes']) }];
      const outbox = stage.open();
      await outbox.put({ ...aTicket, key: 'mine', blobs });
      await stage.settle();
      const [blob] = stage.sent[0]!.item.blobs;
      expect([blob!.name, blob!.type, await blob!.data.text()]).toEqual(['photo.png', 'image/png', 'bytes']);
      await stage.answer();
      expect(await stage.storage.keys()).toEqual(['outbox']);
    });

    it('is not begun with a file that cannot be read', async () => {
      const stage = aStage();
      const gone = { arrayBuffer: () => Promise.reject(new DOMException('', 'NotReadableError')) } as unknown as Blob;
      const put = stage.open().put({ ...aTicket, blobs: [{ name: 'a.png', type: 'image/png', data: gone }] });
      await expect(put).rejects.toMatchObject({ code: 'refused', details: { name: 'a.png' } });
      expect(await stage.storage.keys()).toEqual([]);
    });

    it('is not made when the blobs are gone', async () => {
      const stage = aStage();
      stage.env.setOnline(false);
      const outbox = stage.open();
      await outbox.put({ ...aTicket, key: 'mine', blobs: [{ name: 'a', type: 'b', data: new Blob(['x']) }] });
      await stage.storage.update('outbox-blobs/mine', () => undefined);
      stage.env.setOnline(true);
      await stage.env.advance(1000);
      expect(stage.sent).toHaveLength(0);
      expect(outbox.items.get()).toMatchObject([{ state: 'dead', lastError: 'internal' }]);
    });
  });

  describe('the customer', () => {
    it('edits what was never sent, or refused', async () => {
      const stage = aStage();
      const outbox = stage.open();
      await outbox.put({ ...aTicket, key: 'mine' });
      await stage.settle();
      await expect(outbox.edit('mine', 'no')).rejects.toMatchObject({ code: 'refused' });
      await stage.answer(new HelpError('refused'));
      await outbox.edit('mine', 'better');
      await stage.settle();
      expect(stage.sent.map(({ item }) => [item.key, item.body])).toEqual([
        ['mine', aTicket.body],
        ['mine', 'better'],
      ]);
    });

    it('cannot edit what the host may have', async () => {
      const stage = aStage();
      const outbox = stage.open();
      await outbox.put({ ...aTicket, key: 'mine' });
      await stage.settle();
      await stage.answer(new HelpError('network'));
      await expect(outbox.edit('mine', 'no')).rejects.toMatchObject({ code: 'refused' });
      expect(outbox.items.get()).toMatchObject([{ body: aTicket.body, editable: false }]);
    });

    it('tries again by hand, at once', async () => {
      const stage = aStage();
      const outbox = stage.open();
      await outbox.put({ ...aTicket, key: 'mine' });
      await stage.settle();
      await stage.answer(new HelpError('unavailable', { retryAfterMs: 3_600_000 }));
      await outbox.retry('mine');
      await stage.settle();
      expect(stage.sent).toHaveLength(2);
      await expect(outbox.retry('gone')).resolves.toBeUndefined();
      await expect(outbox.edit('gone', 'new')).rejects.toMatchObject({ code: 'refused' });
    });

    it('removes an item, and stops what is being sent of it', async () => {
      const stage = aStage();
      const outbox = stage.open();
      await outbox.put({ ...aTicket, key: 'mine', blobs: [{ name: 'a', type: 'b', data: new Blob(['x']) }] });
      await stage.settle();
      await outbox.remove('mine');
      await stage.settle();
      expect(stage.sent[0]!.options.signal.aborted).toBe(true);
      expect(outbox.items.get()).toEqual([]);
      expect(await stage.storage.keys()).toEqual(['outbox']);
    });

    it('sees what is older than 21 days, and can neither edit nor send it', async () => {
      const stage = aStage();
      stage.env.setOnline(false);
      const outbox = stage.open();
      await outbox.put({ ...aTicket, key: 'mine' });
      stage.env.jumpClock(OUTBOX_LIFE_MS + 1);
      stage.env.setOnline(true);
      await stage.env.advance(1000);
      expect(stage.sent).toHaveLength(0);
      expect(outbox.items.get()).toMatchObject([{ state: 'dead', body: aTicket.body, editable: false }]);
      await expect(outbox.retry('mine')).rejects.toMatchObject({ code: 'refused' });
      await expect(outbox.edit('mine', 'new')).rejects.toMatchObject({ code: 'refused' });
    });
  });

  describe('waking', () => {
    it('sends nothing off line, and soon, but not at once, when the network is back', async () => {
      const stage = aStage();
      stage.env.setOnline(false);
      const outbox = stage.open();
      await outbox.put(aTicket);
      await stage.env.advance(60_000);
      expect(outbox.items.get()).toMatchObject([{ state: 'pending', attempts: 0, editable: true }]);
      stage.env.setOnline(true);
      await stage.settle();
      expect(stage.sent).toHaveLength(0);
      await stage.env.advance(1000);
      expect(stage.sent).toHaveLength(1);
    });

    it('does not believe for ever that it is off line', async () => {
      const stage = aStage();
      stage.env.setOnline(false);
      await stage.open().put(aTicket);
      await stage.env.advance(301_000);
      expect(stage.sent).toHaveLength(1);
    });

    it('does not wait out a lost network once it is back', async () => {
      const stage = aStage();
      await stage.open({ retry: { baseMs: 200_000 } }).put(aTicket);
      await stage.settle();
      await stage.answer(new HelpError('network'));
      stage.open({ retry: { baseMs: 100 } });
      stage.env.setOnline(false);
      stage.env.setOnline(true);
      await stage.env.advance(1600);
      expect(stage.sent).toHaveLength(2);
    });

    it('goes on with what an earlier page has left', async () => {
      const stage = aStage();
      stage.env.setOnline(false);
      const first = stage.open();
      await first.put(aTicket);
      first.destroy();
      stage.env.setOnline(true);
      const second = stage.open();
      await stage.settle();
      expect(stage.sent).toHaveLength(1);
      await stage.answer();
      expect(second.items.get()).toEqual([]);
    });

    it('looks again when the page is seen again', async () => {
      const stage = aStage();
      stage.env.setOnline(false);
      const [one, other] = [stage.open(), stage.open()];
      await stage.settle();
      await one.put(aTicket);
      expect(other.items.get()).toEqual([]);
      stage.env.setVisible(false);
      stage.env.setVisible(true);
      await stage.env.advance(1000);
      expect(other.items.get()).toHaveLength(1);
    });
  });

  it('leaves no timer and no listener behind, and gives up what it sends', async () => {
    const stage = aStage();
    const outbox = stage.open();
    await outbox.put(aTicket);
    await outbox.put(aMessage('a'));
    await stage.settle();
    outbox.destroy();
    await stage.settle();
    expect([stage.env.timerCount(), stage.env.listenerCount()]).toEqual([0, 0]);
    expect(stage.sent.map(({ options }) => options.signal.aborted)).toEqual([true, true]);
  });
});
