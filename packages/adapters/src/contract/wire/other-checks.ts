import type { Attachment, FormField, SearchResult } from '@helpkiosk/core';
import {
  bodyOf,
  CheckFailure,
  must,
  mustHold,
  mustRefuse,
  type HostCheck,
  type HostUnderTest,
} from './host-under-test.js';
import { readEvents } from './read-events.js';
import { MOST_TRIES } from './wire.js';

const FILE = new TextEncoder().encode('a file of helpkiosk check-host');
const NAME = '收据 1.txt';

const upload = (host: HostUnderTest, key = host.key()) =>
  host.ask('POST', '/v1/uploads', {
    ...{ body: FILE, key },
    headers: { 'content-type': 'text/plain', 'helpkiosk-name': encodeURIComponent(NAME) },
  });

/** Files, calls, ratings, events, search, actions, answers. */
export const otherChecks: readonly HostCheck[] = [
  {
    name: 'uploads: are kept with their name and size, once for one key',
    needs: ['upload'],
    async run(host) {
      const key = host.key();
      const [first, again] = [await upload(host, key), await upload(host, key)];
      const [one, other] = [first, again].map((each) => bodyOf<Attachment>(each, 201, 'Attachment'));
      must(one!.name === NAME && one!.bytes === FILE.length, `keeps ${one!.name}, ${one!.bytes} bytes`);
      must(one!.id === other!.id, 'keeps two files for one key');
    },
  },
  {
    name: 'uploads: go along with a ticket',
    needs: ['upload', 'submitTicket'],
    async run(host) {
      const { id } = bodyOf<Attachment>(await upload(host), 201, 'Attachment');
      const body = host.request({ attachments: [id] });
      bodyOf(await host.ask('POST', '/v1/tickets', { body, key: host.key() }), 201, 'TicketReceipt');
      const unknown = host.request({ attachments: ['helpkiosk-no-such'] });
      mustRefuse(await host.ask('POST', '/v1/tickets', { body: unknown, key: host.key() }), 400, 404, 409, 422);
    },
  },
  {
    name: 'callbacks: a free slot is taken, once for one key',
    needs: ['requestCallback'],
    async run(host) {
      const slot = host.status.callbackSlots?.find(({ at }) => at > host.now() + 60_000);
      if (!slot) return 'no call can be had now';
      const [key, body] = [host.key(), host.request({ phone: '+1 555 0100', slotAt: slot.at })];
      const ids: string[] = [];
      for (let times = 0; times < 2; times++) {
        const answer = await host.ask('POST', '/v1/callbacks', { body, key });
        const receipt = bodyOf<{ callbackId: string }>(answer, 201, 'CallbackReceipt');
        mustHold('dates', 'CallbackReceipt', receipt);
        ids.push(receipt.callbackId);
      }
      must(ids[0] === ids[1], 'promises two calls for one key');
    },
  },
  {
    name: 'ratings: are taken, and of nothing refused',
    needs: ['sendRating'],
    async run(host) {
      const rating = { subject: { articleId: 'check-host' }, score: 5, solved: true, text: '好' };
      bodyOf(await host.ask('POST', '/v1/ratings', { body: rating, key: host.key() }), 204, null);
      const none = { ...rating, subject: {} };
      mustRefuse(await host.ask('POST', '/v1/ratings', { body: none, key: host.key() }), 400, 422);
    },
  },
  {
    name: 'events of the widget: are taken from everybody',
    needs: ['report'],
    async run(host) {
      const events = [{ name: 'open', at: host.now(), data: { view: 'home', total: 3, guess: false } }];
      bodyOf(await host.wire.ask('POST', '/v1/events', { body: { events } }), 204, null);
      const vote = { name: 'articleVote', at: host.now(), data: { articleId: 'check-host', helpful: true } };
      bodyOf(await host.wire.ask('POST', '/v1/events', { body: { events: [vote, vote] } }), 204, null);
      for (const body of [{ events: 'open' }, { events: [{ name: 'open' }] }])
        mustRefuse(await host.wire.ask('POST', '/v1/events', { body }), 400, 422);
    },
  },
  {
    name: 'search: answers with results, at most as many as were asked for',
    needs: ['search'],
    async run(host) {
      for (const words of ['order', '退货 & 换货', '%']) {
        const query = new URLSearchParams({ q: words, locale: 'en', limit: '2' });
        const answer = await host.wire.ask('GET', `/v1/search?${query}`);
        const { results } = bodyOf<{ results: SearchResult[] }>(answer, 200, 'SearchAnswer');
        must(results.length <= 2, `answers with ${results.length} results, not at most 2`);
        const names = results.map(({ kind, articleId, url = '' }) => `${kind} ${articleId} ${url}`);
        must(new Set(names).size === names.length, 'answers with a result twice');
      }
    },
  },
  {
    name: 'actions: are done, or say which field needs another look',
    needs: ['runAction'],
    async run(host) {
      for (const { id, fields } of host.status.actions ?? []) {
        const request = { body: { fields: fill(fields) }, key: host.key() };
        const answer = await host.ask('POST', `/v1/actions/${encodeURIComponent(id)}`, request);
        if (answer.status === 200) bodyOf(answer, 200, 'ActionResult');
        else mustRefuse(answer, 400, 404, 409, 422);
      }
      const unknown = { body: { fields: {} }, key: host.key() };
      mustRefuse(await host.ask('POST', '/v1/actions/helpkiosk-no-such', unknown), 404);
    },
  },
  {
    name: 'answers: come piece by piece',
    needs: ['ask'],
    async run(host) {
      const body = {
        ...{ question: 'When does my parcel come?', locale: 'en' },
        passages: [{ articleId: 'a', text: 'Parcels come in three days.' }],
      };
      const signal = AbortSignal.timeout(host.limitMs);
      let pieces = 0;
      for (let isWhole = false, tried = 0; !isWhole; tried++) {
        must(tried < MOST_TRIES, 'breaks off each time');
        const headers = { ...(await host.customer()), accept: 'text/event-stream' };
        const response = await host.wire.open('/v1/answers', { method: 'POST', body, headers, signal });
        must(response.status === 200, `answers ${response.status}`);
        isWhole = await readEvents(response.body!, ({ data }) => {
          mustHold('shape', 'AnswerPart', JSON.parse(data));
          pieces++;
        }).then(
          () => true,
          (error: unknown) => {
            if (error instanceof CheckFailure || signal.aborted) throw error;
            return false; // the way broke: an answer has no place to go on from, and is asked for again
          },
        );
      }
      must(pieces > 0, 'says nothing');
    },
  },
];

/** A value for each field, as somebody would fill it in who only tries. */
function fill(fields: readonly FormField[]): Record<string, unknown> {
  const values: Readonly<Record<FormField['kind'], (field: FormField) => unknown>> = {
    text: () => '1',
    longtext: () => 'A check of the host',
    choice: ({ choices }) => choices?.[0]?.value ?? '',
    date: () => '2026-01-05',
    file: () => [],
    email: () => 'check@host.example',
    phone: () => '+1 555 0100',
  };
  return Object.fromEntries(fields.map((field) => [field.id, values[field.kind](field)]));
}
