// Counts what a page holds that outlives a widget when somebody forgets to give it back.

/** What is held at one moment; two of them are equal when nothing was left behind. */
export interface Holdings {
  /** How many listeners there are on the window, the document and the like, by target and type. */
  listeners: Record<string, number>;
  timers: number;
  workers: number;
  nodes: number;
  sheets: number;
  /** Names on the window and the document that were not there when the ledger was opened. */
  names: string[];
}

export interface Ledger {
  count(): Holdings;
  /** How many workers were started since the ledger was opened. */
  workersStarted(): number;
  /** Puts the page's own functions back. */
  close(): void;
}

/** The page that is watched: this one, or that of a frame. */
export type View = Window & typeof globalThis;

/** Puts itself between the page and its listeners, timers and workers, from now until `close`. */
export function openLedger(view: View = window): Ledger {
  const { document } = view;
  const undo = new AbortController();
  const listeners = countListeners(view, undo.signal);
  const timers = countTimers(view, undo.signal);
  const workers = countWorkers(view, undo.signal);
  const names = (): string[] => [view, document].flatMap((each) => Reflect.ownKeys(each).map(String)).sort();
  const known = new Set(names());
  return {
    count: () => ({
      listeners: listeners(),
      timers: timers(),
      workers: workers.alive(),
      nodes: document.querySelectorAll('*').length,
      sheets: document.adoptedStyleSheets.length,
      names: names().filter((name) => !known.has(name)),
    }),
    workersStarted: workers.started,
    close: () => undo.abort(),
  };
}

interface Held {
  target: EventTarget;
  type: string;
  listener: unknown;
  capture: boolean;
}

const outlives = ({ window, document, visualViewport, MediaQueryList }: View, target: EventTarget): boolean =>
  target === window ||
  target === visualViewport ||
  target instanceof MediaQueryList ||
  target === document ||
  target === document.body ||
  target === document.documentElement;

function countListeners(view: View, undo: AbortSignal): () => Record<string, number> {
  const { EventTarget } = view;
  const { addEventListener, removeEventListener } = EventTarget.prototype;
  let held: Held[] = [];
  const drop = (gone: Held): void => {
    held = held.filter(
      ({ target, type, listener, capture }) =>
        target !== gone.target || type !== gone.type || listener !== gone.listener || capture !== gone.capture,
    );
  };
  const describe = (target: unknown, type: string, listener: unknown, options: unknown): Held => ({
    target: (target ?? view) as EventTarget,
    type,
    listener,
    capture: typeof options === 'boolean' ? options : !!(options as AddEventListenerOptions | undefined)?.capture,
  });
  EventTarget.prototype.addEventListener = function (
    type: string,
    listener: EventListenerOrEventListenerObject | null,
    options?: boolean | AddEventListenerOptions,
  ) {
    const one = describe(this, type, listener, options);
    const { once = false, signal } = typeof options === 'object' ? options : {};
    if (outlives(view, one.target) && !signal?.aborted) {
      drop(one);
      held.push(one);
      signal?.addEventListener('abort', () => drop(one));
      if (once) addEventListener.call(one.target, type, () => drop(one), { once, capture: one.capture });
    }
    addEventListener.call(one.target, type, listener, options);
  };
  EventTarget.prototype.removeEventListener = function (type, listener, options) {
    const one = describe(this, type, listener, options);
    drop(one);
    removeEventListener.call(one.target, type, listener, options);
  };
  undo.addEventListener('abort', () => Object.assign(EventTarget.prototype, { addEventListener, removeEventListener }));
  return () => {
    const counts: Record<string, number> = {};
    for (const { target, type } of held) {
      const name = `${target.constructor.name} ${type}`;
      counts[name] = (counts[name] ?? 0) + 1;
    }
    return Object.fromEntries(Object.entries(counts).sort());
  };
}

function countTimers(view: View, undo: AbortSignal): () => number {
  const own = {
    setTimeout: view.setTimeout,
    setInterval: view.setInterval,
    clearTimeout: view.clearTimeout,
    clearInterval: view.clearInterval,
  };
  const pending = new Set<number>();
  const stop = (id?: number): void => {
    pending.delete(id!);
    own.clearTimeout.call(view, id);
  };
  Object.assign(view, {
    setTimeout(run: (...args: unknown[]) => void, afterMs?: number, ...args: unknown[]) {
      const id = own.setTimeout.call(
        view,
        () => {
          pending.delete(id);
          run(...args);
        },
        afterMs,
      ) as unknown as number;
      pending.add(id);
      return id;
    },
    setInterval(run: (...args: unknown[]) => void, everyMs?: number, ...args: unknown[]) {
      const id = own.setInterval.call(view, () => run(...args), everyMs) as unknown as number;
      pending.add(id);
      return id;
    },
    clearTimeout: stop,
    clearInterval: stop,
  });
  undo.addEventListener('abort', () => Object.assign(view, own));
  return () => pending.size;
}

function countWorkers(view: View, undo: AbortSignal): { alive(): number; started(): number } {
  const Own = view.Worker;
  const alive = new Set<Worker>();
  let started = 0;
  view.Worker = class extends Own {
    constructor(url: string | URL, options?: WorkerOptions) {
      super(url, options);
      started++;
      alive.add(this);
    }
    override terminate(): void {
      alive.delete(this);
      super.terminate();
    }
  };
  undo.addEventListener('abort', () => void (view.Worker = Own));
  return { alive: () => alive.size, started: () => started };
}
