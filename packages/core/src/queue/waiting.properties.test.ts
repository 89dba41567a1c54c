// What holds of a place in the queue over all tabs, for any order of what customers, tabs, hosts and networks do.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { HelpAdapter, HelpConfig } from '../contracts.js';
import { createStore } from '../store.js';
import { createFakeBrowser } from '../testing/fake-tabs.js';
import { createFakeDesk } from '../testing/fake-desk.js';
import { createFakeEnv } from '../testing/fake-env.js';
import { createWaiting, type Waiting } from './waiting.js';

const QUEUE: (keyof HelpAdapter)[] = ['startConversation', 'resumeConversation', 'watchQueue', 'leaveQueue'];
const EVENTS: (keyof HelpAdapter)[] = ['startConversation', 'resumeConversation', 'watchConversation', 'leaveQueue'];
const tab = fc.nat({ max: 2 });

type Step =
  | { do: 'join' | 'leave' | 'helped' | 'accept' | 'decline' | 'undoLeave' | 'dismiss' | 'die'; tab: number }
  | { do: 'snapshot'; position: number; offMs: number }
  | { do: 'cut' | 'end' | 'turn' | 'over' | 'offline' | 'online' | 'refuse' }
  | { do: 'pass'; ms: number };

const aStep = (): fc.Arbitrary<Step> =>
  fc.oneof(
    {
      weight: 5,
      arbitrary: fc.record({
        do: fc.constantFrom('join', 'join', 'leave', 'helped', 'accept', 'decline', 'undoLeave', 'dismiss', 'die'),
        tab,
      }),
    },
    {
      weight: 3,
      arbitrary: fc.record({
        do: fc.constant('snapshot' as const),
        position: fc.integer({ min: 0, max: 20 }),
        offMs: fc.constantFrom(0, 0, 0, -60_000, 9e8),
      }),
    },
    {
      weight: 2,
      arbitrary: fc.record({ do: fc.constantFrom('cut', 'end', 'turn', 'over', 'offline', 'online', 'refuse') }),
    },
    {
      weight: 3,
      arbitrary: fc.record({ do: fc.constant('pass' as const), ms: fc.constantFrom(1, 1000, 9000, 11_000, 70_000) }),
    },
  ) as fc.Arbitrary<Step>;

const world = (methods: (keyof HelpAdapter)[], seed: number) => {
  const env = createFakeEnv({ seed });
  const desk = createFakeDesk(methods);
  const browser = createFakeBrowser();
  const openTab = () => {
    const live = browser.openTab();
    const waiting: Waiting = createWaiting({
      ...{ env, live, adapter: desk.adapter, locale: 'en', config: createStore<HelpConfig>({}) },
    });
    waiting.resume();
    return { live, waiting };
  };
  const tabs = [openTab(), openTab(), openTab()];
  const take = (step: Step): Promise<void> | void => {
    switch (step.do) {
      case 'pass':
        return env.advance(step.ms);
      case 'snapshot':
        return desk.emit({ observedAt: env.now() + step.offMs, position: step.position, slots: 3, handleTimeMs: 2e5 });
      case 'cut':
        return desk.endStreams({ status: 503 });
      case 'end':
        return desk.endStreams();
      case 'turn':
        desk.standing = 'open';
        return desk.endStreams();
      case 'over':
        desk.standing = 'ended';
        return desk.endStreams();
      case 'refuse':
        return desk.failNext('startConversation', { status: 403 });
      case 'offline':
      case 'online':
        return env.setOnline(step.do === 'online');
      case 'die': {
        const { live, waiting } = tabs[step.tab]!;
        live.die();
        waiting.destroy();
        tabs[step.tab] = openTab();
        return;
      }
      case 'join':
        desk.standing = 'queued';
        return void tabs[step.tab]!.waiting.join({ text: '?', locale: 'en' });
      default:
        return tabs[step.tab]!.waiting[step.do]();
    }
  };
  return { env, desk, browser, tabs, take };
};

describe('a place in the queue', () => {
  it.each([
    ['watchQueue', QUEUE],
    ['watchConversation', EVENTS],
  ])(
    'is one, over %s, in all tabs, whatever happens',
    async (_name, methods) => {
      await fc.assert(
        fc.asyncProperty(
          fc.array(aStep(), { maxLength: 30 }),
          fc.integer({ min: 1, max: 1e6 }),
          async (steps, seed) => {
            const { env, desk, browser, tabs, take } = world(methods, seed);
            for (const step of steps) {
              await take(step);
              await env.settle();
              const names = tabs.map(({ waiting }) => waiting.queue.get().name);
              expect(desk.openStreams()).toBeLessThanOrEqual(1);
              // `none` and `over` differ only in what was put away in one of the tabs.
              const waitingNames = new Set(names.map((name) => (name === 'over' ? 'none' : name)));
              expect([...waitingNames]).toHaveLength(1);
              if (waitingNames.has('waiting') || waitingNames.has('joining')) expect(browser.text()).not.toBe(null);
            }
            env.setOnline(true);
            for (const name of ['leave', 'decline'] as const) for (const each of tabs) each.waiting[name]();
            desk.standing = 'ended';
            desk.endStreams();
            for (let minute = 0; minute < 30; minute++) await env.advance(60_000);
            expect(tabs.map(({ waiting }) => waiting.queue.get().name)).not.toContain('waiting');
            const isTaken = tabs.some(({ waiting }) => waiting.queue.get().name === 'turn');
            if (!isTaken) expect([browser.text(), desk.openStreams()]).toEqual([null, 0]);
            for (const { waiting } of tabs) waiting.destroy();
            await env.advance(2000);
            expect([env.timerCount(), env.listenerCount(), desk.openStreams()]).toEqual([0, 0, 0]);
          },
        ),
        { numRuns: 150 },
      );
    },
    60_000,
  );
});
