// Asks the host for its status while somebody looks, and says what may be said of it as time passes.
import type { AdapterRunner } from '../adapter/adapter-runner.js';
import { readQueueSnapshot, readStatusAnswer } from '../adapter/validate-answer.js';
import type { Env, HelpConfig, HelpErrorCode, ReplyPolicy, Store, WaitEstimator } from '../contracts.js';
import { toHelpError, type HelpError } from '../errors.js';
import { parseReplyPolicy } from '../hours/parse-reply-policy.js';
import { createHostClock } from '../queue/host-clock.js';
import { createWaitNow } from '../queue/wait-now.js';
import type { ServiceView } from '../queue/waiting-port.js';
import { createStore } from '../store.js';
import { own } from './read-figures.js';
import { createStatusPoll } from './status-poll.js';
import { pollOf, readServiceStatus } from './service-status.js';
import { openStatusHours, type StatusHours } from './status-hours.js';

/** How often what is shown is reckoned anew: ages, openings and closings. */
const TICK_MS = 15_000;

/** Where estimators come from. */
export interface EstimatorSource {
  /** A new one; null for as long as `load` has not been fulfilled. */
  open(): WaitEstimator | null;
  /** Fetches what makes them, once a host tells of a queue without a figure of its own; rejects where it cannot be had. Left out: it is here. */
  load?(): Promise<unknown>;
}

export interface ServiceStoreOptions {
  env: Env;
  runner: AdapterRunner;
  config: Store<HelpConfig>;
  locale: string;
  onError: (error: HelpError) => void;
  estimators: EstimatorSource;
}

export interface ServiceStore {
  readonly service: Store<ServiceView>;
  /** Looks until the returned function is called; see `WaitingPort.watchService`. */
  watch(): () => void;
  refresh(): Promise<void>;
  /** How often a queue of this host tells of itself. */
  pollMs(): number;
  destroy(): void;
}

/** Makes the store; it asks nothing before somebody looks. Without `getServiceStatus` it rests on the configuration alone. */
export function createServiceStore(options: ServiceStoreOptions): ServiceStore {
  const { env, runner, config, locale, onError, estimators } = options;
  const clock = createHostClock(env);
  let status: Readonly<Record<string, unknown>> | null = null;
  let waitNow = createWaitNow(estimators.open);
  let asking: ServiceView['asking'] = runner.has('getServiceStatus') ? 'idle' : 'none';
  let error: HelpErrorCode | null = null;
  let settings = readSettings(status, config.get(), locale, onError);

  const read = (): ServiceView => {
    const now = status ? clock.now()! : env.now();
    const { hours, deskZone, replyPolicy } = settings;
    const facts = readServiceStatus(status, { now, own: config.get(), ...(hours ? { hours } : {}) });
    return {
      ...{ facts, now, waitNow: facts.freshness === 'unknown' ? null : waitNow.read(status, now), asking, error },
      ...(hours ? { hours } : {}),
      ...(deskZone ? { deskZone } : {}),
      ...(replyPolicy ? { replyPolicy } : {}),
      canJoin: runner.has('startConversation') && facts.state !== 'closed',
      supports: (own(status, 'supports') ?? {}) as ServiceView['supports'],
    };
  };
  const service = createStore(read());
  const tell = (): void => service.set(read());
  let fetching = !estimators.load;
  const fetchEstimator = (): void => {
    if (fetching) return;
    fetching = true;
    estimators.load!().then(tell, () => (fetching = false)); // without it no wait is named; the next answer tries again
  };
  const take = (answer: unknown): void => {
    const next = readStatusAnswer(answer);
    error = null;
    if (!next) return;
    const hearing = clock.hear(next['observedAt'] as number);
    if (hearing === 'refused') return;
    if (hearing === 'moved') waitNow = createWaitNow(estimators.open);
    status = next;
    runner.setSupports(next['supports']);
    settings = readSettings(status, config.get(), locale, onError);
    const snapshot = readQueueSnapshot({ ...Object(next['queue']), observedAt: next['observedAt'] });
    if (!snapshot) return;
    waitNow.observe(snapshot);
    if (own(next, 'wait') === undefined) fetchEstimator();
  };
  const poll = createStatusPoll({
    env,
    runner,
    locale,
    pollMs: () => pollOf(status),
    isFresh: () => status !== null && clock.ageMs()! < pollOf(status),
    onStart: () => {
      if (asking !== 'idle') return;
      asking = 'asking';
      tell();
    },
    onAnswer: take,
    onFailure: (failure) => {
      error = failure.code;
      onError(failure);
    },
    onEnd: () => {
      asking = 'asked';
      tell();
    },
  });
  const ticking = createTicks(env, tell);
  let lookers = 0;
  const stopConfig = config.subscribe((now) => {
    settings = readSettings(status, now, locale, onError);
    tell();
  });
  return {
    service,
    watch() {
      let looking = true;
      if (lookers++ === 0) {
        ticking.start();
        if (asking !== 'none') poll.start();
      }
      tell();
      return () => {
        if (!looking) return;
        looking = false;
        if (--lookers > 0) return;
        poll.stop();
        ticking.stop();
      };
    },
    refresh: async () => void (asking !== 'none' && (await poll.askNow())),
    pollMs: () => pollOf(status),
    destroy() {
      stopConfig();
      poll.destroy();
      ticking.stop();
    },
  };
}

type Settings = StatusHours & { replyPolicy?: ReplyPolicy };

/** The host's hours and promises where it sends any that can be read, else the owner's. */
function readSettings(
  status: unknown,
  { hours, replyPolicy }: HelpConfig,
  locale: string,
  onError: (error: HelpError) => void,
): Settings {
  const read = openStatusHours(status, hours, { language: locale });
  if (read.problem) onError(read.problem);
  for (const given of [own(status, 'replyPolicy'), replyPolicy]) {
    if (given === undefined || given === null) continue;
    try {
      return { ...read, replyPolicy: parseReplyPolicy(given) };
    } catch (thrown) {
      onError(toHelpError(thrown));
    }
  }
  return read;
}

/** Calls `tick` every 15 s while the page is visible, and when it becomes so. */
function createTicks(env: Env, tick: () => void) {
  let stopTimer = (): void => {};
  let stopSeeing = (): void => {};
  const next = (): void => {
    stopTimer = env.setTimer(() => {
      if (env.visible.get()) tick();
      next();
    }, TICK_MS);
  };
  return {
    start(): void {
      next();
      stopSeeing = env.visible.subscribe((visible) => visible && tick());
    },
    stop(): void {
      stopTimer();
      stopSeeing();
    },
  };
}
