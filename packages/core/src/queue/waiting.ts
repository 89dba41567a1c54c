// Everything of waiting that has no view: the status of the service, the place in the queue in all tabs, and the verbs.
import { createAdapterRunner } from '../adapter/adapter-runner.js';
import type { Env, HelpAdapter, HelpConfig, Store } from '../contracts.js';
import { createServiceStore } from '../status/service-store.js';
import { createWaitEstimator } from './estimate-wait.js';
import { createLine, type Line, type LinePorts } from './line.js';
import type { WaitingPort } from './waiting-port.js';

export interface WaitingOptions extends LinePorts {
  env: Env;
  config: Store<HelpConfig>;
  /** Left out: no back end; status and hours rest on the configuration. */
  adapter?: HelpAdapter;
  locale: string;
}

/** The port of the views, and what the app needs beside it. */
export interface Waiting extends WaitingPort, Pick<Line, 'resume' | 'destroy'> {}

/** Makes it, with all that it needs. Nothing is asked, read or written before `watchService`, `join`, `refreshStatus` or `resume`; other tabs are listened to. */
export function createWaiting(options: WaitingOptions): Waiting {
  const { env, config, locale, onError = () => {} } = options;
  const runner = createAdapterRunner(options.adapter, env);
  const estimators = { open: createWaitEstimator };
  const services = createServiceStore({ env, runner, config, locale, onError, estimators });
  const line = createLine({ ...options, runner, services });
  return {
    ...line,
    service: services.service,
    env,
    watchService: services.watch,
    refreshStatus: services.refresh,
    destroy() {
      line.destroy();
      services.destroy();
    },
  };
}
