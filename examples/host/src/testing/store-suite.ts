import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { answerOnce } from '../http/answer-once.js';
import type { Conversation } from '../store/conversations.js';
import type { HostStore } from '../store/store.js';
import { describeTicketRecords } from './store-suite-tickets.js';

const AT = 1_767_603_600_000;
const DAY_MS = 86_400_000;
let made = 0;
const anId = (prefix: string): string => `${prefix}-${++made}`;
const aConversation = (more: Partial<Conversation> = {}) => ({
  ...{ id: anId('c'), customerId: 'ann', state: 'queued' as const, locale: 'zh-Hans', priority: 'p1' as const },
  ...{ request: { locale: 'zh-Hans', text: '你好 "x" \\ 🙂' }, topic: null, tier: 'plus', joinedAt: AT },
  ...more,
});
/** What every store must do; `open` gives an empty one. Whoever adds a database runs this on it. */
export function describeStore(name: string, open: () => Promise<HostStore>): void {
  describe(`the store on ${name}`, () => {
    let store: HostStore;
    beforeAll(async () => void (store = await open()));
    afterAll(() => store.close());

    it('answers', () => expect(store.ping()).resolves.toBeUndefined());

    describe('customers', () => {
      it('are found by id and by claim, and nobody by a strange one', async () => {
        const { customers } = store;
        const id = anId('customer');
        await customers.addAnonymous({ id, claimHash: `hash of ${id}`, at: AT });
        const expected = { id, externalId: null, tier: null };
        expect(await customers.find(id)).toEqual(expected);
        expect(await customers.findByClaim(`hash of ${id}`)).toEqual(expected);
        expect([await customers.find('?'), await customers.findByClaim('?')]).toEqual([null, null]);
      });

      it('whom a token names are the same at every visit, with the newest tier', async () => {
        const { customers } = store;
        const [first, second] = [anId('customer'), anId('customer')];
        const named = { externalId: `user of ${first}`, at: AT };
        const one = await customers.identify({ id: first, tier: 'plus', ...named });
        const again = await customers.identify({ id: second, tier: null, ...named });
        expect([one.id, one.tier, again.id, again.tier]).toEqual([first, 'plus', first, null]);
      });

      it('who come at the same time by the same token are one', async () => {
        const named = { externalId: anId('user'), tier: null, at: AT };
        const all = await Promise.all(
          Array.from({ length: 8 }, () => store.customers.identify({ id: anId('customer'), ...named })),
        );
        expect(new Set(all.map(({ id }) => id)).size).toBe(1);
      });
    });

    describe('transactions', () => {
      it('leave nothing of work that throws', async () => {
        const conversation = aConversation();
        const work = store.transaction(async ({ conversations }) => {
          await conversations.add(conversation);
          await conversations.append(conversation.id, { type: 'state', state: 'queued' }, AT);
          throw new Error('no');
        });
        await expect(work).rejects.toThrow('no');
        expect(await store.conversations.find(conversation.id)).toBe(null);
        expect(await store.conversations.eventsAfter(conversation.id, 0, 9)).toEqual([]);
      });
    });

    describe('keys', () => {
      const once = (key: string, hash: string, work: () => Promise<{ status: number; body?: unknown }>) =>
        answerOnce(store, { owner: 'ann', key, hash, at: AT }, work);

      it('give the first answer again, and refuse another request', async () => {
        const key = anId('key');
        let count = 0;
        const work = async () => ({ status: 201, body: { count: ++count, text: '好' } });
        const first = await once(key, 'a', work);
        expect(await once(key, 'a', work)).toEqual(first);
        await expect(once(key, 'b', work)).rejects.toMatchObject({ status: 422 });
        expect(count).toBe(1);
      });

      it('are not kept for work that fails', async () => {
        const key = anId('key');
        const failing = once(key, 'a', () => Promise.reject(new Error('no')));
        await expect(failing).rejects.toThrow('no');
        expect(await once(key, 'b', async () => ({ status: 204 }))).toEqual({ status: 204 });
        expect(await once(key, 'b', () => Promise.reject(new Error('no')))).toEqual({ status: 204 });
      });

      it('do the work once for twenty at the same time', async () => {
        const key = anId('key');
        const conversations = Array.from({ length: 20 }, () => aConversation({ customerId: key }));
        const answers = await Promise.all(
          conversations.map((conversation) =>
            answerOnce(store, { owner: key, key, hash: 'a', at: AT }, async (records) => {
              await records.conversations.add(conversation);
              return { status: 201, body: { id: conversation.id } };
            }),
          ),
        );
        expect(new Set(answers.map(({ body }) => (body as { id: string }).id)).size).toBe(1);
        expect(await store.conversations.countLive(key)).toBe(1);
      });

      it('belong to their owner, and are forgotten with age', async () => {
        const key = anId('key');
        const take = (owner: string, at: number) => store.keys.take({ owner, key, hash: 'a', at });
        expect([await take('ann', AT), await take('bob', AT + DAY_MS)]).toEqual([null, null]);
        await store.keys.keep({ owner: 'bob', key }, { status: 201 });
        await store.keys.forgetBefore(AT + 1);
        expect(await take('ann', AT + DAY_MS)).toBe(null);
        expect(await take('bob', AT)).toEqual({ hash: 'a', answer: { status: 201 } });
      });
    });

    describe('conversations', () => {
      it('come back as they were put in', async () => {
        const conversation = aConversation();
        await store.conversations.add(conversation);
        expect(await store.conversations.find(conversation.id)).toEqual({
          ...conversation,
          ...{ openedAt: null, endedAt: null, agentId: null, lastEvent: 0 },
        });
      });

      it('open once and end once', async () => {
        const { id } = await added();
        const { conversations } = store;
        const by = { agentId: 'a', at: AT + 5 };
        expect([await conversations.open(id, by), await conversations.open(id, by)]).toEqual([true, false]);
        expect(await conversations.end(id, ['queued'], AT + 9)).toBe(false);
        expect(await conversations.end(id, ['queued', 'open'], AT + 9)).toBe(true);
        expect(await conversations.end(id, ['queued', 'open'], AT + 10)).toBe(false);
        const ended = { state: 'ended', openedAt: AT + 5, endedAt: AT + 9, agentId: 'a' };
        expect(await conversations.find(id)).toMatchObject(ended);
      });

      it('number their events from 1 without a gap, whoever adds at the same time', async () => {
        const { id } = await added();
        const { conversations } = store;
        const numbers = await Promise.all(
          Array.from({ length: 12 }, (_, at) =>
            conversations.append(id, { type: 'typing', from: 'agent', until: at }, AT),
          ),
        );
        expect([...numbers].sort((a, b) => a - b)).toEqual(Array.from({ length: 12 }, (_, place) => place + 1));
        const events = await conversations.eventsAfter(id, 3, 5);
        expect(events.map((event) => event.id)).toEqual(['4', '5', '6', '7', '8']);
        expect((await conversations.find(id))?.lastEvent).toBe(12);
      });

      it('forget the queue alone', async () => {
        const { id } = await added();
        const { conversations } = store;
        await conversations.append(id, { type: 'queue', snapshot: { observedAt: AT, position: 1 } }, AT);
        await conversations.append(id, { type: 'state', state: 'ended' }, AT);
        await conversations.forgetQueue(id);
        expect(await conversations.eventsAfter(id, 0, 9)).toEqual([{ type: 'state', state: 'ended', id: '2' }]);
      });

      it('are listed by state, the earliest first', async () => {
        const late = await added({ joinedAt: AT - 10 });
        const early = await added({ joinedAt: AT - 20 });
        const ids = (await store.conversations.inState('queued')).map(({ id }) => id);
        expect(ids.indexOf(early.id)).toBeLessThan(ids.indexOf(late.id));
        expect(ids).toContain(late.id);
      });
    });

    describe('messages', () => {
      it('come back in order, with their files', async () => {
        const thread = anId('thread');
        const file = { id: 'f', name: '照片.jpg', type: 'image/jpeg', bytes: 3 };
        const messages = [
          { id: anId('m'), from: 'customer' as const, text: 'line\n二', at: AT, attachments: [file] },
          { id: anId('m'), from: 'agent' as const, agentName: 'A', text: '', at: AT },
        ];
        for (const message of messages) await store.messages.add(thread, message);
        expect(await store.messages.of(thread)).toEqual(messages);
      });
    });

    describe('announcements', () => {
      it.each([
        ['served within the bound', { served: true, at: AT + 60_000 }, 'hit'],
        ['served after it', { served: true, at: AT + 60_001 }, 'miss'],
        ['left before it', { served: false, at: AT + 60_000 }, 'none'],
        ['left after it', { served: false, at: AT + 60_001 }, 'miss'],
      ] as const)('are decided once: %s', async (_, how, outcome) => {
        const [conversationId, channel] = [anId('c'), anId('channel')];
        const range = { p50Ms: 0, p90Ms: 60_000, observedAt: AT, joinedAt: AT };
        await store.announcements.add({ conversationId, channel, ...range });
        expect(await store.announcements.decide(conversationId, how)).toBe(outcome);
        expect(await store.announcements.decide(conversationId, { served: true, at: AT })).toBe(null);
        const counted = { samples: outcome === 'none' ? 0 : 1, withinP90: outcome === 'hit' ? 1 : 0 };
        expect(await store.announcements.accuracy(channel, AT)).toEqual(counted);
        expect(await store.announcements.accuracy(channel, how.at)).toEqual({ samples: 0, withinP90: 0 });
      });

      it('that are open count for nothing', async () => {
        const channel = anId('channel');
        const range = { p50Ms: 0, p90Ms: 1, observedAt: AT, joinedAt: AT };
        await store.announcements.add({ conversationId: anId('c'), channel, ...range });
        expect(await store.announcements.accuracy(channel, 0)).toEqual({ samples: 0, withinP90: 0 });
      });
    });

    describeTicketRecords(() => store);

    async function added(more: Partial<Conversation> = {}) {
      const conversation = aConversation(more);
      await store.conversations.add(conversation);
      return conversation;
    }
  });
}
