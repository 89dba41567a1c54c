import fc from 'fast-check';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { createMachine, type EffectTools, type MachineOptions } from './machine.js';
import { createDeferred } from './testing/deferred.js';

type State =
  | { name: 'idle' }
  | { name: 'loading'; page: number; tries: number }
  | { name: 'done'; total: number }
  | { name: 'ended' };
type Event =
  | { type: 'load'; page: number }
  | { type: 'again' }
  | { type: 'loaded'; total: number }
  | { type: 'end' }
  | { type: 'bad' };

function transition(state: State, event: Event): State {
  if (state.name === 'ended') return state;
  switch (event.type) {
    case 'load':
      return { name: 'loading', page: event.page, tries: 0 };
    case 'again':
      return state.name === 'loading' ? { ...state, tries: state.tries + 1 } : state;
    case 'loaded':
      return state.name === 'loading' ? { name: 'done', total: event.total } : state;
    case 'end':
      return { name: 'ended' };
    case 'bad':
      throw new Error('bad event');
  }
}

const aMachine = (options: Partial<MachineOptions<State, Event>> = {}) =>
  createMachine<State, Event>({ initial: { name: 'idle' }, transition, ...options });

/** An effect that notes each start and each abort. */
function aWatchedEffect() {
  const runs: { state: State; tools: EffectTools<Event>; abortCount: number }[] = [];
  const effect = (state: State, tools: EffectTools<Event>): void => {
    const run = { state, tools, abortCount: 0 };
    tools.signal.addEventListener('abort', () => run.abortCount++);
    runs.push(run);
  };
  return { runs, effect };
}

/** What the page's error handling would see. */
function catchReports(): unknown[] {
  const reports: unknown[] = [];
  vi.stubGlobal('queueMicrotask', (run: () => void) => {
    try {
      run();
    } catch (error) {
      reports.push(error);
    }
  });
  return reports;
}

const anEvent: fc.Arbitrary<Event> = fc.oneof(
  fc.record({ type: fc.constant('load' as const), page: fc.nat(2) }),
  fc.record({ type: fc.constant('loaded' as const), total: fc.nat(2) }),
  fc.constantFrom<Event>({ type: 'again' }, { type: 'end' }, { type: 'bad' }),
);

afterEach(() => vi.unstubAllGlobals());

describe('createMachine', () => {
  it.each<[State, Event, State]>([
    [{ name: 'idle' }, { type: 'load', page: 1 }, { name: 'loading', page: 1, tries: 0 }],
    [{ name: 'idle' }, { type: 'loaded', total: 1 }, { name: 'idle' }],
    [{ name: 'loading', page: 1, tries: 0 }, { type: 'again' }, { name: 'loading', page: 1, tries: 1 }],
    [
      { name: 'loading', page: 1, tries: 0 },
      { type: 'loaded', total: 3 },
      { name: 'done', total: 3 },
    ],
    [{ name: 'ended' }, { type: 'load', page: 1 }, { name: 'ended' }],
  ])('goes from %o by %o to %o', (initial, event, next) => {
    const machine = aMachine({ initial });
    machine.send(event);
    expect(machine.get()).toEqual(next);
  });

  it('tells its listeners of changes only', () => {
    const machine = aMachine();
    const told: string[] = [];
    machine.subscribe((state) => told.push(state.name));
    for (const type of ['again', 'end', 'end', 'again'] as const) machine.send({ type });
    expect(told).toEqual(['ended']);
  });

  it('throws at no event, runs one effect at a time, and aborts each exactly once', () => {
    catchReports();
    fc.assert(
      fc.property(fc.array(anEvent), fc.boolean(), (events, byPage) => {
        const { runs, effect } = aWatchedEffect();
        const machine = aMachine({
          effects: { idle: effect, loading: effect, done: effect },
          ...(byPage ? { effectKey: (state) => (state.name === 'loading' ? state.page : null) } : {}),
        });
        for (const event of events) {
          machine.send(event);
          const live = runs.filter((run) => !run.tools.signal.aborted);
          expect(live.map((run) => run.state.name)).toEqual(machine.get().name === 'ended' ? [] : [machine.get().name]);
        }
        machine.stop();
        machine.stop();
        expect(runs.map((run) => run.abortCount)).toEqual(runs.map(() => 1));
      }),
    );
  });

  it('stays ended', () => {
    catchReports();
    fc.assert(
      fc.property(fc.array(anEvent), (events) => {
        const machine = aMachine({ initial: { name: 'ended' } });
        for (const event of events) machine.send(event);
        expect(machine.get().name).toBe('ended');
      }),
    );
  });

  it('starts the effect of the initial state, with its data', () => {
    const { runs, effect } = aWatchedEffect();
    aMachine({ initial: { name: 'done', total: 7 }, effects: { done: effect, idle: effect } });
    expect(runs.map((run) => run.state)).toEqual([{ name: 'done', total: 7 }]);
  });

  it('aborts the old effect, tells the listeners, then starts the new one', () => {
    const order: string[] = [];
    const machine = aMachine({
      effects: {
        idle: (_, { signal }) => signal.addEventListener('abort', () => order.push('idle left')),
        ended: () => void order.push('ended entered'),
      },
    });
    machine.subscribe(() => order.push('told'));
    machine.send({ type: 'end' });
    expect(order).toEqual(['idle left', 'told', 'ended entered']);
  });

  it('keeps the effect of a state that only changes its data', () => {
    const { runs, effect } = aWatchedEffect();
    const machine = aMachine({ effects: { loading: effect } });
    for (const page of [1, 2]) machine.send({ type: 'load', page });
    expect(runs).toHaveLength(1);
    expect(runs[0]!.abortCount).toBe(0);
  });

  it('restarts it when the key differs, and only then', () => {
    const { runs, effect } = aWatchedEffect();
    const machine = aMachine({
      effects: { loading: effect },
      effectKey: (state) => (state.name === 'loading' ? state.page : null),
    });
    for (const page of [1, 2]) machine.send({ type: 'load', page });
    machine.send({ type: 'again' });
    expect(runs.map((run) => [(run.state as { page: number }).page, run.abortCount])).toEqual([[1, 1], [2, 0]]); // prettier-ignore
  });

  it('handles events one after the other, whoever sends them meanwhile', () => {
    const handled: string[] = [];
    const machine = aMachine({
      transition(state, event) {
        handled.push(`${event.type} in ${state.name}`);
        return transition(state, event);
      },
      effects: { loading: (_, { send }) => send({ type: 'loaded', total: 1 }) },
    });
    machine.subscribe((state) => {
      if (state.name === 'loading' && state.tries === 0) machine.send({ type: 'again' });
      if (state.name === 'done') machine.send({ type: 'end' });
    });
    machine.send({ type: 'load', page: 1 });
    expect(handled).toEqual(['load in idle', 'again in loading', 'loaded in loading', 'end in done']);
    expect(machine.get().name).toBe('ended');
  });

  it('takes events from the effect of the initial state', () => {
    const machine = aMachine({ effects: { idle: (_, { send }) => send({ type: 'load', page: 4 }) } });
    expect(machine.get()).toMatchObject({ name: 'loading', page: 4 });
  });

  it('ignores what an effect sends after its state was left', async () => {
    const answers = [createDeferred<number>(), createDeferred<number>()];
    const machine = aMachine({
      effects: {
        loading: async ({ page }, { send }) => send({ type: 'loaded', total: await answers[page]!.promise }),
      },
      effectKey: (state) => (state.name === 'loading' ? state.page : null),
    });
    for (const page of [0, 1]) machine.send({ type: 'load', page });
    answers[0]!.resolve(100);
    await new Promise((resolve) => setTimeout(resolve));
    expect(machine.get()).toMatchObject({ name: 'loading', page: 1 });
    answers[1]!.resolve(200);
    await new Promise((resolve) => setTimeout(resolve));
    expect(machine.get()).toEqual({ name: 'done', total: 200 });
  });

  it('handles nothing after stop, not even what was waiting, and stays readable', () => {
    const { runs, effect } = aWatchedEffect();
    const machine = aMachine({ effects: { idle: effect, loading: effect } });
    machine.subscribe(() => {
      machine.send({ type: 'end' });
      machine.stop();
    });
    machine.send({ type: 'load', page: 1 });
    machine.send({ type: 'end' });
    runs[0]!.tools.send({ type: 'end' });
    expect(machine.get().name).toBe('loading');
    expect(runs.map((run) => run.abortCount)).toEqual([1]);
  });

  it('leaves the state alone when the transition throws, reports it, and goes on', () => {
    const reports = catchReports();
    const machine = aMachine();
    expect(() => machine.send({ type: 'bad' })).not.toThrow();
    expect(machine.get().name).toBe('idle');
    machine.send({ type: 'end' });
    expect(machine.get().name).toBe('ended');
    expect(reports).toMatchObject([{ message: 'bad event' }]);
  });

  it('reports what effects throw or reject with, aborts aside', async () => {
    const reports = catchReports();
    const failure = (message: string) => new Error(message);
    const machine = aMachine({
      effects: {
        idle: () => {
          throw failure('thrown');
        },
        loading: () => Promise.reject(failure('rejected')),
        done: (_, { signal }) =>
          new Promise((_resolve, reject) => signal.addEventListener('abort', () => reject(signal.reason as Error))),
      },
    });
    machine.send({ type: 'load', page: 1 });
    machine.send({ type: 'loaded', total: 1 });
    machine.send({ type: 'end' });
    await new Promise((resolve) => setTimeout(resolve));
    expect(reports.map((error) => (error as Error).message)).toEqual(['thrown', 'rejected']);
  });
});
