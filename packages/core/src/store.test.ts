import fc from 'fast-check';
import { afterEach, describe, expect, it, vi } from 'vitest';
import type { Store } from './contracts.js';
import { createStore, derive, tellSafely } from './store.js';

/** A store that counts who listens to it. */
function aCountedStore<T>(initial: T) {
  const store = createStore(initial);
  let listenerCount = 0;
  const subscribe: Store<T>['subscribe'] = (listener) => {
    const leave = store.subscribe(listener);
    listenerCount++;
    return () => {
      listenerCount--;
      leave();
    };
  };
  return { ...store, subscribe, listenerCount: () => listenerCount };
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

afterEach(() => vi.unstubAllGlobals());

describe('createStore', () => {
  it('tells every change once and nothing else', () => {
    fc.assert(
      fc.property(fc.integer({ max: 3, min: 0 }), fc.array(fc.integer({ max: 3, min: 0 })), (initial, writes) => {
        const told: number[] = [];
        const store = createStore(initial);
        store.subscribe((value) => told.push(value));
        for (const value of writes) store.set(value);
        const changes = writes.filter((value, i) => value !== (i ? writes[i - 1] : initial));
        expect(told).toEqual(changes);
        expect(store.get()).toBe(writes.at(-1) ?? initial);
      }),
    );
  });

  it('takes NaN for equal to NaN and 0 for other than -0', () => {
    const told: number[] = [];
    const store = createStore(NaN);
    store.subscribe((value) => told.push(value));
    for (const value of [NaN, 0, -0]) store.set(value);
    expect(told).toEqual([0, -0]);
  });

  it('does not tell a listener on subscription, nor after it has left', () => {
    const store = createStore(1);
    const listener = vi.fn();
    const leave = store.subscribe(listener);
    leave();
    leave();
    store.set(2);
    expect(listener).not.toHaveBeenCalled();
  });

  it('tells a function that was subscribed twice until both have left', () => {
    const store = createStore(1);
    const listener = vi.fn();
    const leave = store.subscribe(listener);
    store.subscribe(listener);
    store.set(2);
    leave();
    store.set(3);
    expect(listener.mock.calls).toEqual([[2], [2], [3]]);
  });

  it('does not tell one who leaves, or comes, during the round', () => {
    const store = createStore(1);
    const late = vi.fn();
    const gone = vi.fn();
    store.subscribe(() => leaveGone());
    store.subscribe(() => store.subscribe(late));
    const leaveGone = store.subscribe(gone);
    store.set(2);
    expect(gone).not.toHaveBeenCalled();
    expect(late).not.toHaveBeenCalled();
  });

  it('never tells a listener the same value twice in a row, even when another writes back and forth', () => {
    const store = createStore('a');
    const told: string[] = [];
    let writes = 0;
    store.subscribe((value) => {
      if (writes++ < 2) store.set(value === 'b' ? 'c' : 'b');
    });
    store.subscribe((value) => told.push(value));
    store.set('b');
    expect(told).toEqual(['b']);
  });

  it('ends every listener on the last value, whoever writes', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(9), { maxLength: 6 }), fc.nat(9), (answers, first) => {
        const store = createStore(-1);
        const told: number[][] = [[], []];
        store.subscribe((value) => told[0]!.push(value));
        store.subscribe(() => {
          const next = answers.shift();
          if (next !== undefined) store.set(next);
        });
        store.subscribe((value) => told[1]!.push(value));
        store.set(first);
        for (const values of told) {
          expect(values.at(-1)).toBe(store.get());
          expect(values.every((value, i) => value !== values[i - 1])).toBe(true);
        }
      }),
    );
  });

  it('tells the others when one throws, and reports what it threw', () => {
    const reports = catchReports();
    const store = createStore(1);
    const listener = vi.fn();
    const failure = new Error('listener');
    store.subscribe(() => {
      throw failure;
    });
    store.subscribe(listener);
    store.set(2);
    expect(listener).toHaveBeenCalledWith(2);
    expect(reports).toEqual([failure]);
  });

  it('leaves the value alone when `update` throws', () => {
    const store = createStore(1);
    expect(() =>
      store.update(() => {
        throw new Error('change');
      }),
    ).toThrow('change');
    store.update((value) => value + 1);
    expect(store.get()).toBe(2);
  });
});

describe('derive', () => {
  it('reads the sources afresh, with and without listeners', () => {
    const [a, b] = [createStore(1), createStore(10)];
    const sum = derive([a, b], (x, y) => x + y);
    a.set(2);
    expect(sum.get()).toBe(12);
    sum.subscribe(() => {});
    b.set(20);
    expect(sum.get()).toBe(22);
  });

  it('fires on change of the result only', () => {
    const source = createStore(1);
    const told: boolean[] = [];
    derive([source], (value) => value > 2).subscribe((value) => told.push(value));
    for (const value of [2, 3, 4, 1]) source.set(value);
    expect(told).toEqual([true, false]);
  });

  it('lets `equal` decide what a change is', () => {
    const source = createStore(1);
    const listener = vi.fn();
    const list = derive(
      [source],
      (value) => [value % 2],
      (a, b) => a[0] === b[0],
    );
    list.subscribe(listener);
    const before = list.get();
    source.set(3);
    expect(list.get()).toBe(before);
    source.set(4);
    expect(listener.mock.calls).toEqual([[[0]]]);
  });

  it('listens to its sources only while somebody listens to it', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(5)), (leaveOrder) => {
        const source = aCountedStore(0);
        const doubled = derive([source], (value) => value * 2);
        const leaves: (() => void)[] = [];
        for (const pick of leaveOrder) {
          if (pick < 3) leaves.push(doubled.subscribe(() => {}));
          else leaves[pick - 3]?.();
        }
        for (const leave of [...leaves, ...leaves]) leave();
        expect(source.listenerCount()).toBe(0);
      }),
    );
  });

  it('shares one subscription among all who listen', () => {
    const source = aCountedStore(0);
    const doubled = derive([source], (value) => value * 2);
    doubled.subscribe(() => {});
    doubled.subscribe(() => {});
    expect(source.listenerCount()).toBe(1);
  });

  it('shows no mix of old and new values where two ways lead to one source', () => {
    const source = createStore(1);
    const negative = derive([source], (value) => -value);
    const both = derive([source, negative], (value, minus) => value + minus);
    const told: number[] = [];
    both.subscribe((value) => told.push(value));
    for (const value of [2, 3]) source.set(value);
    expect(both.get()).toBe(0);
    expect(told).toEqual([]);
  });

  it('can be listened to again after a computation that threw on subscription', () => {
    const source = aCountedStore(0);
    const inverse = derive([source], (value) => {
      if (value === 0) throw new Error('no inverse');
      return 1 / value;
    });
    expect(() => inverse.subscribe(() => {})).toThrow('no inverse');
    source.set(2);
    const listener = vi.fn();
    const leave = inverse.subscribe(listener);
    source.set(4);
    expect(listener).toHaveBeenCalledWith(0.25);
    leave();
    expect(source.listenerCount()).toBe(0);
  });
});

describe('tellSafely', () => {
  it('keeps what is thrown from the caller and leaves it to the page', () => {
    const reports = catchReports();
    const failure = new Error('told');
    tellSafely(() => {
      throw failure;
    });
    expect(reports).toEqual([failure]);
  });
});
