import { afterEach, describe, expect, it } from 'vitest';
import { aHost, type TestHost } from '../testing/a-host.js';

const MINUTE_MS = 60_000;
const DAY_MS = 86_400_000;
const WISH = { locale: 'zh-TW', text: '壺壞了' };
let host: TestHost;
afterEach(() => host.close());

const minutes = async (count: number): Promise<void> => {
  for (let step = 0; step < count * 4; step++) await host.env.advance(MINUTE_MS / 4);
};

describe('simulated staff', () => {
  it('takes whoever is next, answers in her language, and ends what is over', async () => {
    host = await aHost({ staff: { agents: 1, slots: 1 }, tokenMs: DAY_MS });
    const { ask } = await host.visit();
    const { conversationId: id } = (await ask('POST', '/v1/conversations', { body: WISH })).body;
    await host.env.advance(10_000);
    await ask('POST', `/v1/conversations/${id}/messages`, { body: { text: '紅色的' } });
    await host.env.advance(10_000);
    const { body } = await ask('GET', `/v1/conversations/${id}`);
    expect(body.state).toBe('open');
    expect(body.messages.map(({ from, text }: { from: string; text: string }) => [from, text])).toMatchObject([
      ...[
        ['customer', '壺壞了'],
        ['agent', /您好，您寫的/],
        ['customer', '紅色的'],
        ['agent', /系統/],
      ].map((each) => [each[0], typeof each[1] === 'string' ? each[1] : expect.stringMatching(each[1]!)]),
    ]);
    await minutes(40);
    expect((await ask('GET', `/v1/conversations/${id}`)).body.state).toBe('ended');
    expect(host.desk.snapshot()).toMatchObject({ busySlots: 0, queueLength: 0 });
  });

  it('answers tickets before their promise falls due, and solves them', async () => {
    host = await aHost({ staff: true, tokenMs: DAY_MS });
    const { ask } = await host.visit();
    const { ticketId } = (await ask('POST', '/v1/tickets', { body: { ...WISH, priority: 'p0' } })).body;
    await minutes(9);
    const waiting = (await ask('GET', `/v1/tickets/${ticketId}`)).body;
    expect([waiting.status, waiting.messages[1].from]).toEqual(['waiting', 'agent']);
    await ask('POST', `/v1/tickets/${ticketId}/messages`, { body: { text: '紅色的' } });
    await minutes(15);
    expect((await ask('GET', `/v1/tickets/${ticketId}`)).body.status).toBe('solved');
    expect(await host.store.tickets.promisesSince(0)).toEqual({ made: 2, kept: 2, missed: 0 });
  });

  it(
    'is the same for the same seed, and keeps what it announces to its visitors in the main',
    { timeout: 30_000 },
    async () => {
      const run = async (seed: number) => {
        host = await aHost({ seed, staff: { agents: 2, slots: 2, visitors: 0.9 }, pollMs: MINUTE_MS });
        for (let minute = 0; minute < 30; minute++) await host.env.advance(MINUTE_MS);
        const { queue, accuracy } = (await host.ask('GET', '/v1/status')).body;
        await host.close();
        return { queue, accuracy };
      };
      const [one, again, other] = [await run(3), await run(3), await run(4)];
      expect(again).toEqual(one);
      expect(other).not.toEqual(one);
      expect(one.accuracy.samples).toBeGreaterThan(10);
      expect(one.accuracy.withinP90 / one.accuracy.samples).toBeGreaterThan(0.6);
    },
  );

  it('leaves nothing running', async () => {
    host = await aHost({ staff: { visitors: 1, pace: 10 } });
    await minutes(5);
    await host.close();
    expect(host.env.timerCount()).toBe(0);
  });

  it('has more or fewer agents when told', async () => {
    host = await aHost({ staff: { agents: 3 } });
    host.staff!.setAgents(1);
    expect(host.desk.agents().map(({ id }) => id)).toEqual(['simulated-1']);
    host.staff!.setAgents(2);
    expect(host.desk.snapshot()).toMatchObject({ agentsOnline: 2, slots: 4 });
  });
});
