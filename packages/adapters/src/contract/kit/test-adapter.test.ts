import type { HelpAdapter } from '@helpkiosk/core';
import { createFakeEnv } from '@helpkiosk/core/testing';
import { METHODS } from '../schemas/status.js';
import { describe, expect, it } from 'vitest';
import { createMemoryAdapter } from '../../memory/memory-adapter.js';
import { brokenAdapters } from '../testing/broken-adapters.js';
import { createReferenceAdapter } from '../testing/reference-adapter.js';
import type { KitOptions, Method } from './adapter-kit.js';
import { testAdapter } from './test-adapter.js';

/** What a run of the kit says, without a runner. */
async function resultsOf(options: Omit<KitOptions, 'it'>) {
  const tests: { name: string; run: () => Promise<void> }[] = [];
  const tick = () => new Promise<void>((resolve) => setImmediate(resolve));
  testAdapter({ tick, ...options, it: (name, run) => tests.push({ name, run }) });
  const failed: { name: string; message: string }[] = [];
  for (const { name, run } of tests)
    await run().catch((error: unknown) => failed.push({ name, message: String(error) }));
  return { count: tests.length, failed };
}

describe('a good adapter', () => {
  testAdapter({ create: () => createReferenceAdapter(), supports: METHODS, it, expect });
});

const IN_MEMORY: readonly Method[] = [
  'getServiceStatus',
  'startConversation',
  'resumeConversation',
  'watchQueue',
  'leaveQueue',
];

describe('the adapter in memory', () => {
  const env = createFakeEnv({ now: Date.parse('2026-11-23T10:00Z') });
  testAdapter({
    create() {
      const { adapter, controls } = createMemoryAdapter({ env });
      controls.setLoad('peak');
      controls.setQueue(6);
      return adapter;
    },
    ...{ supports: IN_MEMORY, it, expect, now: env.now, tick: () => env.advance(1000) },
  });
});

describe('adapters broken on purpose', () => {
  it('are more than ten, of as many faults', () => {
    expect(brokenAdapters.length).toBeGreaterThan(10);
    expect(new Set(brokenAdapters.map(({ fault }) => fault)).size).toBe(brokenAdapters.length);
  });

  it.each(brokenAdapters)('fail on the test about it alone: $fault', async ({ fails, lacks, breakIt }) => {
    const { failed } = await resultsOf({
      create() {
        const good = createReferenceAdapter() as Required<HelpAdapter>;
        return { ...good, ...breakIt(good), ...(lacks ? { [lacks]: undefined } : {}) };
      },
      ...{ supports: METHODS.filter((method) => method !== lacks), limitMs: 100 },
    });
    expect(failed.map(({ name }) => name)).toEqual([fails]);
  });
});

/** An adapter with every method, all of which do this. */
const all = (method: () => Promise<never>): HelpAdapter => Object.fromEntries(METHODS.map((name) => [name, method]));

describe('testAdapter', () => {
  it('has no test that cannot fail', async () => {
    const names: string[] = [];
    testAdapter({ create: () => ({}), supports: METHODS, it: (name) => names.push(name) });
    const failing = new Set(brokenAdapters.map(({ fails }) => fails));
    const fails = async (create: () => HelpAdapter) => {
      const { failed } = await resultsOf({ create, supports: METHODS, limitMs: 100 });
      for (const { name } of failed) failing.add(name);
    };
    await fails(() => all(() => Promise.reject(new Error('broken'))));
    await fails(() => all(async () => ({}) as never));
    await fails(() => ({}));
    expect(names.filter((name) => !failing.has(name))).toEqual([]);
  });

  it('leaves out what is not supported, and finds what should not be there', async () => {
    const few: readonly Method[] = ['submitTicket'];
    const { count, failed } = await resultsOf({ create: () => createReferenceAdapter(), supports: few });
    expect(count).toBeLessThan(10);
    expect(failed.map(({ name }) => name)).toEqual(['adapter: has the methods that it supports, and no others']);
    expect(failed[0]!.message).toMatch(/its methods: is \["ask",.*, should be \["submitTicket"\]/);
  });

  it('says that an answer does not come', async () => {
    const create = () => ({ submitTicket: () => new Promise<never>(() => {}) });
    const { failed } = await resultsOf({ create, supports: ['submitTicket'], limitMs: 20 });
    expect(failed.map(({ message }) => message)).toContain('Error: submitTicket has not answered in time');
  });

  it('closes every adapter, also after a failure', async () => {
    let open = 0;
    const { count, failed } = await resultsOf({
      create: () => (open++, { submitTicket: () => Promise.reject(new Error('down')) }),
      close: () => void open--,
      supports: ['submitTicket'],
    });
    expect([open, failed.length > 2, count > failed.length]).toEqual([0, true, true]);
  });
});
