import type { LivePort } from '../conversation/live-port.js';

/** A browser of which tests open tabs, that share one key, one channel and one lock. */
export interface FakeBrowser {
  /** A tab of it. `die` ends it without a word: its lock goes to the next in line. */
  openTab(): LivePort & { die(): void };
  /** What lies under the key. */
  text(): string | null;
  /** How often the key was written. */
  writes(): number;
  /** How often the key was read. */
  reads(): number;
}

/** An empty browser. Messages and locks take a microtask, as they take a task in real ones. */
export function createFakeBrowser(): FakeBrowser {
  let text: string | null = null;
  let [writes, reads] = [0, 0];
  const tabs = new Set<{ hear(message: unknown): void }>();
  const line: { onLead: () => void; leads: boolean }[] = [];
  const serve = (): void =>
    queueMicrotask(() => {
      const first = line[0];
      if (!first || first.leads) return;
      first.leads = true;
      first.onLead();
    });
  return {
    text: () => text,
    writes: () => writes,
    reads: () => reads,
    openTab() {
      const listeners = new Set<(message: unknown) => void>();
      const leaving: (() => void)[] = [];
      let alive = true;
      const me = { hear: (message: unknown) => [...listeners].forEach((each) => alive && each(message)) };
      tabs.add(me);
      return {
        read: () => (reads++, text),
        write(next) {
          if (!alive) return;
          writes++;
          text = next;
        },
        post(message) {
          if (!alive) return;
          const copy = JSON.stringify(message);
          for (const tab of tabs) if (tab !== me) queueMicrotask(() => tab.hear(JSON.parse(copy)));
        },
        listen(listener) {
          listeners.add(listener);
          return () => void listeners.delete(listener);
        },
        lead(onLead) {
          const place = { onLead: () => alive && onLead(), leads: false };
          line.push(place);
          serve();
          const leave = (): void => {
            const index = line.indexOf(place);
            if (index >= 0) line.splice(index, 1);
            serve();
          };
          leaving.push(leave);
          return leave;
        },
        die() {
          alive = false;
          tabs.delete(me);
          for (const leave of leaving) leave();
        },
      };
    },
  };
}
