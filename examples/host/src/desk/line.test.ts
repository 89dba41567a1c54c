import { assert, constantFrom, array, integer, option, property, record, uniqueArray } from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createFloor } from './floor.js';
import { canServe, createLine, type Agent, type Waiting } from './line.js';

const RANK = { p0: 0, p1: 1, normal: 2 };
const TIERS = ['gold', 'silver'];
const tierOf = ({ tier }: Waiting): number => (tier === null || !TIERS.includes(tier) ? 2 : TIERS.indexOf(tier));
let made = 0;
const aWaiting = (more: Partial<Waiting> = {}): Waiting => ({
  ...{ id: `c${++made}`, priority: 'normal', locale: 'en', topic: null, tier: null, joinedAt: made },
  ...more,
});

const someWaiting = record({
  priority: constantFrom('p0' as const, 'p1' as const, 'normal' as const),
  locale: constantFrom('en', 'en-GB', 'zh-Hans'),
  topic: constantFrom(null, 'order', 'account'),
  tier: constantFrom(null, 'gold', 'silver', 'tin'),
  joinedAt: integer({ min: 0, max: 50 }),
}).map((more) => aWaiting(more));
const maybe = (...words: string[]) => option(uniqueArray(constantFrom(...words), { minLength: 1 }), { nil: undefined });
const someAgent = record(
  {
    slots: integer({ min: 0, max: 4 }),
    skills: maybe('order', 'account'),
    languages: maybe('en', 'zh-Hans'),
    tiers: maybe('gold', 'silver', 'tin'),
  },
  { requiredKeys: ['slots'] },
).map((more) => ({ id: `a${++made}`, name: 'A', ...more }) as Agent);

describe('createLine', () => {
  it('serves the more urgent first, then by tier, then who came first', () => {
    assert(
      property(array(someWaiting), (all) => {
        const line = createLine(TIERS);
        all.forEach(line.add);
        const order = line.all().map((each) => [RANK[each.priority], tierOf(each), each.joinedAt]);
        for (let place = 1; place < order.length; place++) {
          const [before, after] = [order[place - 1]!, order[place]!];
          const differs = before.findIndex((value, index) => value !== after[index]);
          expect(differs < 0 || before[differs]! < after[differs]!).toBe(true);
        }
        expect(line.all().map(({ id }) => line.positionOf(id))).toEqual(all.map((_, place) => place + 1));
      }),
    );
  });

  it('keeps the order of those who stay when somebody comes or goes', () => {
    assert(
      property(array(someWaiting, { minLength: 1 }), someWaiting, integer({ min: 0 }), (all, late, which) => {
        const line = createLine(TIERS);
        all.forEach(line.add);
        const gone = all[which % all.length]!;
        const stay = line
          .all()
          .map(({ id }) => id)
          .filter((id) => id !== gone.id);
        line.remove(gone.id);
        line.add(late);
        expect(
          line
            .all()
            .map(({ id }) => id)
            .filter((id) => id !== late.id),
        ).toEqual(stay);
        expect([line.positionOf(gone.id), line.remove(gone.id)]).toEqual([null, null]);
      }),
    );
  });

  it('takes nobody twice', () => {
    const line = createLine();
    const one = aWaiting();
    line.add(one);
    line.add(one);
    expect(line.all().length).toBe(1);
  });
});

describe('canServe', () => {
  it.each([
    ['everybody without lists', {}, {}, true],
    ['a language of the list', { languages: ['zh-Hans'] }, { locale: 'zh-Hans' }, true],
    ['a region of it', { languages: ['en'] }, { locale: 'en-GB' }, true],
    ['no other language', { languages: ['en'] }, { locale: 'enx' }, false],
    ['a topic of the list', { skills: ['order'] }, { topic: 'order' }, true],
    ['who named no topic', { skills: ['order'] }, { topic: null }, true],
    ['no other topic', { skills: ['order'] }, { topic: 'account' }, false],
    ['no other tier', { tiers: ['gold'] }, { tier: 'tin' }, false],
  ])('takes %s', (_, agent, waiting, expected) => {
    expect(canServe({ id: 'a', name: 'A', slots: 1, ...agent }, aWaiting(waiting))).toBe(expected);
  });
});

describe('createFloor', () => {
  it('leaves nobody waiting whom a free agent could serve, passes nobody over, and fills no slot twice', () => {
    assert(
      property(array(someWaiting), array(someAgent, { maxLength: 4 }), (all, agents) => {
        const floor = createFloor(TIERS);
        agents.forEach(floor.setAgent);
        all.forEach(floor.join);
        const order = floor.waiting().map(({ id }) => id);
        const taken = floor.assign(100);
        for (const agent of agents) {
          const held = floor.heldBy(agent.id).length;
          expect(held).toBeLessThanOrEqual(agent.slots);
          if (held < agent.slots) expect(floor.waiting().filter((each) => canServe(agent, each))).toEqual([]);
        }
        expect(new Set(taken.map(({ waiting }) => waiting.id)).size).toBe(taken.length);
        for (const { waiting, agent } of taken) {
          expect(canServe(agent, waiting)).toBe(true);
          const passed = floor.waiting().filter((each) => order.indexOf(each.id) < order.indexOf(waiting.id));
          expect(passed.filter((each) => canServe(agent, each))).toEqual([]);
        }
        expect(floor.waiting().length + taken.length).toBe(all.length);
      }),
    );
  });

  it('tells of the queue what is so', () => {
    const floor = createFloor();
    floor.setAgent({ id: 'a', name: 'A', slots: 2 });
    const all = [0, 1, 2, 3].map((joinedAt) => aWaiting({ joinedAt }));
    all.forEach(floor.join);
    floor.assign(10);
    const urgent = aWaiting({ priority: 'p0', joinedAt: 9 });
    floor.join(urgent);
    expect(floor.snapshot(20, all[2]!.id)).toEqual({
      ...{ observedAt: 20, position: 2, queueLength: 3, agentsOnline: 1, slots: 2, busySlots: 2 },
      ...{ handleTimeMs: 240_000, longestWaitMs: 18 },
      recentStarts: [
        { at: 10, waitMs: 10 },
        { at: 10, waitMs: 9 },
      ],
    });
    floor.remove(all[0]!.id, 9010);
    expect(floor.snapshot(9020)).toMatchObject({ busySlots: 1, handleTimeMs: 9000 });
    expect(floor.assign(9020)).toMatchObject([{ waiting: { id: urgent.id } }]);
    floor.remove(urgent.id, 9021);
    expect(floor.snapshot(9022).handleTimeMs).toBe(9000);
    expect(floor.remove('nobody', 9030)).toBe(false);
  });
});
