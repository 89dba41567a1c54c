import type { AdapterCase, AdapterKit } from './adapter-kit.js';
import { holds, isNow } from './judge.js';

const NO_SUCH = 'helpkiosk-kit-no-such';

/** A new conversation. */
export const start = (kit: AdapterKit, key = kit.key()) => kit.call('startConversation', { ...kit.request, key });

/** Conversations as far as they are calls: begun, read again, spoken in, left. */
export const conversationCases: readonly AdapterCase[] = [
  {
    name: 'startConversation: answers with id and state',
    needs: ['startConversation'],
    run: async (kit) => holds(kit, 'shape', 'ConversationStarted', await start(kit)),
  },
  {
    name: 'startConversation: begins one conversation for one key',
    needs: ['startConversation'],
    async run(kit) {
      const key = kit.key();
      const [first, again] = [await start(kit, key), await start(kit, key)];
      kit.same(again.conversationId, first.conversationId, 'the conversation of the same key');
      const other = await start(kit);
      kit.same(other.conversationId === first.conversationId, false, 'two keys, one conversation');
    },
  },
  {
    name: 'resumeConversation: gives what was begun',
    needs: ['startConversation', 'resumeConversation'],
    async run(kit) {
      const { conversationId } = await start(kit);
      holds(kit, 'shape', 'ConversationSnapshot', await kit.call('resumeConversation', { conversationId }));
    },
  },
  {
    name: 'resumeConversation: answers null for an unknown conversation',
    needs: ['resumeConversation'],
    async run(kit) {
      const ended = await kit.outcome(kit.call('resumeConversation', { conversationId: NO_SUCH }));
      kit.same(ended, { value: null }, 'an unknown conversation');
    },
  },
  {
    name: 'sendMessage: answers with the message, as it was written',
    needs: ['startConversation', 'sendMessage'],
    async run(kit) {
      const { conversationId } = await start(kit);
      const sent = await kit.call('sendMessage', { conversationId, key: kit.key(), text: '你好 <b>🎁</b>' });
      holds(kit, 'shape', 'MessageSent', sent);
      kit.same([sent.message.from, sent.message.text], ['customer', '你好 <b>🎁</b>'], 'the message');
    },
  },
  {
    name: 'sendMessage: tells instants in UTC, not in local time',
    needs: ['startConversation', 'sendMessage'],
    async run(kit) {
      const { conversationId } = await start(kit);
      const { message } = await kit.call('sendMessage', { conversationId, key: kit.key(), text: 'now' });
      isNow(kit, message.at, 'a message that was just sent');
    },
  },
  {
    name: 'sendMessage: says one thing for one key',
    needs: ['startConversation', 'sendMessage', 'resumeConversation'],
    async run(kit) {
      const { conversationId } = await start(kit);
      const message = { conversationId, key: kit.key(), text: 'once' };
      const [first, again] = [await kit.call('sendMessage', message), await kit.call('sendMessage', message)];
      kit.same(again.message.id, first.message.id, 'the message of the same key');
      const now = await kit.call('resumeConversation', { conversationId });
      kit.same(now?.messages.filter(({ text }) => text === 'once').length, 1, 'messages of one key');
    },
  },
  {
    name: 'setTyping and markRead: are taken',
    needs: ['startConversation', 'sendMessage', 'setTyping', 'markRead'],
    async run(kit) {
      const { conversationId } = await start(kit);
      const { message } = await kit.call('sendMessage', { conversationId, key: kit.key(), text: 'read me' });
      await kit.call('setTyping', { conversationId, typing: true });
      await kit.call('setTyping', { conversationId, typing: false });
      await kit.call('markRead', { conversationId, messageId: message.id });
    },
  },
  {
    name: 'leaveQueue: ends the wait, also when it is said twice',
    needs: ['startConversation', 'resumeConversation', 'leaveQueue'],
    async run(kit) {
      const { conversationId, state } = await start(kit);
      if (state !== 'queued') return; // there is no line to leave
      await kit.call('leaveQueue', { conversationId });
      await kit.call('leaveQueue', { conversationId });
      const after = await kit.call('resumeConversation', { conversationId });
      kit.same(after?.state ?? 'ended', 'ended', 'the state after leaving');
    },
  },
  {
    name: 'endConversation: ends it, also when it is said twice',
    needs: ['startConversation', 'resumeConversation', 'endConversation'],
    async run(kit) {
      const { conversationId } = await start(kit);
      await kit.call('endConversation', { conversationId });
      await kit.call('endConversation', { conversationId });
      const after = await kit.call('resumeConversation', { conversationId });
      kit.same(after?.state ?? 'ended', 'ended', 'the state after the end');
    },
  },
];
