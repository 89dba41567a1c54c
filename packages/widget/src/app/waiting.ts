// Waiting on this page: the stores of core, and what the browser lends them. A chunk of its own, loaded when somebody looks or waits.
import {
  createBrowserLive,
  createWaiting,
  type Emitter,
  type Env,
  type HeadlessHelp,
  type HelpEvents,
  type Waiting,
} from '@helpkiosk/core';
import { createTurnAlerts } from './turn-alerts.js';

export interface WaitingAppPorts {
  help: HeadlessHelp;
  env: Env;
  events: Emitter<HelpEvents>;
}

/** The port of the views for one widget, with the place in the queue that an earlier page or another tab has kept; `destroy` ends it, and leaves the place to the next page. */
export function openWaiting({ help, env, events }: WaitingAppPorts): Waiting {
  const { config } = help.stores;
  const { adapter, name = '', locale = document.documentElement.lang || 'en' } = config.get();
  const alerts = createTurnAlerts(name, env);
  const waiting = createWaiting({
    ...{ env, config, locale, alerts },
    ...(adapter ? { adapter } : {}),
    live: createBrowserLive({ instance: name, storage: readStorage(), env }),
    onTurn(turn) {
      events.emit('yourTurn', {});
      alerts.call(turn);
    },
    onAccepted: () => events.emit('conversationStarted', {}),
    onError: ({ code }) => events.emit('error', { code }),
  });
  waiting.resume();
  const stopAlerts = waiting.queue.subscribe((queue) => queue.name !== 'turn' && alerts.hush());
  return {
    ...waiting,
    destroy() {
      stopAlerts();
      alerts.hush();
      waiting.destroy();
    },
  };
}

/** Pages without an origin of their own, and browsers that block cookies, throw when it is only touched. */
function readStorage(): Storage | null {
  try {
    return localStorage;
  } catch {
    return null;
  }
}
