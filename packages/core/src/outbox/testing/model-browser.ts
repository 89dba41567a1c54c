// A browser with one store and several tabs, each of which can end between any two steps, and stand still for minutes.
import type { Env, HelpErrorCode, KeyValueStore } from '../../contracts.js';
import { HelpError } from '../../errors.js';
import { createStore } from '../../store.js';
import { createFakeBrowser } from '../../testing/fake-tabs.js';
import type { OutboxTabs } from '../outbox.js';
import type { VirtualTime } from './virtual-time.js';

export interface ModelTab {
  env: Env;
  storage: KeyValueStore;
  tabs: OutboxTabs;
  /** Runs something in this tab: never once it has ended, later while it stands still. */
  after(ms: number, run: () => void): void;
  isAlive(): boolean;
  /** Ends it without a word. */
  kill(): void;
  /** Nothing of it runs for so long. */
  freeze(ms: number): void;
}

export interface ModelBrowser {
  /** What lies in the store: copied when it is written (as JSON, far faster than structured clones), shared by those who read it. */
  readonly disk: ReadonlyMap<string, unknown>;
  openTab(): ModelTab;
  /** The wall clock. */
  now(): number;
  jumpClock(ms: number): void;
  setOnline(isOnline: boolean): void;
  setVisible(isVisible: boolean): void;
  /** How often a step of the store fails, before or after it was done. */
  setFailures(share: number, code: HelpErrorCode): void;
}

const STARTS_AT = 1767603600000;

/** An empty browser; `onWrite` hears of each change to the store. */
export function createModelBrowser(time: VirtualTime, onWrite: (key: string, value: unknown) => void): ModelBrowser {
  const disk = new Map<string, unknown>();
  const tabsOf = createFakeBrowser();
  const online = createStore(true);
  const visible = createStore(true);
  const failures = { share: 0, code: 'internal' as HelpErrorCode };
  let wallOffset = STARTS_AT;
  let ids = 0;
  const now = (): number => time.now() + wallOffset;

  const openTab = (): ModelTab => {
    const openedAt = time.now();
    const port = tabsOf.openTab();
    let alive = true;
    let frozenUntil = 0;
    const after = (ms: number, run: () => void): void =>
      time.after(ms, () => {
        if (!alive) return;
        if (time.now() < frozenUntil) after(frozenUntil - time.now(), run);
        else run();
      });
    /** What happens to a tab from outside reaches it as a task. */
    const inTab =
      <Value>(run: (value: Value) => void) =>
      (value: Value): void =>
        after(0, () => run(value));
    /** Two steps: it is done, and it is told; the tab can end before and between. */
    const step = <T>(ms: number, run: () => T): Promise<T> =>
      new Promise((resolve, reject) => {
        const failsAt = time.chance(failures.share) ? time.pick(['before', 'after'] as const) : 'never';
        after(time.between(0, ms), () => {
          const refuse = (error: unknown): void => after(time.between(0, ms), () => reject(error));
          try {
            if (failsAt === 'before') return refuse(new HelpError(failures.code));
            const value = run();
            if (failsAt === 'after') refuse(new HelpError('internal'));
            else after(time.between(0, ms), () => resolve(value));
          } catch (error) {
            refuse(error);
          }
        });
      });
    return {
      after,
      isAlive: () => alive,
      kill() {
        alive = false;
        port.die();
      },
      freeze: (ms) => void (frozenUntil = Math.max(frozenUntil, time.now() + ms)),
      env: {
        now,
        monotonic: () => time.now() - openedAt,
        setTimer(run, afterMs) {
          let isSet = true;
          after(afterMs, () => isSet && run());
          return () => void (isSet = false);
        },
        online: { get: online.get, subscribe: (listener) => online.subscribe(inTab(listener)) },
        visible: { get: visible.get, subscribe: (listener) => visible.subscribe(inTab(listener)) },
        random: time.random,
        randomId: () => `id-${++ids}`,
      },
      storage: {
        durable: true,
        get: (key) => step(6, () => disk.get(key)),
        keys: () => step(6, () => [...disk.keys()].sort()),
        update: (key, change) =>
          step(6, () => {
            const value = change(disk.get(key));
            if (value === undefined) disk.delete(key);
            else disk.set(key, JSON.parse(JSON.stringify(value)));
            onWrite(key, value);
          }),
      },
      tabs: {
        post: port.post,
        listen: (listener) => port.listen(inTab(listener)),
        lead: (onLead, onLost) => port.lead(inTab(() => onLead()) as () => void, inTab(() => onLost()) as () => void),
      },
    };
  };
  return {
    disk,
    openTab,
    now,
    jumpClock: (ms) => void (wallOffset += ms),
    setOnline: online.set,
    setVisible: visible.set,
    setFailures: (share, code) => void Object.assign(failures, { share, code }),
  };
}
