// The reference host and the page's client of hosts, each held against the protocol's conformance kit.
import { createHostAdapter } from '@helpkiosk/adapters';
import { createFakeEnv } from '@helpkiosk/core/testing';
import type { ArticleSource, HelpAdapter } from '@helpkiosk/core';
import { createLiveSearch } from '@helpkiosk/search';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startHost } from '../examples/host/src/index.js';
import { checkHost, METHODS, testAdapter } from '../packages/adapters/src/contract/index.js';
import { listen } from '../packages/adapters/src/contract/testing/two-routes.js';
import { createWholeHost } from '../packages/adapters/src/contract/testing/whole-host.js';

interface Running {
  url: string;
  close(): Promise<unknown>;
}

const ORIGIN = 'https://shop.example';
/** Open at all times, so that the test is the same at night. */
const ALWAYS = [['00:00', '24:00']] as const;
const hours = {
  desks: [
    {
      timeZone: 'UTC',
      weekly: { 1: ALWAYS, 2: ALWAYS, 3: ALWAYS, 4: ALWAYS, 5: ALWAYS, 6: ALWAYS, 7: ALWAYS },
    },
  ],
};
const articles = ['Orders', 'Order history', 'Cancel an order'].map((title, i): ArticleSource => ({
  id: `a${i}`,
  locale: 'en',
  title,
  body: 'Open the list of your orders.',
}));
const startExample = async (): Promise<Running> => {
  const found = await createLiveSearch(articles);
  return startHost({
    ...{ origins: [ORIGIN], shop: { hours } },
    search: async ({ text, ...asked }, { signal }) => (await found.query(text, { ...asked, signal })).results,
  });
};
const startWhole = (): Promise<Running> => listen(createWholeHost());

describe('the reference host', () => {
  it('keeps the whole protocol, also over a bad way', async () => {
    const host = await startExample();
    try {
      const results = await checkHost(host.url, { origin: ORIGIN, holdMs: 1, limitMs: 8_000 });
      expect(results.filter(({ state }) => state !== 'passed')).toEqual([]);
      expect(results.length).toBeGreaterThan(80);
    } finally {
      await host.close();
    }
  }, 120_000);
});

describe.each<[name: string, start: () => Promise<Running>, leftOut: readonly string[]]>([
  ['a host with every route', startWhole, []],
  ['the reference host', startExample, ['ask']],
])('createHostAdapter, on %s', (_, start, leftOut) => {
  const supports = METHODS.filter((method) => method !== 'watchQueue' && !leftOut.includes(method));
  const env = createFakeEnv({ now: Date.now() });
  let host: Running;
  beforeAll(async () => void (host = await start()));
  afterAll(() => host.close());

  testAdapter({
    create() {
      const adapter = createHostAdapter({ url: host.url, env, fetch });
      return Object.fromEntries(supports.map((method) => [method, adapter[method]])) as HelpAdapter;
    },
    async tick() {
      await env.advance(5);
      await new Promise((resolve) => setTimeout(resolve, 1));
    },
    ...{ supports, it: (name, run) => it(name, run, 30_000), expect, limitMs: 20_000 },
  });
});
