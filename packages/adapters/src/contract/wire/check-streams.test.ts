import type { ConversationEvent, HelpAdapter } from '@helpkiosk/core';
import { describe, expect, it } from 'vitest';
import { METHODS } from '../schemas/status.js';
import { createReferenceAdapter } from '../testing/reference-adapter.js';
import { listen } from '../testing/two-routes.js';
import { createWholeHost, type WholeHostOptions } from '../testing/whole-host.js';
import { checkHost } from './check-host.js';

async function resultsOf(options: WholeHostOptions, { faults = false, only = /./ } = {}) {
  const host = await listen(createWholeHost(options));
  try {
    return await checkHost(host.url, { faults, holdMs: 1, only: (name) => only.test(name) });
  } finally {
    await host.close();
  }
}
const failuresOf = async (options: WholeHostOptions, only = /./) =>
  (await resultsOf(options, { only })).filter(({ state }) => state === 'failed').map(({ name }) => name);

type Emit = (event: ConversationEvent) => void;
/** A good adapter whose events come otherwise. */
const hearing = (change: (emit: Emit, after: string | undefined) => Emit): HelpAdapter => {
  const good = createReferenceAdapter() as Required<HelpAdapter>;
  return {
    ...good,
    watchConversation: ({ emit, ...input }, signal) =>
      good.watchConversation({ ...input, emit: change(emit, input.after) }, signal),
  };
};

const WHOLE = 'events: come whole, once, in order, each with an id that grows';
const BEHIND = ['?after=', 'Last-Event-ID'].map(
  (by) => `events: go on behind an event by ${by}, without a gap and without a double`,
);
const POLL = 'events: are the same by long poll, which waits only while there is nothing';

describe('checkHost, where everything is served', () => {
  it('passes a whole host, also over a bad way', async () => {
    const results = await resultsOf({}, { faults: true });
    expect(results.filter(({ state }) => state === 'failed')).toEqual([]);
    expect(results.length).toBeGreaterThan(80);
    expect(results.filter(({ state }) => state === 'left-out').map(({ reason }) => reason)).toEqual(
      Array.from({ length: 2 }, () => 'no origin was given'),
    );
  }, 60_000);

  it.each<[fault: string, options: () => WholeHostOptions, fails: readonly string[]]>([
    [
      'places from 0',
      () => ({
        adapter: hearing(
          (emit) => (event) =>
            emit(event.type === 'queue' ? { ...event, snapshot: { ...event.snapshot, position: 0 } } : event),
        ),
      }),
      ['events: tell places from 1 and durations in milliseconds'],
    ],
    [
      'seconds in the queue',
      () => ({
        adapter: hearing(
          (emit) => (event) =>
            emit(event.type === 'queue' ? { ...event, snapshot: { ...event.snapshot, handleTimeMs: 240 } } : event),
        ),
      }),
      ['events: tell places from 1 and durations in milliseconds'],
    ],
    [
      'an event told twice',
      () => ({
        adapter: hearing((emit) => (event) => {
          emit(event);
          if (event.type === 'queue') emit(event);
        }),
      }),
      [WHOLE],
    ],
    ['no place to go on from', () => ({ without: 'resume' }), BEHIND],
    [
      'a gap after a drop',
      () => ({
        adapter: hearing((emit, after) => (event) => {
          if (after === undefined || Number(event.id) > Number(after) + 1) emit(event);
        }),
      }),
      BEHIND,
    ],
    ['a cursor that stays behind', () => ({ without: 'poll-cursor' }), [POLL]],
    [
      'another customer’s conversation for everybody',
      () => ({ without: 'owners' }),
      [
        'tickets: another customer’s is not there',
        'conversations: are read by whoever began them, and nobody else',
        'events: of another customer’s conversation are not there',
      ],
    ],
    [
      'another body under a known key',
      () => ({ without: 'other-body' }),
      ['tickets: a key that was used for another body is refused with 422'],
    ],
    [
      'keys ignored',
      () => ({ without: 'keys' }),
      [
        'tickets: one key makes one ticket, also when it is sent twice at a time',
        'tickets: a key that was used for another body is refused with 422',
        'tickets: one key adds one message',
        'conversations: one key begins one',
        'messages: one key says one thing, now, as it was written',
        'uploads: are kept with their name and size, once for one key',
        'callbacks: a free slot is taken, once for one key',
      ],
    ],
  ])(
    'fails for %s',
    async (_, options, fails) => {
      expect(await failuresOf(options(), /^(?!status|every|origins|writes)/)).toEqual(fails);
    },
    30_000,
  );

  it('fails for a host that serves what it does not have', async () => {
    const { getServiceStatus } = createReferenceAdapter();
    const methods = METHODS.filter((method) => method !== 'getServiceStatus');
    const rejecting = Object.fromEntries(methods.map((method) => [method, () => Promise.reject(new Error('broken'))]));
    const results = await resultsOf({ adapter: { ...rejecting, getServiceStatus: getServiceStatus! } });
    const ofRoutes = results.filter(({ name }) => !/^(status|every route|origins|session)/.test(name));
    // These ask for a refusal, and get one; other tests here break what they are about.
    const refusing = [
      'tickets: no key is refused with 400',
      'writes: a form of another site cannot make one',
      'writes: what is no JSON, or of another shape, is a problem document',
      'writes: text that is too long is a problem document',
      'tickets: an unknown one is not there',
      'actions: are done, or say which field needs another look',
    ];
    expect(ofRoutes.filter(({ state }) => state !== 'failed').map(({ name }) => name)).toEqual(refusing);
  }, 30_000);

  it('fails for refusals with other statuses', async () => {
    expect(await failuresOf({ instead: { 400: 422, 404: 403 } })).toEqual([
      'every route: an unknown one is a problem document',
      'every route: another method is a problem document',
      'tickets: no key is refused with 400',
      'tickets: an unknown one is not there',
      'tickets: another customer’s is not there',
      'conversations: one key begins one',
      'conversations: are read by whoever began them, and nobody else',
      'events: of another customer’s conversation are not there',
      'actions: are done, or say which field needs another look',
    ]);
  }, 30_000);
});
