// The outbox on what each engine really has: IndexedDB with blobs, locks, channels.
import {
  clearLocalData,
  createBrowserEnv,
  createBrowserLive,
  createIdbStore,
  createOutbox,
  HelpError,
  type Outbox,
  type OutboxSend,
} from '@helpkiosk/core';
import { equal, until } from '../support/check.js';

const NAME = 'helpkiosk-outbox-test';

describe('the outbox in the browser', () => {
  const env = createBrowserEnv();
  const open: Outbox[] = [];
  /** As a tab of its own has it: its own connection, channel and place in line. */
  const openTab = (send: OutboxSend): Outbox => {
    const outbox = createOutbox({
      ...{ env, send, retry: { baseMs: 10, capMs: 50 } },
      storage: createIdbStore(NAME, { env, durability: 'strict' }),
      tabs: createBrowserLive({ instance: NAME, storage: localStorage, env }),
    });
    open.push(outbox);
    return outbox;
  };
  afterEach(async () => {
    for (const outbox of open.splice(0)) outbox.destroy();
    await clearLocalData(createIdbStore(NAME, { env }));
  });

  it('keeps a photo over a page that ended, and sends it once with the key of before', async () => {
    const keys: string[] = [];
    const dying = openTab(({ key }) => {
      keys.push(key);
      return new Promise(() => {});
    });
    const bytes = new Uint8Array([0, 1, 2, 255]);
    const blobs = [{ name: 'photo.png', type: 'image/png', data: new Blob([bytes], { type: 'image/png' }) }];
    const { key, durable } = await dying.put({ kind: 'ticket', body: { text: '打不开' }, blobs });
    equal(durable, true, 'durable');
    await until(() => keys.length === 1, 'the first attempt');
    dying.destroy();

    let seen: unknown;
    const next = openTab(async (item) => {
      keys.push(item.key);
      const [blob] = item.blobs;
      seen = [item.body, blob?.name, blob?.data.type, [...new Uint8Array(await blob!.data.arrayBuffer())]];
    });
    await until(() => seen && next.items.get().length === 0, 'the second attempt is acknowledged');
    equal(keys, [key, key], 'keys');
    equal(seen, [{ text: '打不开' }, 'photo.png', 'image/png', [...bytes]], 'what was sent');
    equal(await createIdbStore(NAME, { env }).keys(), ['outbox'], 'what is left in the store');
  });

  it('has one sender among tabs, in order, and all show the same', async () => {
    const sent: string[] = [];
    let fails = 2;
    const send =
      (tab: string): OutboxSend =>
      async ({ body }) => {
        if (fails-- > 0) throw new HelpError('unavailable');
        sent.push(`${tab} ${String(body)}`);
      };
    const [one, other] = [openTab(send('one')), openTab(send('other'))];
    for (const body of ['1', '2']) await one.put({ kind: 'message', conversation: 'a', body });
    await other.put({ kind: 'message', conversation: 'a', body: '3' });
    await until(() => other.items.get().length > 0, 'the other tab shows what is kept');
    await until(() => sent.length === 3 && !one.items.get().length && !other.items.get().length, 'all are sent');
    equal(
      sent.map((each) => each.split(' ')[1]),
      ['1', '2', '3'],
      'order',
    );
  });
});
