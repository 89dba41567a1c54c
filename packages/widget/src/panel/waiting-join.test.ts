import { createStore, type JoinRequest, type ResultsAnswer, type TriageDecision, type View } from '@helpkiosk/core';
import { createFakeEnv } from '@helpkiosk/core/testing';
import { describe, expect, it } from 'vitest';
import { createJoin, type JoinPorts } from './waiting-join.js';

type Route = TriageDecision['route'];
const anAnswer = (count: number, guess = false): ResultsAnswer =>
  ({
    results: Array.from({ length: count }).map((_, place) => ({ articleId: `a${place}` })),
    total: count,
    guess,
  }) as never;

const aScene = ({
  route = 'people' as Route | null,
  answer = anAnswer(5) as ResultsAnswer | Error | null,
  trail = [{ name: 'home' }] as View[],
  peak = false,
} = {}) => {
  const env = createFakeEnv();
  const joins: JoinRequest[] = [];
  const judged: unknown[] = [];
  const asked: unknown[] = [];
  const session = {
    locale: 'en',
    help: { stores: { navigation: createStore({ open: true, trail }), results: createStore({ state: 'idle' }) } },
    query: (text: string, { here }: { here?: boolean } = {}) => {
      asked.push({ text, here });
      return answer instanceof Error
        ? Promise.reject(answer)
        : answer
          ? Promise.resolve(answer)
          : new Promise(() => {});
    },
  };
  const join = createJoin({
    ...{ session, env, redraw: () => {} },
    port: {
      join: async (request: JoinRequest) => void joins.push(request),
      service: createStore({ facts: { peak } }),
    },
    openTriage: () =>
      route
        ? Promise.resolve((request: unknown, options: unknown) => {
            judged.push(request, options);
            return { route, priority: 'p1', mood: 'upset' };
          })
        : Promise.reject(new TypeError('not fetched')),
  } as unknown as JoinPorts);
  return { env, join, joins, judged, asked };
};
const submit = async ({ env, join }: ReturnType<typeof aScene>, text = ' Where is it ') => {
  join.draft.text = text;
  const isTaken = join.submit();
  await env.settle();
  return isTaken;
};
const SENT = { text: 'Where is it', locale: 'en', priority: 'p1', mood: 'upset' };

describe('createJoin', () => {
  it('begins with the last search on the way here', () => {
    const trail: View[] = [{ name: 'home' }, { name: 'results', text: 'refund' }, { name: 'contact' }];
    expect(aScene({ trail }).join.draft.text).toBe('refund');
    expect(aScene().join.draft.text).toBe('');
  });

  it('asks for a question', async () => {
    const scene = aScene();
    expect(await submit(scene, '  ')).toBe(false);
    expect([scene.join.step(), scene.joins]).toEqual([{ name: 'form', isMissing: true }, []]);
  });

  it.each<[string, Parameters<typeof aScene>[0]]>([
    ['what people have to see', { route: 'people' }],
    ['what nothing answers', { route: 'self-service', answer: anAnswer(0) }],
    ['what the help can only guess at', { route: 'suggest', answer: anAnswer(3, true) }],
    ['what the search fails at', { route: 'suggest', answer: new Error('broken') }],
  ])('goes straight into the line with %s', async (_, given) => {
    const scene = aScene(given);
    await submit(scene);
    expect(scene.joins).toEqual([SENT]);
  });

  it('goes into the line though triage cannot be had, as an ordinary request', async () => {
    const scene = aScene({ route: null });
    await submit(scene);
    expect(scene.joins).toEqual([{ ...SENT, priority: 'normal', mood: 'calm' }]);
  });

  it.each<[Route, number]>([
    ['self-service', 3],
    ['suggest', 1],
  ])('offers answers first: %s %d', async (route, count) => {
    const scene = aScene({ route });
    await submit(scene);
    const step = scene.join.step();
    expect(step.name === 'answers' && [step.one, step.found.length]).toEqual([count === 1, count]);
    expect(scene.joins).toEqual([]);
    scene.join.goOn();
    expect(scene.joins).toEqual([SENT]);
  });

  it('looks for answers on this device alone, before anything is confirmed', async () => {
    const scene = aScene({ route: 'suggest' });
    await submit(scene);
    expect(scene.asked).toEqual([{ text: 'Where is it', here: true }]);
  });

  it('sends nothing once an answer is confirmed, and forgets the question at the end', async () => {
    const scene = aScene({ route: 'suggest' });
    await submit(scene);
    scene.join.confirm();
    expect([scene.join.step().name, scene.joins]).toEqual(['solved', []]);
    scene.join.reset();
    expect([scene.join.step().name, scene.join.draft]).toEqual(['form', { text: '', name: '' }]);
  });

  it('does not keep anybody waiting for answers', async () => {
    const scene = aScene({ route: 'suggest', answer: null });
    await submit(scene);
    expect(scene.join.step().name).toBe('looking');
    await scene.env.advance(3000);
    expect(scene.joins).toEqual([SENT]);
  });

  it('does nothing more of what was left while it was looked for', async () => {
    const scene = aScene({ route: 'suggest', answer: null });
    await submit(scene);
    scene.join.edit();
    await scene.env.advance(3000);
    expect([scene.join.step().name, scene.joins, scene.env.timerCount()]).toEqual(['form', [], 0]);
  });

  it('weighs what was tried before and how busy it is, and sends neither', async () => {
    const trail: View[] = [{ name: 'home' }, { name: 'results', text: 'lost' }, { name: 'article', articleId: 'a1' }];
    const scene = aScene({ trail, peak: true });
    await submit(scene);
    expect(scene.judged).toEqual([
      { text: 'Where is it', locale: 'en', context: { searches: ['lost'], articles: ['a1'] } },
      { peak: true },
    ]);
    expect(scene.joins).toEqual([SENT]);
  });

  it('sends a name where one is given', async () => {
    const scene = aScene();
    scene.join.draft.name = ' Ada ';
    await submit(scene);
    expect(scene.joins[0]?.customer).toEqual({ name: 'Ada' });
  });
});
