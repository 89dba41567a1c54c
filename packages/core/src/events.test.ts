import { afterEach, describe, expect, expectTypeOf, it, vi } from 'vitest';
import type { HelpClient, HelpEvents } from './contracts.js';
import { createEmitter } from './events.js';

interface Events {
  typed: { length: number };
  closed: {};
}

/** A signal that counts who listens to it. */
function aCountedSignal() {
  const controller = new AbortController();
  const { signal } = controller;
  let listenerCount = 0;
  const [add, remove] = [signal.addEventListener.bind(signal), signal.removeEventListener.bind(signal)];
  signal.addEventListener = (...args: Parameters<typeof add>) => {
    listenerCount++;
    add(...args);
  };
  signal.removeEventListener = (...args: Parameters<typeof remove>) => {
    listenerCount--;
    remove(...args);
  };
  return { signal, abort: () => controller.abort(), listenerCount: () => listenerCount };
}

afterEach(() => vi.unstubAllGlobals());

describe('createEmitter', () => {
  it('has the on and off of HelpClient', () => {
    const emitter = createEmitter<HelpEvents>();
    expectTypeOf(emitter).toExtend<Pick<HelpClient, 'on' | 'off'>>();
    const listener = vi.fn();
    emitter.on('rated', listener);
    // @ts-expect-error a score is a number
    emitter.emit('rated', { score: 'five' });
    expect(listener).toHaveBeenCalledTimes(1);
  });

  it('tells the listeners of that name, in their order', () => {
    const emitter = createEmitter<Events>();
    const told: string[] = [];
    emitter.on('typed', ({ length }) => told.push(`first ${length}`));
    emitter.on('closed', () => told.push('closed'));
    emitter.on('typed', ({ length }) => told.push(`second ${length}`));
    emitter.emit('typed', { length: 3 });
    expect(told).toEqual(['first 3', 'second 3']);
  });

  it('tells a function that was registered twice twice, and once when one of them is off', () => {
    const emitter = createEmitter<Events>();
    const listener = vi.fn();
    const off = emitter.on('closed', listener);
    emitter.on('closed', listener);
    emitter.emit('closed', {});
    off();
    off();
    emitter.emit('closed', {});
    expect(listener).toHaveBeenCalledTimes(3);
  });

  it('tells a `once` listener once, even when it makes the event happen again', () => {
    const emitter = createEmitter<Events>();
    const listener = vi.fn(() => emitter.emit('closed', {}));
    emitter.on('closed', listener, { once: true });
    emitter.emit('closed', {});
    emitter.emit('closed', {});
    expect(listener).toHaveBeenCalledTimes(1);
  });

  it('stops with the signal, and registers nothing for one that has aborted', () => {
    const emitter = createEmitter<Events>();
    const [early, late] = [vi.fn(), vi.fn()];
    const { signal, abort } = aCountedSignal();
    emitter.on('closed', early, { signal });
    abort();
    emitter.on('closed', late, { signal });
    emitter.emit('closed', {});
    expect(early).not.toHaveBeenCalled();
    expect(late).not.toHaveBeenCalled();
  });

  it('lets go of the signal however a listener ends', () => {
    const emitter = createEmitter<Events>();
    const { signal, listenerCount } = aCountedSignal();
    emitter.on('closed', () => {}, { signal })();
    emitter.on('closed', () => {}, { signal, once: true });
    emitter.emit('closed', {});
    emitter.on('closed', () => {}, { signal });
    emitter.off('closed');
    emitter.on('typed', () => {}, { signal });
    expect(listenerCount()).toBe(1);
    emitter.clear();
    expect(listenerCount()).toBe(0);
  });

  it('removes all of one name, or all', () => {
    const emitter = createEmitter<Events>();
    const [typed, closed] = [vi.fn(), vi.fn()];
    emitter.on('typed', typed);
    emitter.on('closed', closed);
    emitter.off('typed');
    emitter.emit('typed', { length: 1 });
    emitter.emit('closed', {});
    emitter.clear();
    emitter.emit('closed', {});
    expect([typed.mock.calls.length, closed.mock.calls.length]).toEqual([0, 1]);
  });

  it('does not tell one who leaves, or comes, while the event is told', () => {
    const emitter = createEmitter<Events>();
    const [gone, late] = [vi.fn(), vi.fn()];
    emitter.on('closed', () => {
      off();
      emitter.on('closed', late);
    });
    const off = emitter.on('closed', gone);
    emitter.emit('closed', {});
    expect(gone).not.toHaveBeenCalled();
    expect(late).not.toHaveBeenCalled();
    emitter.emit('closed', {});
    expect(late).toHaveBeenCalledTimes(1);
  });

  it('tells the others when one throws, and leaves the error to the page', () => {
    const reports: (() => void)[] = [];
    vi.stubGlobal('queueMicrotask', (run: () => void) => reports.push(run));
    const emitter = createEmitter<Events>();
    const listener = vi.fn();
    emitter.on('closed', () => {
      throw new Error('listener');
    });
    emitter.on('closed', listener);
    emitter.emit('closed', {});
    expect(listener).toHaveBeenCalledTimes(1);
    expect(reports).toHaveLength(1);
    expect(reports[0]).toThrow('listener');
  });
});
