import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { moveTicket, NO_TICKET, type TicketEvent, type TicketState } from './ticket.machine.js';
import { EMPTY_DRAFT, type FieldProblem, type KeptTicket } from './ticket-types.js';

const draft = { ...EMPTY_DRAFT, subject: 'Broken kettle' };
const problem: FieldProblem = { field: 'fields.order', why: 'host', message: 'wrong' };
const receipt: KeptTicket = {
  ...{ key: 'k', ticketId: 'T-1', subject: 'Broken kettle', text: '', priority: 'normal', email: '' },
  ...{ files: 0, replyBy: 5, sentAt: 1 },
};

const STATES = {
  draft: { ...NO_TICKET, draft },
  wrong: { ...NO_TICKET, draft, problems: [problem], checks: 1 },
  confirming: { name: 'confirming', draft, key: null, failed: null },
  saving: { name: 'saving', draft, key: null },
  saved: { name: 'saved', draft, key: 'k', durable: true, editable: true },
  sending: { name: 'sending', draft, key: 'k', durable: true, editable: false },
  sent: { name: 'sent', key: 'k', receipt },
  refused: { name: 'refused', draft, key: 'k', problems: [problem] },
  dead: { name: 'dead', draft, key: 'k', why: 'internal', editable: false },
} satisfies Record<string, TicketState>;

const EVENTS = {
  change: { type: 'change', change: { text: 'It leaks' } },
  'check, nothing wrong': { type: 'check', problems: [] },
  'check, something wrong': { type: 'check', problems: [problem] },
  back: { type: 'back' },
  confirm: { type: 'confirm' },
  kept: { type: 'kept', key: 'k', durable: true },
  'not kept': { type: 'not-kept', code: 'storage-full' },
  'fate saved': { type: 'fate', key: 'k', fate: { name: 'saved', editable: false } },
  'fate sending': { type: 'fate', key: 'k', fate: { name: 'sending', editable: false } },
  'fate refused': { type: 'fate', key: 'k', fate: { name: 'refused', problems: [problem] } },
  'fate dead': { type: 'fate', key: 'k', fate: { name: 'dead', why: 'expired', editable: false } },
  'fate of another': { type: 'fate', key: 'other', fate: { name: 'sending', editable: false } },
  receipt: { type: 'receipt', key: 'k', receipt },
  'receipt of another': { type: 'receipt', key: 'other', receipt },
  edit: { type: 'edit' },
  fresh: { type: 'fresh' },
} satisfies Record<string, TicketEvent>;

/** The name of the state after each event; what is left out changes nothing. */
const TABLE: Readonly<Record<keyof typeof STATES, Partial<Record<keyof typeof EVENTS, TicketState['name']>>>> = {
  draft: { change: 'draft', 'check, nothing wrong': 'confirming', 'check, something wrong': 'draft', fresh: 'draft' },
  wrong: { change: 'draft', 'check, nothing wrong': 'confirming', 'check, something wrong': 'draft', fresh: 'draft' },
  confirming: { change: 'confirming', back: 'draft', confirm: 'saving', fresh: 'draft' },
  saving: { kept: 'saved', 'not kept': 'confirming', receipt: 'sent', 'receipt of another': 'sent' },
  saved: {
    ...{ 'fate saved': 'saved', 'fate sending': 'sending', 'fate refused': 'refused', 'fate dead': 'dead' },
    ...{ receipt: 'sent', edit: 'draft', fresh: 'draft' },
  },
  sending: { 'fate saved': 'saved', 'fate refused': 'refused', 'fate dead': 'dead', receipt: 'sent', fresh: 'draft' },
  sent: { fresh: 'draft' },
  refused: {
    ...{ 'fate saved': 'saved', 'fate sending': 'sending', 'fate refused': 'refused', 'fate dead': 'dead' },
    ...{ receipt: 'sent', edit: 'draft', fresh: 'draft' },
  },
  dead: {
    ...{ 'fate saved': 'saved', 'fate sending': 'sending', 'fate refused': 'refused', 'fate dead': 'dead' },
    ...{ receipt: 'sent', fresh: 'draft' },
  },
};

describe('moveTicket', () => {
  const cases = Object.keys(STATES).flatMap((state) => Object.keys(EVENTS).map((event) => [state, event] as const));

  it.each(cases)('in %s, on %s, goes where the table says', (stateName, eventName) => {
    const state: TicketState = STATES[stateName as keyof typeof STATES];
    const after = moveTicket(state, EVENTS[eventName as keyof typeof EVENTS]);
    const expected = TABLE[stateName as keyof typeof STATES][eventName as keyof typeof EVENTS];
    if (expected) expect(after.name).toBe(expected);
    else expect(after).toBe(state);
  });

  it('takes a problem away when its field is written in, and leaves the others', () => {
    const other: FieldProblem = { field: 'subject', why: 'required' };
    const state = { ...STATES.wrong, problems: [problem, other] };
    const after = moveTicket(state, { type: 'change', change: { fields: { order: 'LM-10482' } } });
    expect(after).toMatchObject({ name: 'draft', problems: [other] });
  });

  it('takes the problem with the topic away when one is chosen', () => {
    const state: TicketState = { ...STATES.draft, problems: [{ field: 'topic', why: 'required' }], checks: 1 };
    expect(moveTicket(state, { type: 'change', change: { formId: 'order' } })).toMatchObject({ problems: [] });
  });

  it('brings what the host found wrong back into the form, under the same key', () => {
    expect(moveTicket(STATES.refused, { type: 'edit' })).toMatchObject({
      name: 'draft',
      key: 'k',
      problems: [problem],
    });
  });

  it('does not let a ticket be written anew that a host may have', () => {
    const unknown: TicketState = { ...STATES.saved, editable: false };
    expect(moveTicket(unknown, { type: 'edit' })).toBe(unknown);
    expect(moveTicket(STATES.dead, { type: 'edit' })).toBe(STATES.dead);
  });

  it('never loses the words of the customer, throws on nothing, and leaves sent only for a new one', () => {
    const anEvent = fc.constantFrom<TicketEvent>(...Object.values(EVENTS).filter(({ type }) => type !== 'fresh'));
    fc.assert(
      fc.property(fc.array(anEvent, { maxLength: 40 }), (events) => {
        let state: TicketState = STATES.draft;
        for (const event of events) {
          const before = state;
          state = moveTicket(state, event);
          if (before.name === 'sent') expect(state).toBe(before);
          if (state.name !== 'sent') expect(state.draft.subject).toBe('Broken kettle');
        }
      }),
    );
  });

  it('says saved only after it was kept, and sent only after the receipt', () => {
    const anEvent = fc.constantFrom<TicketEvent>(...Object.values(EVENTS));
    fc.assert(
      fc.property(fc.array(anEvent, { maxLength: 40 }), (events) => {
        let state: TicketState = STATES.draft;
        for (const event of events) {
          const before: TicketState = state;
          state = moveTicket(state, event);
          const isNew = state.name !== before.name;
          if (isNew && state.name === 'saved' && before.name === 'saving') expect(event.type).toBe('kept');
          if (isNew && state.name === 'sent') expect(event.type).toBe('receipt');
        }
      }),
    );
  });
});
