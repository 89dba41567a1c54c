// The place in the queue in all tabs, and the verbs: what of waiting is not needed before somebody stands in line.
import type { AdapterRunner } from '../adapter/adapter-runner.js';
import { createConversationEffects } from '../conversation/conversation-effects.js';
import { createLonelyLive, type LivePort } from '../conversation/live-port.js';
import type { LivePlace } from '../conversation/live-record.js';
import { placeOf } from '../conversation/refusal-of.js';
import { createSharedPlace } from '../conversation/shared-place.js';
import type { Env, Store } from '../contracts.js';
import type { HelpError } from '../errors.js';
import type { ServiceStore } from '../status/service-store.js';
import { createStore } from '../store.js';
import { createQueueTracker, type QueueTracker } from './queue-tracker.js';
import type { QueueNews } from './queue-watcher.js';
import { queueViewOf, tickOf } from './queue-view.js';
import { waitCause } from './wait-cause.js';
import { announcedOf } from './wait-now.js';
import type { AlertsView, JoinRequest, NoQueue, QueueView, ServiceView, WaitingPort } from './waiting-port.js';

/** What the page lends: leave to notify. Left out, there are no notifications. */
export interface AlertsPort {
  read(): AlertsView['notifications'];
  /** Asks the browser; fulfilled with its answer. */
  ask(): Promise<unknown>;
}

/** What the page gives beside the service. */
export interface LinePorts {
  /** Left out: this page alone. */
  live?: LivePort;
  alerts?: AlertsPort;
  /** It has become the customer's turn; `leads`: this tab is the one of the browser that should notify and sound. */
  onTurn?: (turn: { leads: boolean; sound: boolean }) => void;
  /** The customer has taken the turn, in this tab. */
  onAccepted?: (conversationId: string | null) => void;
  onError?: (error: HelpError) => void;
}

/** What it stands on: the same runner and service as the views. */
export interface LineOptions extends LinePorts {
  env: Env;
  runner: AdapterRunner;
  services: Pick<ServiceStore, 'service' | 'watch' | 'pollMs'>;
}

/** The half of the port that is about the place in line. */
export interface Line extends Omit<WaitingPort, 'service' | 'env' | 'watchService' | 'refreshStatus' | 'join'> {
  /** `seen`: what the customer was shown of the service when they asked; default: what it says now. */
  join(request: JoinRequest, seen?: ServiceView): Promise<void>;
  /** Takes up what `hk:live` keeps: a place of an earlier page, or of another tab. False where there is none. */
  resume(): boolean;
  destroy(): void;
}

/** Makes it. Nothing is asked, read or written before `join` or `resume`; other tabs are listened to. */
export function createLine(options: LineOptions): Line {
  const { env, runner, services, alerts, onTurn = () => {}, onAccepted = () => {}, onError = () => {} } = options;
  const { live = createLonelyLive() } = options;
  const { service } = services;
  let tracker: QueueTracker | null = null;
  let failed: NoQueue['failed'] = null;
  let stopTick = (): void => {};
  let stopService: (() => void) | null = null;
  let joining = false;

  const context = () => {
    const place = placeOf(shared.place.get().state);
    return {
      waitedMs: place ? Math.max(env.monotonic() - place.joinedAt, 0) : 0,
      pollMs: shared.place.get().pollMs,
      outage: service.get().facts.notices.some(({ level }) => level === 'outage'),
    };
  };
  const track = (place: LivePlace): void => {
    const { priority = 'normal' } = placeOf(place.state) ?? {};
    tracker =
      placeOf(place.state) && createQueueTracker({ env, priority, announced: place.announced, saved: place.wait });
  };
  const shared = createSharedPlace({
    env,
    live,
    onLead: (resumed) => {
      const effects = createConversationEffects(
        {
          ...{ env, runner, onNews, onError },
          place: () => shared.place.get(),
          send: shared.send,
          amend: shared.amend,
          onJoinFailed: (error) => void (failed = error.code === 'adapter-missing-method' ? 'missing' : error.code),
          onOver: () => shared.finish(),
        },
        resumed,
      );
      stopService ??= services.watch();
      const stopFollowing = shared.place.subscribe(effects.follow);
      effects.follow();
      return () => {
        stopFollowing();
        effects.stop();
        stopService?.();
        stopService = null;
      };
    },
    onAdopted: track,
  });
  const view = (): QueueView => {
    const tracked = tracker ? tracker.tick(context()) : null;
    const { accuracy } = service.get().facts;
    return queueViewOf(shared.place.get(), { at: env.monotonic(), tracked, accuracy, failed });
  };
  const queue = createStore<QueueView>({ name: 'none', failed: null });
  const tell = (): void => {
    stopTick();
    const next = view();
    const before = queue.get();
    const isSame = next.name === 'none' && before.name === 'none' && next.failed === before.failed;
    if (!isSame) queue.set(next);
    const afterMs = tickOf(next);
    if (afterMs !== null && env.visible.get()) stopTick = env.setTimer(tell, afterMs);
  };
  const onNews = (news: QueueNews): void => {
    if (news.type === 'snapshot') return onSnapshot(news.snapshot);
    if (news.type === 'turn') shared.send({ type: 'turn', at: env.monotonic() });
    else if (news.type === 'ended') shared.send({ type: 'host-ended' });
    else shared.send({ type: news.type === 'lost' ? 'stream-lost' : 'stream-resumed' });
  };
  const onSnapshot = (snapshot: Extract<QueueNews, { type: 'snapshot' }>['snapshot']): void => {
    const before = tracker?.save().snapshots.at(-1) ?? null;
    const taken = tracker?.take(snapshot, context());
    if (!tracker || !taken) return;
    const { position, observedAt } = taken;
    shared.send({ type: 'snapshot', observedAt, ...(position === undefined ? {} : { position }) });
    const place = placeOf(shared.place.get().state);
    const cause = waitCause(before, snapshot, context().outage);
    if (place?.rise?.reason === null && cause) shared.send({ type: 'rise', reason: cause });
    shared.amend({ wait: tracker.save(), pollMs: services.pollMs() });
  };
  const canNotify = (): AlertsView['notifications'] => alerts?.read() ?? 'unsupported';
  const alertsNow = createStore<AlertsView>({ notifications: canNotify(), sound: false });
  const stopListening = [
    shared.place.subscribe((place) => {
      if (!placeOf(place.state)) tracker = null;
      const before = queue.get().name;
      const { sound } = place;
      if (sound !== alertsNow.get().sound) alertsNow.update((now) => ({ ...now, sound }));
      tell();
      if (queue.get().name === 'turn' && (before === 'waiting' || before === 'joining'))
        onTurn({ leads: shared.leads(), sound });
    }),
    service.subscribe(() => tracker && tell()),
    env.visible.subscribe((visible) => (visible ? tell() : stopTick())),
  ];
  /** Whether somebody waits already, here or in another tab. */
  const isBusy = (): boolean => joining || placeOf(shared.place.get().state) !== null;

  return {
    queue,
    alerts: alertsNow,
    async join(request: JoinRequest, seen = service.get()) {
      if (isBusy() || shared.resume()) return;
      failed = null;
      joining = true;
      const { waitNow, facts, now } = seen;
      const figures = announcedOf(waitNow);
      const announced = figures && { ...figures, observedAt: Math.round(now - (facts.ageMs ?? 0)) };
      shared.amend({
        ...{ request: { key: env.randomId(), body: request }, announced, wait: null, cursor: null },
        pollMs: services.pollMs(),
      });
      shared.send({ type: 'ask', question: request.text });
      shared.send({ type: 'routed', route: 'people', priority: request.priority ?? 'normal' });
      tracker = createQueueTracker({ env, priority: request.priority ?? 'normal', announced });
      shared.send({ type: 'join', at: env.monotonic() });
      joining = false;
      await untilSettled(queue);
    },
    leave: () => shared.wish('leave'),
    helped: () => shared.wish('free'),
    decline: () => shared.wish('decline'),
    undoLeave: () => shared.wish('undo'),
    accept() {
      shared.wish('accept');
      const { state } = shared.place.get();
      if (state.name === 'offered' && state.accepted) onAccepted(state.from.conversationId);
    },
    dismiss() {
      failed = null;
      const { state } = shared.place.get();
      if (state.name === 'ended') shared.send({ type: 'ask', question: '' });
      if (shared.place.get().state.name === 'triage') shared.send({ type: 'cancel' });
      tell();
    },
    async allowNotifications() {
      await alerts?.ask().catch(() => {}); // refused, or asked without a click: `read` tells
      alertsNow.update((now) => ({ ...now, notifications: canNotify() }));
    },
    allowSound: (sound) => shared.amend({ sound }),
    resume: shared.resume,
    destroy() {
      stopTick();
      for (const stop of stopListening) stop();
      shared.destroy();
      queue.set({ name: 'none', failed: null });
      stopService?.();
    },
  };
}

/** Fulfilled once the host has confirmed or refused. */
function untilSettled(queue: Store<QueueView>): Promise<void> {
  if (queue.get().name !== 'joining') return Promise.resolve();
  return new Promise((resolve) => {
    const stop = queue.subscribe(({ name }) => {
      if (name === 'joining') return;
      stop();
      resolve();
    });
  });
}
