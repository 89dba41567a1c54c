// The client of the protocol and the reference host, with everything between them that goes wrong on the way.
import { createHostAdapter } from '@helpkiosk/adapters';
import { createFaultProxy, HARD_FAULTS, testAdapter, type FaultProxy } from '@helpkiosk/adapters/contract';
import { createBrowserEnv, retry, type ConversationEvent, type Env, type HelpAdapter } from '@helpkiosk/core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { startHost, type RunningHost } from '../../examples/host/src/index.js';

const COUNT = 60;
const signal = new AbortController().signal;
/** Back-off passes a hundred times as fast; what guards against silence is as long as ever. */
function aQuickEnv(): Env {
  const env = createBrowserEnv();
  return { ...env, setTimer: (run, afterMs) => env.setTimer(run, afterMs > 30_000 ? afterMs : afterMs / 100) };
}

const isTurn = (event: ConversationEvent): boolean => event.type === 'state' && event.state === 'open';

describe(
  'the client of the protocol, through a proxy that cuts, loses, doubles and refuses',
  { timeout: 60_000 },
  () => {
    let host: RunningHost;
    let proxy: FaultProxy;
    const env = aQuickEnv();
    const again = <T>(run: () => Promise<T>): Promise<T> => retry(run, { env, signal, attempts: 20 });

    beforeEach(async () => {
      host = await startHost({ pollMs: 3_600_000 });
      proxy = await createFaultProxy({ target: host.url, faults: HARD_FAULTS });
    });
    afterEach(async () => {
      await proxy.close();
      await host.close();
    });

    it('hears sixty messages of the reference host once and in order, and says each of its own once', async () => {
      const adapter = createHostAdapter({ url: proxy.url, env, fetch });
      const request = { key: 'join-1', locale: 'zh-Hans', text: '我的包裹在哪里？' };
      const { conversationId } = await again(() => adapter.startConversation!(request, { signal }));
      expect(host.desk.waiting().length, 'conversations in line').toBe(1);
      const heard: ConversationEvent[] = [];
      const emit = (event: ConversationEvent): void => void heard.push(event);
      const watched = adapter.watchConversation!({ conversationId, emit }, { signal });
      host.desk.setAgent({ id: 'mei', name: '美', slots: 1 });
      await expect.poll(() => heard.some(isTurn), { timeout: 20_000 }).toBe(true);
      const said = Array.from({ length: COUNT }, (_, index) => `第${index + 1}条：包裹正在路上 🚚`);
      for (const text of said) await host.desk.say(conversationId, '美', { text });
      const mine = { conversationId, key: 'say-1', text: '谢谢！' };
      const { message } = await again(() => adapter.sendMessage!(mine, { signal }));
      await again(() => adapter.endConversation!({ conversationId }, { signal }));
      await watched;
      const messages = heard.flatMap((event) => (event.type === 'message' ? [event.message] : []));
      expect(messages.filter(({ from }) => from === 'agent').map(({ text }) => text)).toEqual(said);
      const own = messages.filter(({ from }) => from === 'customer');
      expect(own.map(({ text }) => text)).toEqual([request.text, mine.text]);
      expect(own[1]!.id).toBe(message.id);
      expect(proxy.counts.cut, 'streams that were cut').toBeGreaterThanOrEqual(5);
    });

    it('has a ticket taken once, with its file, and reads it back with a claim token', async () => {
      const adapter = createHostAdapter({ url: proxy.url, env, fetch });
      const data = new Blob(['abc']);
      const file = { key: 'k/1', name: '发票.txt', type: 'text/plain', data, progress: () => {} };
      const attachment = await again(() => adapter.upload!(file, { signal }));
      expect(attachment).toMatchObject({ name: '发票.txt', bytes: 3 });
      const ticket = { key: 'k', locale: 'zh-Hans', subject: '发票', text: '请开发票', attachments: [attachment.id] };
      const receipt = await again(() => adapter.submitTicket!(ticket, { signal }));
      expect(await again(() => adapter.submitTicket!(ticket, { signal }))).toEqual(receipt);
      const { ticketId, claimToken } = receipt;
      const stranger = createHostAdapter({ url: proxy.url, env, fetch });
      const read = await again(() => stranger.getTicket!({ ticketId, claimToken: claimToken! }, { signal }));
      expect(read).toMatchObject({ id: ticketId, subject: '发票', status: 'received' });
      await expect(again(() => stranger.getTicket!({ ticketId }, { signal }))).resolves.toBe(null);
    });
  },
);

describe('the client of the protocol, on the reference host,', { timeout: 60_000 }, () => {
  let host: RunningHost;
  beforeAll(async () => {
    host = await startHost();
    host.desk.setAgent({ id: 'mei', name: '美', slots: 1, languages: ['zh'] });
  });
  afterAll(() => host.close());
  const served: readonly (keyof HelpAdapter)[] = [
    ...(['getServiceStatus', 'startConversation', 'resumeConversation', 'watchConversation', 'sendMessage'] as const),
    ...(['setTyping', 'markRead', 'leaveQueue', 'endConversation', 'upload', 'submitTicket', 'getTicket'] as const),
    ...(['replyToTicket', 'requestCallback', 'sendRating', 'runAction', 'report'] as const),
  ];
  testAdapter({
    ...{ it, supports: served, limitMs: 15_000 },
    create: () => {
      const adapter = createHostAdapter({ url: host.url, fetch });
      return Object.fromEntries(served.map((name) => [name, adapter[name]])) as HelpAdapter;
    },
  });
});
