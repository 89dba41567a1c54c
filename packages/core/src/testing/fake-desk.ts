import type { ConversationEvent, HelpAdapter, QueueSnapshot, ServiceStatus } from '../contracts.js';
import { createDeferred, type Deferred } from './deferred.js';

/** A host that says what the test tells it to, and counts what it is asked. */
export interface FakeDesk {
  readonly adapter: HelpAdapter;
  /** Calls by method, in order. */
  readonly calls: { method: string; input: unknown }[];
  count(method: string): number;
  /** Streams that are open. */
  openStreams(): number;
  /** Sends a snapshot (of a conversation: an event) into every open stream. */
  emit(snapshot: Partial<QueueSnapshot> & { observedAt: number }): void;
  emitRaw(value: unknown): void;
  /** Ends every open stream: cleanly, or with an error. */
  endStreams(error?: unknown): void;
  /** What `resumeConversation` answers from now on. */
  standing: 'queued' | 'open' | 'ended' | null;
  status: ServiceStatus | null;
  /** The next calls of a method fail with these, one each. */
  failNext(method: string, ...errors: unknown[]): void;
}

/** A desk with the methods named; `watchConversation` only where it is named. */
export function createFakeDesk(
  methods: readonly (keyof HelpAdapter)[] = [
    ...(['getServiceStatus', 'startConversation', 'resumeConversation'] as const),
    ...(['watchQueue', 'leaveQueue'] as const),
  ],
): FakeDesk {
  const calls: FakeDesk['calls'] = [];
  const failures = new Map<string, unknown[]>();
  const streams = new Set<{ emit: (value: never) => void; ended: Deferred<void> }>();
  const keys = new Map<string, string>();
  const note = (method: string, input: unknown): void => {
    calls.push({ method, input });
    const failure = failures.get(method)?.shift();
    if (failure !== undefined) throw failure;
  };
  const stream =
    (method: string) =>
    async (input: { emit: (value: never) => void }, { signal }: { signal: AbortSignal }) => {
      note(method, input);
      const mine = { emit: input.emit, ended: createDeferred() };
      streams.add(mine);
      signal.addEventListener('abort', () => mine.ended.reject(signal.reason));
      await mine.ended.promise.finally(() => streams.delete(mine));
    };
  const desk: FakeDesk = {
    calls,
    standing: 'queued',
    status: null,
    count: (method) => calls.filter((each) => each.method === method).length,
    openStreams: () => streams.size,
    emit(snapshot) {
      if (!methods.includes('watchConversation')) return desk.emitRaw(snapshot);
      desk.emitRaw({ id: `e${calls.length}-${snapshot.observedAt}`, type: 'queue', snapshot } as ConversationEvent);
    },
    emitRaw: (value) => [...streams].forEach((each) => each.emit(value as never)),
    endStreams: (error) =>
      [...streams].forEach(({ ended }) => (error === undefined ? ended.resolve() : ended.reject(error))),
    failNext: (method, ...errors) => void failures.set(method, [...(failures.get(method) ?? []), ...errors]),
    adapter: {},
  };
  const all: HelpAdapter = {
    async getServiceStatus(input) {
      note('getServiceStatus', input);
      return desk.status;
    },
    async startConversation(input) {
      note('startConversation', input);
      const conversationId = keys.get(input.key) ?? `c${keys.size + 1}`;
      keys.set(input.key, conversationId);
      return { conversationId, state: 'queued' };
    },
    async resumeConversation(input) {
      note('resumeConversation', input);
      return desk.standing && { state: desk.standing, messages: [], cursor: '' };
    },
    async leaveQueue(input) {
      note('leaveQueue', input);
    },
    watchQueue: stream('watchQueue') as never,
    watchConversation: stream('watchConversation') as never,
  };
  return Object.assign(desk, { adapter: Object.fromEntries(methods.map((name) => [name, all[name]])) });
}
