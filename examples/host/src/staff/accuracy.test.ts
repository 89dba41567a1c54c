// Story 4: what the status says of kept waits, against a count of this test's own that knows only what its customers saw.
import { createWaitEstimator, presentWait, type ServiceStatus } from '@helpkiosk/core';
import { createFakeEnv, type FakeEnv } from '@helpkiosk/core/testing';
import { afterEach, describe, expect, it } from 'vitest';
import { aHost, type TestHost, type Visit } from '../testing/a-host.js';

const MINUTE_MS = 60_000;
const DAY_MS = 86_400_000;
const UNLIMITED = { address: { burst: 1e6, perSecond: 1e6 }, session: { burst: 1e6, perSecond: 1e6 } };
let host: TestHost;
afterEach(() => host.close());

/** Somebody who joined: when, what she was told, and what became of it. */
interface Told {
  readonly visit: Visit;
  readonly id: string;
  readonly joinedAt: number;
  readonly p90Ms: number | null;
  readonly leavesAt: number;
  end: { served: boolean; at: number } | null;
}

/** What a browser shows of a status to somebody who would join now. */
function createBrowser(env: FakeEnv) {
  const estimator = createWaitEstimator();
  return ({ queue, observedAt }: ServiceStatus) => {
    estimator.observe({ ...queue, observedAt });
    const position = queue!.queueLength! + 1;
    const estimate = estimator.estimate(env.now(), { position, waitedMs: 0 });
    const { kind, fromMin, toMin } = presentWait(estimate, null, { position, waitedMs: 0, announced: null });
    if (kind === 'soon') return { p50Ms: 0, p90Ms: MINUTE_MS, observedAt };
    if (kind !== 'range' || toMin === undefined) return undefined;
    return { p50Ms: fromMin! * MINUTE_MS, p90Ms: toMin * MINUTE_MS, observedAt };
  };
}

describe('the accuracy of a status', () => {
  it('equals an independent count over an afternoon of simulated staff', { timeout: 60_000 }, async () => {
    const staff = { agents: 2, slots: 2, handleTimeMs: 4 * MINUTE_MS };
    host = await aHost({ seed: 11, staff, limits: UNLIMITED, tokenMs: DAY_MS });
    const chance = createFakeEnv({ seed: 5 });
    const show = createBrowser(host.env);
    const told = new Map<string, Told>();
    host.desk.watch((event) => {
      const one = event.type === 'taken' ? told.get(event.conversation.id) : undefined;
      if (one) one.end = { served: true, at: host.env.now() };
    });
    const come = async (): Promise<void> => {
      const visit = await host.visit();
      const status = (await host.ask('GET', '/v1/status')).body as ServiceStatus;
      const shown = show(status);
      // Some browsers hope for too much, so that there are misses to be counted.
      const hoped = { p50Ms: 0, p90Ms: 2 * MINUTE_MS, observedAt: status.observedAt };
      const announced = chance.random() < 0.4 ? hoped : shown;
      const body = { locale: 'en', text: '?', ...(announced ? { announced } : {}) };
      const joinedAt = host.env.now();
      const { conversationId: id } = (await visit.ask('POST', '/v1/conversations', { body })).body;
      const leavesAt = joinedAt - Math.log(1 - chance.random()) * 15 * MINUTE_MS;
      const isTaken = !host.desk.waiting().some((waiting) => waiting.id === id);
      const end = isTaken ? { served: true, at: joinedAt } : null;
      told.set(id, { visit, id, joinedAt, p90Ms: announced?.p90Ms ?? null, leavesAt, end });
    };
    for (let step = 0; step < 180; step++) {
      if (step % 60 === 30) host.staff!.setAgents(0);
      if (step % 60 === 54) host.staff!.setAgents(2);
      if (chance.random() < 0.55) await come();
      await host.env.advance(30_000);
      for (const one of told.values()) {
        if (one.end || one.leavesAt > host.env.now()) continue;
        one.end = { served: false, at: host.env.now() };
        await one.visit.ask('DELETE', `/v1/conversations/${one.id}/queue`);
      }
    }
    await host.desk.settled();
    const ends = [...told.values()].flatMap(({ end, joinedAt, p90Ms }) =>
      end && p90Ms !== null ? [{ served: end.served, late: end.at - joinedAt > p90Ms }] : [],
    );
    const hits = ends.filter(({ served, late }) => served && !late).length;
    const lateServed = ends.filter(({ served, late }) => served && late).length;
    const lateLeft = ends.filter(({ served, late }) => !served && late).length;
    const leftBefore = ends.filter(({ served, late }) => !served && !late).length;
    // Each kind has happened, or nothing would be shown by the sum.
    for (const count of [hits, lateServed, lateLeft, leftBefore]) expect(count).toBeGreaterThan(1);
    const { accuracy } = (await host.ask('GET', '/v1/status')).body as ServiceStatus;
    expect(accuracy).toEqual({ samples: hits + lateServed + lateLeft, withinP90: hits });
  });

  it('does not count what no browser of ours would have announced, nor what is older than thirty days', async () => {
    host = await aHost();
    const { ask } = await host.visit();
    const now = host.env.now();
    const announce = (p50Ms: number, p90Ms: number, observedAt: number) =>
      ask('POST', '/v1/conversations', { body: { locale: 'en', text: '?', announced: { p50Ms, p90Ms, observedAt } } });
    await announce(0, 25 * 3_600_000, now);
    await announce(9, 8, now);
    await announce(0, MINUTE_MS, now - 11 * MINUTE_MS);
    await announce(0, MINUTE_MS, now);
    host.desk.setAgent({ id: 'a', name: 'A', slots: 9 });
    await host.desk.settled();
    const read = async () => ((await host.ask('GET', '/v1/status')).body as ServiceStatus).accuracy;
    expect(await read()).toEqual({ samples: 1, withinP90: 1 });
    host.env.jumpClock(30 * DAY_MS);
    expect(await read()).toEqual({ samples: 0, withinP90: 0 });
  });
});
