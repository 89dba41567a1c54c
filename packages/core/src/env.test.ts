import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { createBrowserEnv } from './env.js';

const UUID_V4 = /^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/;

/** Makes the globals an event target, as a window is, and counts its listeners. */
function aWindow() {
  const target = new EventTarget();
  const listening = new Map<unknown, Set<string>>();
  vi.stubGlobal('addEventListener', (...args: Parameters<EventTarget['addEventListener']>) => {
    listening.set(args[1], (listening.get(args[1]) ?? new Set()).add(args[0]));
    target.addEventListener(...args);
  });
  vi.stubGlobal('removeEventListener', (...args: Parameters<EventTarget['removeEventListener']>) => {
    listening.get(args[1])?.delete(args[0]);
    target.removeEventListener(...args);
  });
  const listenerCount = (): number => [...listening.values()].reduce((sum, types) => sum + types.size, 0);
  return { fire: (name: string) => target.dispatchEvent(new Event(name)), listenerCount };
}

afterEach(() => vi.unstubAllGlobals());

describe('createBrowserEnv', () => {
  it('is on line and visible where nothing says otherwise', () => {
    const env = createBrowserEnv();
    expect([env.online.get(), env.visible.get()]).toEqual([true, true]);
    expect(() => env.online.subscribe(() => {})()).not.toThrow();
  });

  it('tells when the browser goes off line and comes back', () => {
    const page = aWindow();
    const browser = { onLine: true };
    vi.stubGlobal('navigator', browser);
    const env = createBrowserEnv();
    const told: boolean[] = [];
    env.online.subscribe((online) => told.push(online));
    browser.onLine = false;
    page.fire('offline');
    expect(env.online.get()).toBe(false);
    page.fire('offline');
    browser.onLine = true;
    page.fire('online');
    expect(told).toEqual([false, true]);
  });

  it('tells when the page is hidden and shown', () => {
    const page = aWindow();
    const shown = { visibilityState: 'visible' };
    vi.stubGlobal('document', shown);
    const env = createBrowserEnv();
    const told: boolean[] = [];
    env.visible.subscribe((visible) => told.push(visible));
    shown.visibilityState = 'hidden';
    page.fire('visibilitychange');
    shown.visibilityState = 'visible';
    page.fire('pageshow');
    expect(told).toEqual([false, true]);
  });

  it('notices what has changed while nobody listened', () => {
    const page = aWindow();
    const browser = { onLine: true };
    vi.stubGlobal('navigator', browser);
    const env = createBrowserEnv();
    const told: boolean[] = [];
    env.online.subscribe(() => {})();
    browser.onLine = false;
    expect(env.online.get()).toBe(false);
    env.online.subscribe((online) => told.push(online));
    browser.onLine = true;
    page.fire('online');
    expect(told).toEqual([true]);
  });

  it('leaves no listener behind', () => {
    const page = aWindow();
    const env = createBrowserEnv();
    expect(page.listenerCount()).toBe(0);
    const leaves = [env.online.subscribe(() => {}), env.online.subscribe(() => {}), env.visible.subscribe(() => {})];
    expect(page.listenerCount()).toBeGreaterThan(0);
    for (const leave of [...leaves, ...leaves]) leave();
    expect(page.listenerCount()).toBe(0);
  });

  it('makes different v4 ids, in contexts that are not secure too', () => {
    const real = crypto;
    const secure = createBrowserEnv().randomId();
    vi.stubGlobal('crypto', { getRandomValues: (bytes: Uint8Array<ArrayBuffer>) => real.getRandomValues(bytes) });
    const ids = Array.from({ length: 100 }, () => createBrowserEnv().randomId());
    for (const id of [secure, ...ids]) expect(id).toMatch(UUID_V4);
    expect(new Set(ids).size).toBe(100);
  });

  describe('setTimer', () => {
    beforeEach(() => vi.useFakeTimers());
    afterEach(() => vi.useRealTimers());

    it('runs once, and not when cleared', () => {
      const [kept, cleared] = [vi.fn(), vi.fn()];
      const env = createBrowserEnv();
      env.setTimer(kept, 10);
      env.setTimer(cleared, 10)();
      vi.advanceTimersByTime(100);
      expect([kept.mock.calls.length, cleared.mock.calls.length]).toEqual([1, 0]);
    });

    it('does not fire at once for a time that setTimeout cannot hold', () => {
      const run = vi.fn();
      createBrowserEnv().setTimer(run, 2 ** 40);
      vi.advanceTimersByTime(1000);
      expect(run).not.toHaveBeenCalled();
    });
  });
});
