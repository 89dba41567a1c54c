import { routes } from '@helpkiosk/adapters/contract';
import { createFakeEnv } from '@helpkiosk/core/testing';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { HostOptions } from '../options.js';
import { aHost, type TestHost, type Visit } from './a-host.js';
import { createHostileRequests, sendHostile } from './hostile.js';

const PLANTED = 'only Ann may read this';
const AT_ONCE = 8;
const UNLIMITED = { burst: 1e9, perSecond: 1e9 };

/** `count` requests of `seed`, against a host with these options beside its own. */
export interface HostileSuite {
  readonly count: number;
  readonly seed: number;
  readonly options?: () => HostOptions;
}

/** Whatever is sent, a problem document comes back: never a 500, never what is another customer's. */
export function describeHostile(name: string, { count, seed, options = () => ({}) }: HostileSuite): void {
  describe(`hostile requests to ${name}`, () => {
    let host: TestHost;
    let [ann, bob]: Visit[] = [];
    let own: { conversation: string; ticket: string; claim: string };
    let before: unknown;

    beforeAll(async () => {
      const limits = { address: UNLIMITED, customer: UNLIMITED, session: UNLIMITED, upload: UNLIMITED };
      host = await aHost({ limits, mostConversations: 1e6, ...options() });
      [ann, bob] = [await host.visit(), await host.visit()];
      const body = { locale: 'en', text: PLANTED, customer: { email: 'planted@mail.example' } };
      const ticket = (await ann!.ask('POST', '/v1/tickets', { body })).body;
      const { conversationId } = (await ann!.ask('POST', '/v1/conversations', { body })).body;
      own = { conversation: conversationId, ticket: ticket.ticketId, claim: ticket.claimToken };
      before = await annsThings();
    });
    afterAll(() => host.close());

    const annsThings = async (): Promise<unknown> => [
      (await ann!.ask('GET', `/v1/tickets/${own.ticket}`)).body,
      (await ann!.ask('GET', `/v1/conversations/${own.conversation}`)).body,
    ];

    it(`are answered with sense, ${count} of seed ${seed}`, { timeout: 60_000 + count * 40 }, async () => {
      const { random } = createFakeEnv({ seed: seed });
      const mine = (await bob!.ask('POST', '/v1/conversations', { body: { locale: 'en', text: 'x' } })).body;
      const targets = { ids: [own.conversation, own.ticket, mine.conversationId, 'x'], tokens: [bob!.token, 'x.y'] };
      const draw = createHostileRequests(random, routes, targets);
      const port = Number(new URL(host.url).port);
      const faults: string[] = [];
      const seen = new Map<number, number>();
      const send = async (): Promise<void> => {
        const hostile = draw();
        const { status, type, text } = await sendHostile(port, hostile);
        seen.set(status, (seen.get(status) ?? 0) + 1);
        const complain = (what: string): void =>
          void faults.push(
            `${what}: ${status} to ${JSON.stringify({ ...hostile, body: String(hostile.body) }).slice(0, 600)}`,
          );
        if (status >= 500 || status < 200) complain('a fault');
        if (status >= 400 && !type.startsWith('application/problem+json')) complain('no problem document');
        if (status >= 400 && hostile.method !== 'HEAD' && (JSON.parse(text) as { status: number }).status !== status)
          complain('another status in the document');
        if (text.includes(PLANTED) || text.includes('planted@') || text.includes(own.claim))
          complain('told to a stranger');
      };
      for (let done = 0; done < count; done += AT_ONCE) {
        await Promise.all(Array.from({ length: Math.min(AT_ONCE, count - done) }, send));
        if (done % 400 === 0) await host.env.advance(1000);
      }
      console.log(`answers by status: ${JSON.stringify(Object.fromEntries([...seen].sort((a, b) => a[0] - b[0])))}`);
      expect(faults).toEqual([]);
      expect(host.lines.filter((line) => line.includes('"fault"'))).toEqual([]);
      // Every check has been reached, and requests have come through as well.
      for (const status of [200, 201, 204, 400, 401, 403, 404, 405, 413, 415, 417, 422])
        expect([status, seen.get(status) ?? 0]).not.toEqual([status, 0]);
      expect(await annsThings()).toEqual(before);
      expect((await host.ask('GET', '/healthz')).status).toBe(200);
    });
  });
}
