import { createStore, type ActionForm, type KeptTicket, type Offers, type OutboxItem } from '@helpkiosk/core';
import { describe, expect, it } from 'vitest';
import { ownTexts, type OwnTextsOptions } from './own-texts.js';

const anAction = (rest: Partial<ActionForm> = {}): ActionForm => ({
  ...{ id: 'order', title: { en: 'Where is my order?', 'zh-Hans': '查订单进度' }, keywords: ['track'], fields: [] },
  ...rest,
});
const aTicket = (ticketId: string, rest: Partial<KeptTicket> = {}): KeptTicket => ({
  ...{ key: `key of ${ticketId}`, ticketId, subject: 'Refund', text: 'Since May', priority: 'normal', email: '' },
  ...{ files: 0, replyBy: null, sentAt: 1, ...rest },
});
const anItem = (key: string, rest: object = {}): OutboxItem =>
  ({
    key,
    kind: 'ticket',
    state: 'queued',
    body: { subject: 'Kettle', text: 'It hums' },
    ...rest,
  }) as unknown as OutboxItem;

interface Given {
  actions?: readonly ActionForm[];
  tickets?: readonly KeptTicket[];
  items?: readonly OutboxItem[];
  served?: readonly string[];
}

function read({ actions = [], tickets = [], items = [], served = ['runAction', 'getTicket'] }: Given, rest = {}) {
  const desk = {
    offers: createStore({ forms: [], actions, slots: [], supports: null } as Offers),
    kept: { list: createStore({ tickets, read: true, asking: false, error: null }) },
    items: createStore(items),
    serves: (method: string) => served.includes(method),
    fateOf: () => ({ name: 'dead', why: 'expired', editable: false }),
  } as unknown as OwnTextsOptions['desk'];
  return ownTexts({ desk, locale: 'en', stateOf: (state) => `<${state}>`, isForeign: () => false, ...rest });
}

describe('ownTexts', () => {
  it('has each action in the reader’s language, found by its titles in all languages and its keywords', () => {
    const label = { en: 'Order number', 'zh-Hans': '订单号' };
    const actions = [anAction({ fields: [{ id: 'n', kind: 'text', label }] })];
    expect(read({ actions }, { locale: 'zh-Hans' })).toEqual([
      {
        ...{ kind: 'action', id: 'order', title: '查订单进度', note: '订单号' },
        keywords: ['Where is my order?', '查订单进度', 'track'],
        view: { name: 'actions', actionId: 'order' },
      },
    ]);
  });

  it('has tickets with number and state, never what was written in them', () => {
    const texts = read({ tickets: [aTicket('T-1', { status: 'open', answers: 2, seen: 1 }), aTicket('T-2')] });
    expect(texts).toMatchObject([
      { kind: 'ticket', id: 'T-1', title: 'Refund', line: 'T-1', note: '<answered>', view: { ticketId: 'T-1' } },
      { id: 'T-2', note: '<received>' },
    ]);
    expect(JSON.stringify(texts)).not.toContain('Since May');
  });

  it('has tickets that wait to be sent, without a number, and leads to the list', () => {
    const items = [
      anItem('k1'),
      anItem('k2', { kind: 'message' }),
      anItem('k3', { body: { text: 'It hums\nloudly' } }),
    ];
    expect(read({ items })).toEqual([
      { kind: 'ticket', id: 'k1', title: 'Kettle', note: '<expired>', view: { name: 'tickets' } },
      { kind: 'ticket', id: 'k3', title: 'It hums', note: '<expired>', view: { name: 'tickets' } },
    ]);
  });

  it('offers nothing that is not served', () => {
    const texts = read({ actions: [anAction()], tickets: [aTicket('T-1')], served: [] });
    expect(texts).toMatchObject([{ kind: 'ticket', view: { name: 'tickets' } }]);
  });

  it('leaves out what is somebody else’s', () => {
    const given = { tickets: [aTicket('T-1'), aTicket('T-2')], items: [anItem('k1')] };
    const isForeign = (key: string): boolean => key !== 'key of T-2';
    expect(read(given, { isForeign }).map(({ id }) => id)).toEqual(['T-2']);
  });

  it('says no state before its words are there', () => {
    expect(read({ tickets: [aTicket('T-1')] }, { stateOf: null })[0]).not.toHaveProperty('note');
  });
});
