// Waiting on this page: the service at once, the place in line when somebody stands there. A chunk of its own, loaded when somebody looks or waits.
import {
  createLazyWaiting,
  liveKeyOf,
  type Emitter,
  type Env,
  type HeadlessHelp,
  type HelpEvents,
  type LiveRecordPort,
  type Waiting,
} from '@helpkiosk/core';
import type { AppPorts } from '../app-contract.js';

export interface WaitingAppPorts extends Pick<AppPorts, 'launcher' | 'addSheet' | 'localeFor'> {
  help: HeadlessHelp;
  env: Env;
  events: Emitter<HelpEvents>;
}

/** The port of the views for one widget, with the place in line that an earlier page or another tab has kept; `destroy` ends it, and leaves the place to the next page. */
export function openWaiting(ports: WaitingAppPorts): Waiting {
  const { help, env, events } = ports;
  const { config } = help.stores;
  const { adapter, name = '', locale = document.documentElement.lang || 'en' } = config.get();
  const waiting = createLazyWaiting({
    ...{ env, config, locale },
    ...(adapter ? { adapter } : {}),
    loadEstimators: async () => (await import('./estimate.js')).createWaitEstimator,
    loadLine: async (line) => (await import('./line.js')).openLine({ ...ports, ...line, name }),
    record: liveRecord(liveKeyOf(name)),
    onError: ({ code }) => events.emit('error', { code }),
  });
  waiting.resume();
  return waiting;
}

/** The record under `hk:live=<name>`. Pages without an origin of their own, and browsers that block cookies, throw when storage is only touched. */
function liveRecord(key: string): LiveRecordPort {
  return {
    isThere() {
      try {
        return mayHoldPlace(localStorage.getItem(key));
      } catch {
        return false;
      }
    },
    onWritten(listener) {
      const hear = (event: StorageEvent): void =>
        void (event.key === key && mayHoldPlace(event.newValue) && listener());
      window.addEventListener('storage', hear);
      return () => window.removeEventListener('storage', hear);
    },
  };
}

/** Not a record of the outbox alone; what cannot be read is looked at, and taken away, by who reads places. */
const mayHoldPlace = (text: string | null): boolean =>
  text !== null && (text.includes('"queue"') || !text.includes('"outbox"'));
