import type {
  ActionForm,
  Attachment,
  ConversationEvent,
  Desk,
  FormField,
  HandoffContext,
  HelpAdapter,
  HelpErrorCode,
  HelpRequest,
  OfficeHoursSchedule,
  Problem,
  QueueSnapshot,
  ReplyPolicy,
  SearchResult,
  ServiceStatus,
  TextPart,
  Ticket,
  TicketForm,
} from '@helpkiosk/core';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { describe, expect, it } from 'vitest';
import { routes, type Route } from '../routes.js';
import { ERROR_CODES } from './exchange.js';
import { schemas, type JsonSchema } from './index.js';
import { METHODS } from './status.js';

/** Whether each member must be there; wrong words do not compile. */
type Keys<T> = { [K in keyof T]-?: object extends Pick<T, K> ? 'optional' : 'required' };
type Answer<M extends keyof HelpAdapter> = NonNullable<Awaited<ReturnType<NonNullable<HelpAdapter[M]>>>>;
type Input<M extends keyof HelpAdapter> = Omit<Parameters<NonNullable<HelpAdapter[M]>>[0], 'key'>;
/** The contract’s; core’s entry gives the name to a message of the catalogue. */
type Message = Ticket['messages'][number];
type EventOf<T extends ConversationEvent['type']> = Extract<ConversationEvent, { type: T }>;
const [yes, no] = ['required', 'optional'] as const;

const request: Keys<HelpRequest> = {
  ...{ topic: no, subject: no, locale: yes, priority: no, tier: no, mood: no, text: yes, customer: no, context: no },
  announced: no,
};
const types = {
  ServiceStatus: {
    ...{ state: yes, observedAt: yes, pollMs: no, nextChangeAt: no, agents: no, queue: no, wait: no, load: no },
    ...{ accuracy: no, peak: no, notices: no, hours: no, replyPolicy: no, forms: no, actions: no },
    ...{ callbackSlots: no, supports: yes },
  } satisfies Keys<ServiceStatus>,
  QueueSnapshot: {
    ...{ observedAt: yes, position: no, queueLength: no, agentsOnline: no, slots: no, busySlots: no, estimate: no },
    ...{ handleTimeMs: no, longestWaitMs: no, recentStarts: no, capacityForecast: no },
  } satisfies Keys<QueueSnapshot>,
  OfficeHoursSchedule: { desks: yes } satisfies Keys<OfficeHoursSchedule>,
  Desk: {
    ...{ id: no, name: no, timeZone: yes, weekly: no, holidays: no, special: no, serves: no },
  } satisfies Keys<Desk>,
  ReplyPolicy: { p0: yes, p1: yes, normal: yes, whenClosed: no } satisfies Keys<ReplyPolicy>,
  HelpRequest: request,
  HandoffContext: {
    ...{ searches: yes, articles: yes, pageUrl: no, appVersion: no, facts: no },
  } satisfies Keys<HandoffContext>,
  Message: {
    ...{ id: yes, from: yes, agentName: no, text: yes, at: yes, attachments: no, chips: no },
  } satisfies Keys<Message>,
  Attachment: { id: yes, name: yes, type: yes, bytes: yes, url: no } satisfies Keys<Attachment>,
  Ticket: {
    ...{ id: yes, status: yes, subject: yes, replyBy: yes, messages: yes, claimToken: no },
  } satisfies Keys<Ticket>,
  FormField: { id: yes, kind: yes, label: yes, required: no, choices: no, help: no } satisfies Keys<FormField>,
  TicketForm: { id: yes, topic: yes, fields: yes } satisfies Keys<TicketForm>,
  ActionForm: { id: yes, title: yes, keywords: no, fields: yes } satisfies Keys<ActionForm>,
  Problem: { path: yes, message: yes } satisfies Keys<Problem>,
  TextPart: { text: yes, hit: yes } satisfies Keys<TextPart>,
  SearchResult: {
    ...{ kind: yes, articleId: yes, locale: yes, score: yes, title: yes, excerpt: yes, category: no },
    ...{ sectionId: no, atMs: no, url: no },
  } satisfies Keys<SearchResult>,
  ConversationStarted: { conversationId: yes, state: yes } satisfies Keys<Answer<'startConversation'>>,
  ConversationSnapshot: { state: yes, messages: yes, cursor: yes } satisfies Keys<Answer<'resumeConversation'>>,
  MessageRequest: {
    ...{ text: yes, attachments: no },
  } satisfies Keys<Omit<Input<'sendMessage'>, 'conversationId'>>,
  MessageSent: { message: yes } satisfies Keys<Answer<'sendMessage'>>,
  TicketRequest: { ...request, formId: no, fields: no, attachments: no } satisfies Keys<Input<'submitTicket'>>,
  TicketReceipt: { ticketId: yes, replyBy: yes, claimToken: no } satisfies Keys<Answer<'submitTicket'>>,
  CallbackRequest: { ...request, phone: yes, slotAt: yes } satisfies Keys<Input<'requestCallback'>>,
  CallbackReceipt: { callbackId: yes, at: yes } satisfies Keys<Answer<'requestCallback'>>,
  RatingRequest: { subject: yes, score: yes, solved: no, text: no } satisfies Keys<Input<'sendRating'>>,
  ActionRequest: { fields: yes } satisfies Keys<Omit<Input<'runAction'>, 'actionId'>>,
  ActionResult: { title: yes, body: yes, ok: yes } satisfies Keys<Answer<'runAction'>>,
};
const events = {
  queue: { id: yes, type: yes, snapshot: yes } satisfies Keys<EventOf<'queue'>>,
  message: { id: yes, type: yes, message: yes } satisfies Keys<EventOf<'message'>>,
  typing: { id: yes, type: yes, from: yes, until: yes } satisfies Keys<EventOf<'typing'>>,
  read: { id: yes, type: yes, by: yes, messageId: yes } satisfies Keys<EventOf<'read'>>,
  agent: { id: yes, type: yes, change: yes, agentName: no } satisfies Keys<EventOf<'agent'>>,
  state: { id: yes, type: yes, state: yes, reason: no } satisfies Keys<EventOf<'state'>>,
} satisfies Record<ConversationEvent['type'], object>;

const keysOf = (schema: JsonSchema): Record<string, string> =>
  Object.fromEntries(
    Object.keys(schema.properties ?? {}).map((name) => [name, schema.required?.includes(name) ? yes : no]),
  );

const NOW = 1_800_000_000_000;
const aMessage: Message = {
  ...{ id: 'm1', from: 'agent', agentName: 'Lin', text: '你好', at: NOW, chips: ['Yes'] },
  attachments: [{ id: 'u1', name: 'a.png', type: 'image/png', bytes: 3, url: 'https://host.example/u1' }],
};
const aRequest: Required<HelpRequest> = {
  ...{ topic: 'orders', subject: 'Parcel', locale: 'zh-Hans', priority: 'p1', tier: 'gold', mood: 'upset' },
  ...{ text: 'Where is it?', customer: { name: 'A', email: 'a@shop.example', phone: '+1 555' } },
  context: { searches: ['parcel'], articles: ['a1'], pageUrl: '/', appVersion: '1', facts: { order: '7' } },
  announced: { p50Ms: 60_000, p90Ms: 120_000, observedAt: NOW },
};
const aField: Required<FormField> = {
  ...{ id: 'order', kind: 'choice', label: { en: 'Order' }, required: true, help: { en: 'Which' } },
  choices: [{ value: '7', label: { en: 'Seven' } }],
};
const aPolicy: ReplyPolicy = {
  p0: { basis: 'clock', minutes: 15 },
  p1: { basis: 'business', minutes: 240 },
  normal: { basis: 'next-working-day', by: 'close' },
  whenClosed: { normal: { basis: 'next-working-day' } },
};
const aQueue: Required<QueueSnapshot> = {
  ...{ observedAt: NOW, position: 1, queueLength: 3, agentsOnline: 2, slots: 6, busySlots: 6, handleTimeMs: 240_000 },
  ...{ longestWaitMs: 0, recentStarts: [{ at: NOW, waitMs: 0 }], capacityForecast: [{ at: NOW, slots: 3 }] },
  estimate: { p50Ms: 60_000, p90Ms: 90_000 },
};
const { observedAt: _at, position: _place, estimate: _figure, ...line } = aQueue;
const aStatus: Required<ServiceStatus> = {
  ...{ state: 'busy', observedAt: NOW, pollMs: 5000, nextChangeAt: NOW + 1, agents: { online: 2, available: 0 } },
  ...{ queue: line, wait: { p50Ms: 1, p90Ms: 2, samples: 3 }, accuracy: { samples: 20, withinP90: 19 }, peak: true },
  load: { timeZone: 'Asia/Shanghai', byWeekdayHour: Array.from({ length: 168 }, () => 0.5) },
  notices: [{ id: 'n', level: 'outage', text: { en: 'Down' }, nextNewsAt: NOW, since: NOW }],
  hours: {
    desks: [
      {
        ...{ id: 'd', name: 'Desk', timeZone: 'UTC', holidays: ['2026-12-25'], serves: { languages: ['en'] } },
        ...{ weekly: { 1: [['09:00', '24:00']] }, special: { '2026-12-24': [] } },
      },
    ],
  },
  ...{ replyPolicy: aPolicy, forms: [{ id: 'f', topic: { en: 'Orders' }, fields: [aField] }] },
  actions: [{ id: 'a', title: { en: 'Where' }, keywords: ['parcel'], fields: [] }],
  callbackSlots: [{ at: NOW, durationMs: 900_000 }],
  supports: { submitTicket: true, search: false },
};
const aTicket: Required<Ticket> = {
  ...{ id: 'T-1', status: 'open', subject: '', replyBy: null, messages: [aMessage], claimToken: 'c' },
};
const aResult: SearchResult = {
  ...{ kind: 'video', articleId: 'a', locale: 'en', score: 3.5, title: [{ text: 'Parcel', hit: true }], excerpt: [] },
  ...{ category: 'c', sectionId: 's', atMs: 100, url: '/a' },
};
const someEvents: readonly ConversationEvent[] = [
  { id: '1', type: 'queue', snapshot: { observedAt: NOW } },
  { id: '2', type: 'message', message: aMessage },
  { id: '3', type: 'typing', from: 'agent', until: NOW },
  { id: '4', type: 'read', by: 'agent', messageId: 'm' },
  { id: '5', type: 'agent', change: 'joined', agentName: 'Lin' },
  { id: '6', type: 'state', state: 'ended', reason: 'solved' },
];
const anAction: Answer<'runAction'> = {
  ...{ title: 'Done', body: { v: 1, nodes: ['a', { tag: 'p', children: [{ tag: 'br' }] }] }, ok: true },
};
const good: readonly [name: string, value: unknown][] = [
  ['ServiceStatus', aStatus],
  ['ServiceStatus', { state: 'unknown', observedAt: NOW, supports: {} }],
  ['QueueSnapshot', aQueue],
  ['HelpRequest', aRequest],
  ['TicketRequest', { ...aRequest, formId: 'f', fields: { order: '7', files: ['u1'], n: 3 }, attachments: ['u1'] }],
  ['CallbackRequest', { ...aRequest, phone: '+1 555', slotAt: NOW }],
  ['Ticket', aTicket],
  ['SearchAnswer', { results: [aResult], cursor: 'x' }],
  ['EventList', { events: someEvents, cursor: '6' }],
  ['ActionResult', anAction],
  ['ActionResult', { ...anAction, body: 'plain' }],
  ['RatingRequest', { subject: { ticketId: 'T-1' }, score: 5, solved: true, text: '' }],
  ['Session', { token: 't', expiresAt: NOW, customerId: 'c', claim: null }],
  ['ProblemDocument', { type: 'about:blank', title: 'No', status: 422, code: 'conflict', problems: [], detail: '' }],
  ['EventsRequest', { events: [{ name: 'open', at: NOW, data: { view: 'home', total: 3, guess: false } }] }],
];
const bad: readonly [what: string, name: string, value: unknown][] = [
  ['seconds for milliseconds', 'ServiceStatus', { ...aStatus, observedAt: NOW / 1000 }],
  ['a fraction of a millisecond', 'ServiceStatus', { ...aStatus, observedAt: NOW + 0.5 }],
  ['microseconds', 'ServiceStatus', { ...aStatus, observedAt: NOW * 1000 }],
  ['an ISO date', 'ServiceStatus', { ...aStatus, observedAt: '2026-11-22T10:00:00Z' }],
  ['the year 1970 as no date', 'Ticket', { ...aTicket, replyBy: 0 }],
  ['the year 0001 as no date', 'TicketReceipt', { ticketId: '1', replyBy: Date.parse('0001-01-01T00:00:00Z') }],
  ['no promise left out', 'TicketReceipt', { ticketId: '1' }],
  ['a place from 0', 'QueueSnapshot', { ...aQueue, position: 0 }],
  ['half a place', 'QueueSnapshot', { ...aQueue, position: 1.5 }],
  ['a negative wait', 'QueueSnapshot', { ...aQueue, estimate: { p50Ms: -1, p90Ms: 1 } }],
  ['an unknown state', 'ServiceStatus', { ...aStatus, state: 'online' }],
  ['Sunday as day 0', 'Desk', { timeZone: 'UTC', weekly: { 0: [['09:00', '17:00']] } }],
  ['a time of one digit', 'Desk', { timeZone: 'UTC', weekly: { 1: [['9:00', '17:00']] } }],
  ['an event of another kind', 'ConversationEvent', { id: '1', type: 'ping' }],
  ['an event without id', 'ConversationEvent', { type: 'state', state: 'open' }],
  ['a message that is too long', 'MessageRequest', { text: 'x'.repeat(8001) }],
  ['no text', 'HelpRequest', { ...aRequest, text: '' }],
  ['text that is no text', 'HelpRequest', { ...aRequest, text: {} }],
  ['an object in a field', 'TicketRequest', { ...aRequest, fields: { order: { $gt: '' } } }],
  ['a rating of nothing', 'RatingRequest', { subject: {}, score: 5 }],
  ['a number as id', 'TicketReceipt', { ticketId: 7, replyBy: null }],
];

const ajv = new Ajv2020({ strict: true, allErrors: true });
ajv.addSchema(Object.values(schemas));
const isGood = (name: string, value: unknown): boolean => ajv.validate({ $ref: name }, value) === true;

describe('schemas', () => {
  it.each(Object.keys(schemas))('compile strictly: %s', (name) => {
    expect(ajv.getSchema(name)).toBeTypeOf('function');
  });

  it.each(Object.entries(types))('have the members of the type: %s', (name, keys) => {
    expect(keysOf(schemas[name]!)).toEqual(keys);
  });

  it('have the members of each kind of event', () => {
    const branches = schemas.ConversationEvent!.oneOf!.map((each) => [each.properties?.type?.const, keysOf(each)]);
    expect(Object.fromEntries(branches)).toEqual(events);
  });

  it('know every method and every code', () => {
    const methods: Record<keyof HelpAdapter, true> = Object.fromEntries(METHODS.map((name) => [name, true])) as never;
    type Missing = Exclude<keyof HelpAdapter, (typeof METHODS)[number]> | Exclude<HelpErrorCode, Codes>;
    type Codes = (typeof ERROR_CODES)[number];
    const none: [Missing] extends [never] ? true : false = true;
    expect([Object.keys(methods).length, none]).toEqual([METHODS.length, true]);
  });

  it.each(good)('take what the types allow: %s', (name, value) => {
    expect(isGood(name, value), ajv.errorsText()).toBe(true);
  });

  it.each(bad)('refuse %s', (_, name, value) => {
    expect(isGood(name, value)).toBe(false);
  });

  it('ignore members that they do not name', () => {
    expect(isGood('Ticket', { ...aTicket, colour: 'red' })).toBe(true);
  });

  it('describe every member', () => {
    const silent = Object.entries(schemas).flatMap(([name, { description, oneOf, properties = {} }]) => [
      ...(description ? [] : [name]),
      ...[properties, ...(oneOf ?? []).map((each) => each.properties ?? {})].flatMap((members) =>
        Object.entries(members).flatMap(([member, each]) => (each.description || each.$ref ? [] : `${name}.${member}`)),
      ),
    ]);
    expect(silent).toEqual([]);
  });
});

describe('routes', () => {
  it('name schemas that there are, and use each of them', () => {
    const names = routes.flatMap(({ request, response, poll }: Route) => [request, response, poll ?? null]);
    const used = names.filter((name): name is string => name !== null && name !== 'bytes');
    expect(used.filter((name) => !(name in schemas))).toEqual([]);
    const reached = new Set([...used, 'ProblemDocument']);
    for (const name of reached)
      for (const [, found] of JSON.stringify(schemas[name]).matchAll(/"\$ref":"(\w+)"/g)) reached.add(found!);
    expect(Object.keys(schemas).filter((name) => !reached.has(name))).toEqual([]);
  });

  it('serve every method of an adapter but the queue’s own stream, which the conversation’s holds', () => {
    const served = routes.map(({ supports }) => supports);
    expect(METHODS.filter((method) => !served.includes(method))).toEqual(['watchQueue']);
    expect(served.filter((method) => method === null)).toHaveLength(1);
  });

  it('are told apart by method and path', () => {
    expect(new Set(routes.map(({ method, path }) => `${method} ${path}`)).size).toBe(routes.length);
  });

  it('ask for an idempotency key exactly where something is made', () => {
    expect(routes.filter(({ idempotent }) => idempotent).map(({ path }) => path.replace('/v1/', ''))).toEqual([
      ...['conversations', 'conversations/{id}/messages', 'uploads', 'tickets', 'tickets/{id}/messages'],
      ...['callbacks', 'ratings', 'actions/{id}'],
    ]);
  });
});
