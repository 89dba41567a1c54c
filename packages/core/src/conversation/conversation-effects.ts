// What the tab that leads does for a conversation: asks for a person, keeps the stream, lets time pass, gives the place back.
import type { AdapterRunner } from '../adapter/adapter-runner.js';
import { readStarted } from '../adapter/validate-answer.js';
import type { Env } from '../contracts.js';
import { toHelpError, type HelpError } from '../errors.js';
import { watchQueueAlive, type QueueNews } from '../queue/queue-watcher.js';
import { retry } from '../retry.js';
import { nextTimeAt } from './conversation.machine.js';
import type { ConversationMachineEvent, ConversationState } from './conversation-state.js';
import { createJobs } from './jobs.js';
import type { LivePlace } from './live-record.js';
import { placeOf } from './refusal-of.js';

/** So often a request for a person is tried, and giving a place back. */
const JOIN_ATTEMPTS = 4;
const LEAVE_ATTEMPTS = 8;

export interface EffectPorts {
  env: Env;
  runner: AdapterRunner;
  /** The place as it is now. */
  place(): LivePlace;
  send(event: ConversationMachineEvent): void;
  /** Changes what lies beside the state. */
  amend(change: Partial<Omit<LivePlace, 'state' | 'turn'>>): void;
  onNews(news: QueueNews): void;
  onJoinFailed(error: HelpError): void;
  onError(error: HelpError): void;
  /** Nothing is left to be done for the conversation. */
  onOver(): void;
}

export interface ConversationEffects {
  /** Starts and stops what the place asks for now; to be called after each change. */
  follow(): void;
  stop(): void;
}

/** The effects of one leading tab. `resumed`: the place comes from another page, so that the host is asked first where it stands. */
export function createConversationEffects(ports: EffectPorts, resumed: boolean): ConversationEffects {
  const { env, runner, place, send } = ports;
  const jobs = createJobs();
  let gone: string | null = null;

  const start = async (signal: AbortSignal): Promise<void> => {
    const { request, announced } = place();
    const input = { ...request!.body, ...(announced ? { announced } : {}), key: request!.key };
    try {
      const { conversationId, state } = await retry(
        async () => readStarted(await runner.call('startConversation', input, { signal })),
        { env, signal, attempts: JOIN_ATTEMPTS },
      );
      const isOver = place().state.name === 'ended';
      ports.amend({ request: null, ...(isOver ? { toLeave: conversationId } : {}) });
      send({ type: 'joined', conversationId });
      if (state === 'open') send({ type: 'turn', at: env.monotonic() });
    } catch (thrown) {
      if (signal.aborted) return;
      const error = toHelpError(thrown);
      ports.onError(error);
      ports.amend({ request: null });
      ports.onJoinFailed(error);
      send({ type: 'join-failed' });
    }
    follow();
  };
  const watch = async (conversationId: string, signal: AbortSignal): Promise<void> => {
    const { cursor } = place();
    await watchQueueAlive({
      ...{ env, runner, conversationId, signal, askFirst: resumed },
      after: cursor,
      pollMs: () => place().pollMs,
      tell: ports.onNews,
      onCursor: (next) => ports.amend({ cursor: next }),
      onError: ports.onError,
    });
  };
  const giveBack = async (conversationId: string, signal: AbortSignal): Promise<void> => {
    const method = runner.has('leaveQueue') ? 'leaveQueue' : 'endConversation';
    try {
      if (runner.has(method))
        await retry(() => runner.call(method, { conversationId }, { signal }), {
          env,
          signal,
          attempts: LEAVE_ATTEMPTS,
        });
    } catch (thrown) {
      if (signal.aborted) return;
      ports.onError(toHelpError(thrown)); // the host will notice by itself that nobody is there
    }
    gone = conversationId;
    ports.amend({ toLeave: null });
  };
  const waitFor = (at: number, signal: AbortSignal): void => {
    const stopTimer = env.setTimer(
      () => send({ type: 'time', at: env.monotonic() }),
      Math.max(at - env.monotonic(), 0),
    );
    signal.addEventListener('abort', stopTimer);
  };
  const follow = (): void => {
    const now = place();
    const { state } = now;
    const watched = watchedOf(state, resumed || runner.has('watchConversation'));
    const left = leftOf(state);
    if (left && left !== gone && left !== now.toLeave) return ports.amend({ toLeave: left }); // which comes back here
    const { toLeave } = now;
    jobs.keep('start', now.request && (placeOf(state) || state.name === 'ended') ? now.request.key : null, start);
    jobs.keep('watch', watched, (signal) => watch(watched!, signal));
    jobs.keep('leave', toLeave, (signal) => giveBack(toLeave!, signal));
    const at = nextTimeAt(state);
    jobs.keep('time', at, (signal) => waitFor(at!, signal));
    if (!placeOf(state) && !now.request && !toLeave) ports.onOver();
  };
  return { follow, stop: jobs.stop };
}

/** The conversation whose stream is wanted: of a place in line, and `beyond` it too where one stream tells of all, or another page may have missed the end. */
function watchedOf(state: ConversationState, beyond: boolean): string | null {
  const place = placeOf(state);
  const back = state.name === 'left' ? state.back : state;
  return place && (back.name === 'queued' || beyond) ? place.conversationId : null;
}

/** The conversation whose place the customer has given up for good. */
function leftOf(state: ConversationState): string | null {
  return state.name === 'ended' && (state.why === 'left' || state.why === 'freed' || state.why === 'declined')
    ? state.conversationId
    : null;
}
