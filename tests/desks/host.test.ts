// The reference host on Postgres: the same suites as on its embedded store, and the conformance checks.
import { checkHost } from '@helpkiosk/adapters/contract';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startHost } from '../../examples/host/src/index.js';
import { openStore } from '../../examples/host/src/store/store.js';
import { describeHostile } from '../../examples/host/src/testing/hostile-suite.js';
import { describeStore } from '../../examples/host/src/testing/store-suite.js';
import { startPostgres, type Postgres } from './postgres.js';

const SHOP = 'https://shop.example';
let postgres: Postgres;
beforeAll(async () => void (postgres = await startPostgres()));
afterAll(() => postgres.stop());

describeStore('Postgres', async () => openStore({ url: await postgres.createDatabase() }));

describe('a host on Postgres', () => {
  let databaseUrl: string;
  beforeAll(async () => void (databaseUrl = await postgres.createDatabase()));

  it('keeps the protocol whole, over a bad way too', { timeout: 300_000 }, async () => {
    const host = await startHost({ databaseUrl, staff: true, origins: [SHOP] });
    const results = await checkHost(host.url, { origin: SHOP }).finally(() => host.close());
    expect(results.filter(({ state }) => state !== 'passed')).toEqual([]);
    expect(results.length).toBeGreaterThan(70);
  });

  it('has what it had when it starts again', async () => {
    const store = await openStore({ url: databaseUrl });
    const tickets = await store.tickets.inStatus('received', 1000);
    await store.close();
    expect(tickets.length).toBeGreaterThan(0);
  });

  it('goes on when Postgres has ended its connections', async () => {
    const host = await startHost({ databaseUrl });
    const isWell = async (): Promise<boolean> => (await fetch(`${host.url}/healthz`)).ok;
    expect(await isWell()).toBe(true);
    await postgres.dropConnections();
    // The first to use a dead connection may be the one that finds out.
    const answers = [await isWell(), await isWell(), await isWell()];
    expect(answers.at(-1)).toBe(true);
    await host.close();
  });

  it('cannot be started where there is no Postgres', async () => {
    await expect(startHost({ databaseUrl: 'postgres://host@127.0.0.1:1/none' })).rejects.toThrow();
  });

  describeHostile('Postgres', { count: 2000, seed: 3, options: () => ({ databaseUrl }) });
});
