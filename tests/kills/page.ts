// The page that is killed: it puts items one after the other, tells the host which of them are saved, and sends them.
import {
  createBrowserEnv,
  createBrowserLive,
  createCacheStore,
  createIdbStore,
  createOutbox,
  HelpError,
  OUTBOX_KEY,
  withMirror,
  type OutboxSend,
} from '@helpkiosk/core';

const words = new URLSearchParams(location.search);
const [run = '', frame = '', count = '', mutant = ''] = ['run', 'frame', 'count', 'mutant'].map(
  (name) => words.get(name) ?? '',
);
const durability = words.get('durability') as IDBTransactionDurability;
const env = createBrowserEnv();

const post = (path: string, body: BodyInit, signal?: AbortSignal): Promise<Response> =>
  fetch(path, { method: 'POST', body, ...(signal ? { signal } : {}) });

/** `item` tells the ledger what it is, whatever key it comes with. */
async function request(
  { item, key, conversation }: { item: string; key: string; conversation: string | null },
  body: BodyInit,
  signal: AbortSignal,
): Promise<void> {
  const query = new URLSearchParams({ item, key, ...(conversation === null ? {} : { conversation }) });
  const response = await post(`/take?${query}`, body, signal).catch((cause: unknown) => {
    throw new HelpError('network', {}, { cause });
  });
  if (!response.ok) throw new HelpError('unavailable', { status: response.status });
}

const send: OutboxSend = async ({ key: item, body, blobs, conversation }, { signal, progress }) => {
  const key = mutant === 'new-key' ? env.randomId() : item;
  for (const [place, { data }] of blobs.entries()) {
    await request({ item: `${item}/${place}`, key: `${key}/${place}`, conversation: null }, data, signal);
    progress();
  }
  await request({ item, key, conversation }, JSON.stringify(body), signal);
};

const database = createIdbStore('kills', { env, durability });
const isMirrored = (key: string): boolean => mutant !== 'no-mirror' && key === OUTBOX_KEY;
const storage = withMirror(database, createCacheStore('kills'), { env, isMirrored });
await storage.update('begun-in-run', (old) => old ?? run);
await post(`/store?begun=${String(await storage.get('begun-in-run'))}`, '').catch(() => {});

const outbox = createOutbox({
  ...{ env, send, leaseMs: 3000, sendTimeoutMs: 1500, retry: { baseMs: 40, capMs: 400 } },
  storage,
  tabs: createBrowserLive({ instance: 'kills:outbox', storage: localStorage, env }),
});

if (!frame) {
  const other = document.createElement('iframe');
  other.src = `/?${new URLSearchParams({ run, count, mutant, durability, frame: 'b' })}`;
  document.body.append(other);
}
for (let number = 0; number < Number(count); number++) {
  const id = `${run}-${frame || 'a'}-${number}`;
  const isTicket = number % 3 === 2;
  const blobs = isTicket ? [{ name: 'photo', type: 'image/png', data: new Blob([`photo of ${id}`]) }] : [];
  const kind = isTicket ? 'ticket' : 'message';
  const { durable } = await outbox.put({
    ...{ kind, key: id, blobs, body: { id, text: 'x'.repeat(500) } },
    ...(isTicket ? {} : { conversation: `chat-${frame || 'a'}` }),
  });
  await post(`/${durable ? 'saved' : 'volatile'}?item=${id}`, '').catch(() => {});
}
if (!Number(count)) {
  await outbox.retry(''); // by then it has read what is there; rejects where it cannot
  const removed = new Set<string>();
  /** As a customer does who is shown that a ticket was not sent, since its photo is gone. */
  const lookThrough = (): void => {
    const items = outbox.items.get();
    for (const { key, state, lastError } of items) {
      if (state !== 'dead' || lastError !== 'internal' || removed.has(key)) continue;
      removed.add(key);
      void post(`/shown?item=${key}`, '').then(() => outbox.remove(key));
    }
    if (!items.length) void post('/empty', '');
  };
  outbox.items.subscribe(lookThrough);
  lookThrough();
}
