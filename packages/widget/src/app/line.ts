// The place in line on this page: what the browser lends it, and what the page shows of a turn. Loaded when somebody joins, or a place is kept.
import { createBrowserLive, createLine, type Line, type LineOptions } from '@helpkiosk/core';
import { markLauncher } from './turn-mark.js';
import { createTurnAlerts } from './turn-alerts.js';
import type { WaitingAppPorts } from './waiting.js';

export interface LineAppPorts extends WaitingAppPorts, Pick<LineOptions, 'runner' | 'services'> {
  /** `HelpConfig.name`. */
  name: string;
}

/** Makes it; `destroy` takes away what the page shows of it, and leaves the place to the next page. */
export function openLine(ports: LineAppPorts): Line {
  const { env, runner, services, events, name } = ports;
  const alerts = createTurnAlerts(name, env);
  const line = createLine({
    ...{ env, runner, services, alerts },
    live: createBrowserLive({ instance: name, storage: readStorage(), env }),
    onTurn(turn) {
      events.emit('yourTurn', {});
      alerts.call(turn);
    },
    onAccepted: () => events.emit('conversationStarted', {}),
    onError: ({ code }) => events.emit('error', { code }),
  });
  const unmark = markLauncher(ports, line.queue);
  const stopAlerts = line.queue.subscribe((queue) => (queue.name !== 'turn' || queue.accepted) && alerts.hush());
  return {
    ...line,
    destroy() {
      stopAlerts();
      unmark();
      alerts.hush();
      line.destroy();
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
