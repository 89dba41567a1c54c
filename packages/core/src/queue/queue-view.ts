import { UNDO_LEAVE_MS, type ConversationState } from '../conversation/conversation-state.js';
import type { LivePlace } from '../conversation/live-record.js';
import type { ServiceFacts } from '../status/service-facts.js';
import type { TrackedWait } from './queue-tracker.js';
import type { NoQueue, QueueView } from './waiting-port.js';

/** What a queue view is made of, beside the place. `at`: `Env.monotonic`. */
export interface ViewContext {
  at: number;
  tracked: TrackedWait | null;
  accuracy: ServiceFacts['accuracy'];
  failed: NoQueue['failed'];
}

/** What views are told of a place. Pure. */
export function queueViewOf({ state, announced }: LivePlace, context: ViewContext): QueueView {
  const { at, tracked, accuracy, failed } = context;
  switch (state.name) {
    case 'idle':
    case 'triage':
      return { name: 'none', failed };
    case 'ended':
      return state.why === 'solved' ? { name: 'none', failed } : { name: 'over', why: state.why };
    case 'offered':
      return {
        name: 'turn',
        question: state.from.question,
        leftMs: state.acceptBy === null || state.accepted ? null : Math.max(state.acceptBy - at, 0),
        accepted: state.accepted,
        conversationId: state.from.conversationId,
      };
    case 'left':
      return {
        name: 'left',
        question: questionOf(state.back),
        why: state.why,
        undoLeftMs: Math.min(Math.max(UNDO_LEAVE_MS - (at - state.leftAt), 0), UNDO_LEAVE_MS),
        turnCame: state.back.name === 'offered',
      };
    case 'queued': {
      if (state.conversationId === null || !tracked) return { name: 'joining', question: state.question };
      const waitedMs = Math.max(at - state.joinedAt, 0);
      return {
        name: 'waiting',
        question: state.question,
        position: tracked.freshness === 'unknown' ? null : tracked.position,
        queueLength: tracked.freshness === 'unknown' ? null : tracked.queueLength,
        wait: tracked.wait,
        reason: tracked.reason ?? state.rise?.reason ?? null,
        freshness: tracked.freshness,
        ageMs: tracked.ageMs,
        stream: state.stream,
        waitedMs,
        announced: announced && { p50Ms: announced.p50Ms, p90Ms: announced.p90Ms },
        pastAnnounced: announced !== null && waitedMs > announced.p90Ms,
        progress: tracked.progress,
        accuracy,
      };
    }
  }
}

const questionOf = (back: Extract<ConversationState, { name: 'left' }>['back']): string =>
  back.name === 'offered' ? back.from.question : back.question;

/** How soon what is shown of a state changes by time alone, in ms; null: it does not. */
export function tickOf(view: QueueView): number | null {
  if (view.name === 'waiting') return 5000;
  return view.name === 'left' || (view.name === 'turn' && view.leftMs !== null) ? 1000 : null;
}
