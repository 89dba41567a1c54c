// Runs a pure `transition(state, event)` over a discriminated union and the effects of its states. All life cycles
// with an order are written for it; the transition knows no effects, and effects reach the state only through events.
import type { Store } from './contracts.js';
import { isAbortError } from './errors.js';
import { createStore, tellSafely } from './store.js';

/** A state of a machine: a discriminated union over `name`. */
export interface MachineState {
  readonly name: string;
}

/** What an effect gets beside its state. */
export interface EffectTools<Event> {
  /** Sends an event; does nothing any more once the machine has left the state. */
  send(event: Event): void;
  /** Aborts when the machine leaves the state or stops. */
  signal: AbortSignal;
}

/**
 * What is done while the machine is in a state. It cleans up when `signal` aborts, and sends its failures as events:
 * what it throws or rejects with, aborts aside, is left to the page's error handling.
 */
export type Effect<State, Event> = (state: State, tools: EffectTools<Event>) => void | Promise<void>;

export interface MachineOptions<State extends MachineState, Event> {
  initial: State;
  /** Pure. Gives back the same object for an event that does not apply. */
  transition: (state: State, event: Event) => State;
  /** At most one effect for each name of a state. */
  effects?: { readonly [Name in State['name']]?: Effect<Extract<State, { name: Name }>, Event> };
  /** Whether new data restart the effect of a state that keeps its name: it does when the key differs. Default: it never does. */
  effectKey?: (state: State) => unknown;
}

/** The state as a store, and the way to change it. */
export interface Machine<State, Event> extends Store<State> {
  send(event: Event): void;
  /** Aborts the running effect and ignores every later event; the last state stays readable. */
  stop(): void;
}

/**
 * Makes a machine and starts the effect of its initial state. For each event: transition; if the state is left, its effect is
 * aborted; listeners are told; the effect of the new state starts. Events sent meanwhile wait for their turn.
 * An effect that keeps its state sees the data that it was started with. A transition that throws changes nothing and is left to the page's error handling.
 */
export function createMachine<State extends MachineState, Event>({
  initial,
  transition,
  effects = {},
  effectKey = () => 0,
}: MachineOptions<State, Event>): Machine<State, Event> {
  const state = createStore(initial);
  const takeTurn = createTurns();
  let isStopped = false;

  const send = (event: Event): void => takeTurn(() => handle(event));
  const { enter, leave } = createEffectRunner<State, Event>(effects, send);
  const handle = (event: Event): void => {
    if (isStopped) return;
    const before = state.get();
    const next = transition(before, event);
    const isLeft = next.name !== before.name || !Object.is(effectKey(next), effectKey(before));
    if (isLeft) leave();
    state.set(next);
    if (isLeft && !isStopped) enter(next);
  };

  takeTurn(() => enter(initial));
  return {
    get: state.get,
    subscribe: state.subscribe,
    send,
    stop() {
      isStopped = true;
      leave();
    },
  };
}

/** Runs what it is given at once, or after all that came before; what a turn throws is left to the page's error handling. */
function createTurns(): (turn: () => void) => void {
  const waiting: (() => void)[] = [];
  let isBusy = false;
  return (turn) => {
    waiting.push(turn);
    if (isBusy) return;
    isBusy = true;
    for (let next = waiting.shift(); next; next = waiting.shift()) tellSafely(next);
    isBusy = false;
  };
}

/** Keeps the one effect that runs. */
function createEffectRunner<State extends MachineState, Event>(
  effects: Readonly<Partial<Record<string, Effect<never, Event>>>>,
  send: (event: Event) => void,
) {
  let running: AbortController | null = null;
  return {
    leave(): void {
      running?.abort();
      running = null;
    },
    enter(state: State): void {
      const effect = effects[state.name];
      if (!effect) return;
      const { signal } = (running = new AbortController());
      const sendWhileIn = (event: Event): void => {
        if (!signal.aborted) send(event);
      };
      startEffect(() => effect(state as never, { send: sendWhileIn, signal }));
    },
  };
}

/** Starts an effect; its failures, now or later, go to the page's error handling. */
function startEffect(start: () => void | Promise<void>): void {
  const report = (error: unknown): void => {
    if (isAbortError(error)) return;
    tellSafely(() => {
      throw error;
    });
  };
  try {
    Promise.resolve(start()).catch(report);
  } catch (error) {
    report(error);
  }
}
