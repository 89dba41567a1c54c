import { createWaitEstimator, presentWait, type HelpRequest, type Priority } from '@helpkiosk/core';
import { beginConversation } from '../desk/begin-conversation.js';
import type { Desk } from '../desk/desk.js';
import type { HostStore } from '../store/store.js';
import type { HostWorld } from '../world.js';
import { waitTime, workTime } from './draw.js';
import type { Later } from './later.js';

const CUSTOMER = 'visitor';
/** Half of them wait for at most so long, or so. */
const PATIENCE_MS = 1_500_000;
const MINUTE_MS = 60_000;

export interface VisitorsOptions {
  desk: Desk;
  store: HostStore;
  world: HostWorld;
  later: Later;
  handleTimeMs: number;
  /** How many come in a ms; 0 for none. */
  perMs: number;
}

/** Customers who are simulated. They join as real ones do, with what a browser would have announced, and leave when they have lost patience. */
export function startVisitors(options: VisitorsOptions): { has(conversationId: string): boolean; stop(): void } {
  const { desk, store, world, later, handleTimeMs, perMs } = options;
  const here = new Set<string>();
  const announced = createAnnouncer(desk, world);

  const come = async (): Promise<void> => {
    const draw = world.random();
    const priority: Priority = draw < 0.02 ? 'p0' : draw < 0.1 ? 'p1' : 'normal';
    const range = announced();
    const request: HelpRequest = {
      ...{ locale: 'en', text: 'A simulated customer asks for a person.', priority },
      ...(range ? { announced: range } : {}),
    };
    const beginning = { customerId: CUSTOMER, tier: null, request, at: world.now() };
    const waiting = await store.transaction((records) => beginConversation(records, beginning));
    here.add(waiting.id);
    later.after(waitTime(world, PATIENCE_MS), () => desk.end(waiting.id, ['queued'], 'left'));
    desk.join(waiting);
  };
  const next = (): void => {
    later.after(waitTime(world, 1 / perMs), async () => {
      next();
      await come();
    });
  };
  /** Those of an earlier run, whom nobody remembers. */
  const clear = async (): Promise<void> => {
    for (const state of ['queued', 'open'] as const)
      for (const { id, customerId } of await store.conversations.inState(state))
        if (customerId === CUSTOMER && !here.has(id)) await desk.end(id, [state], 'left');
  };
  later.after(0, clear);
  if (perMs > 0) next();
  const stop = desk.watch((event) => {
    if (event.type === 'ended') here.delete(event.conversationId);
    if (event.type !== 'taken' || !here.has(event.conversation.id)) return;
    const { id } = event.conversation;
    later.after(workTime(world, handleTimeMs), () => desk.end(id, ['open'], 'done'));
  });
  return { has: (id) => here.has(id), stop };
}

/** What a browser would announce to somebody who joins now: it reads the status every so often, and shows whole minutes. */
function createAnnouncer(desk: Desk, world: HostWorld): () => HelpRequest['announced'] {
  const estimator = createWaitEstimator();
  return () => {
    const snapshot = desk.snapshot();
    estimator.observe(snapshot);
    const position = (snapshot.queueLength ?? 0) + 1;
    const estimate = estimator.estimate(world.now(), { position, waitedMs: 0 });
    const { kind, fromMin, toMin } = presentWait(estimate, null, { position, waitedMs: 0, announced: null });
    const { observedAt } = snapshot;
    if (kind === 'soon') return { p50Ms: 0, p90Ms: MINUTE_MS, observedAt };
    if (kind !== 'range' || fromMin === undefined || toMin === undefined) return undefined;
    return { p50Ms: fromMin * MINUTE_MS, p90Ms: toMin * MINUTE_MS, observedAt };
  };
}
