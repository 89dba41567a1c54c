// The port of the views where the place in line is a file of its own: the service at once, all else when somebody joins, resumes, or another tab does.
import { createAdapterRunner } from '../adapter/adapter-runner.js';
import type { WaitEstimator } from '../contracts.js';
import { toHelpError } from '../errors.js';
import { createServiceStore } from '../status/service-store.js';
import { createStore } from '../store.js';
import type { Line, LineOptions } from './line.js';
import type { Waiting, WaitingOptions } from './waiting.js';
import type { AlertsView, QueueView } from './waiting-port.js';

export interface LazyWaitingOptions extends Pick<WaitingOptions, 'env' | 'config' | 'adapter' | 'locale' | 'onError'> {
  /** What makes estimators: fetched when a host tells of its queue without a figure of its own. */
  loadEstimators(): Promise<() => WaitEstimator>;
  /** The place in line, made on what is here. */
  loadLine(options: Pick<LineOptions, 'env' | 'runner' | 'services'>): Promise<Line>;
  record: LiveRecordPort;
}

/** Whether a place is kept, for this page and for other tabs. */
export interface LiveRecordPort {
  isThere(): boolean;
  /** Hears when another tab has written it, until the returned function is called. */
  onWritten(listener: () => void): () => void;
}

/** The same port as `createWaiting`. A place that cannot be had since its file does not come is a failed attempt to join, with the code of the failure. */
export function createLazyWaiting(options: LazyWaitingOptions): Waiting {
  const { env, config, locale, onError = () => {}, loadEstimators, loadLine, record } = options;
  const runner = createAdapterRunner(options.adapter, env);
  let makeEstimator: (() => WaitEstimator) | null = null;
  const services = createServiceStore({
    ...{ env, runner, config, locale, onError },
    estimators: {
      open: () => makeEstimator?.() ?? null,
      load: async () => void (makeEstimator = await loadEstimators()),
    },
  });
  const queue = createStore<QueueView>({ name: 'none', failed: null });
  const alerts = createStore<AlertsView>({ notifications: 'unsupported', sound: false });
  const undo: (() => void)[] = [];
  let coming: Promise<Line> | null = null;
  let line: Line | null = null;
  let ended = false;

  const open = (): Promise<Line> =>
    (coming ??= loadLine({ env, runner, services }).catch((thrown: unknown) => {
      coming = null;
      throw toHelpError(thrown, 'network');
    }));
  /** Fetches the line, does with it what is to be done, and shows what it says from then on. */
  const withLine = async (act: (made: Line) => unknown): Promise<void> => {
    const made = await open();
    if (ended) return made.destroy();
    const acted = act(made);
    if (!line) {
      line = made;
      const showQueue = (): void => queue.set(made.queue.get());
      const showAlerts = (): void => alerts.set(made.alerts.get());
      undo.push(made.queue.subscribe(showQueue), made.alerts.subscribe(showAlerts));
      showAlerts();
      showQueue();
    }
    await acted;
  };
  const resume = (): boolean => {
    if (line) return line.resume();
    if (!record.isThere()) return false;
    withLine((made) => made.resume()).catch((thrown: unknown) => onError(toHelpError(thrown))); // the record stays for the next page
    return true;
  };
  undo.push(record.onWritten(resume));
  return {
    service: services.service,
    queue,
    alerts,
    env,
    watchService: services.watch,
    refreshStatus: services.refresh,
    async join(request) {
      if (line) return line.join(request);
      if (queue.get().name === 'joining') return;
      const seen = services.service.get();
      queue.set({ name: 'joining', question: request.text });
      try {
        await withLine((made) => made.join(request, seen));
      } catch (thrown) {
        const error = toHelpError(thrown);
        onError(error);
        queue.set({ name: 'none', failed: error.code });
      }
    },
    leave: () => line?.leave(),
    helped: () => line?.helped(),
    accept: () => line?.accept(),
    decline: () => line?.decline(),
    undoLeave: () => line?.undoLeave(),
    dismiss: () => (line ? line.dismiss() : queue.set({ name: 'none', failed: null })),
    allowNotifications: async () => line?.allowNotifications(),
    allowSound: (allowed) => line?.allowSound(allowed),
    resume,
    destroy() {
      ended = true;
      for (const each of undo) each();
      line?.destroy();
      services.destroy();
      queue.set({ name: 'none', failed: null });
    },
  };
}
