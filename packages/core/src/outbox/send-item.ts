// One attempt at sending: with a time-out that progress restarts, and a lease that progress renews.
import type { Env, OutboxBlob, OutboxSend } from '../contracts.js';
import { HelpError, isHelpError, toHelpError } from '../errors.js';
import { backoffMs } from '../retry.js';
import type { OutboxEvent, OutboxRecord } from './outbox-item.js';

/** Nobody is sent away for longer than a day. */
const LONGEST_WAIT_MS = 86_400_000;
/** In a conversation somebody is waiting. */
const MESSAGE_CAP_MS = 60_000;

export interface SendPorts {
  env: Env;
  send: OutboxSend;
  owner: string;
  leaseMs: number;
  sendTimeoutMs: number;
  baseMs: number;
  capMs: number;
}

export interface SendJob {
  /** As claimed. */
  record: OutboxRecord;
  blobs(): Promise<readonly OutboxBlob[]>;
  controller: AbortController;
  /** Renews the lease; false: it belongs to somebody else by now. */
  renew(): Promise<boolean>;
}

/** Sends it once; what came of it, as an event. Never rejects. After `controller` was aborted the outcome is of no use. */
export async function sendItem(ports: SendPorts, job: SendJob): Promise<OutboxEvent> {
  const { env, owner, leaseMs, sendTimeoutMs } = ports;
  const { record, controller } = job;
  const { key, kind, conversation, seq, body, edits, attempts, hasBlobs } = record;
  const { signal } = controller;
  const timeout = startTimeout(env, sendTimeoutMs, controller);
  let renewedAt = env.monotonic();
  const progress = (): void => {
    if (signal.aborted) return;
    timeout.restart();
    if (env.monotonic() - renewedAt < leaseMs / 3) return;
    renewedAt = env.monotonic();
    job.renew().then(
      (isMine) => isMine || controller.abort(),
      () => {}, // the lease may run out: the key makes it once
    );
  };
  const run = async (): Promise<void> => {
    const blobs = hasBlobs ? await job.blobs() : [];
    signal.throwIfAborted();
    await ports.send({ key, kind, conversation, seq, body, blobs, attempts }, { signal, progress });
  };
  try {
    await Promise.race([run(), timeout.reached]);
    return { type: 'acknowledge', edits };
  } catch (thrown) {
    return { type: 'fail', owner, attempts, at: env.now(), ...failureOf(thrown, record, ports) };
  } finally {
    timeout.stop();
  }
}

function failureOf(thrown: unknown, { kind, attempts }: OutboxRecord, { env, baseMs, capMs }: SendPorts) {
  const { code, retryable, details } = toHelpError(thrown);
  return {
    code,
    retryable: retryable || !isHelpError(thrown),
    waitMs: backoffMs(attempts, {
      ...{ baseMs, random: env.random },
      capMs: kind === 'message' ? Math.min(capMs, MESSAGE_CAP_MS) : capMs,
      retryAfterMs: Math.min(details.retryAfterMs ?? 0, LONGEST_WAIT_MS),
    }),
  };
}

/** `reached` rejects when time is up, or when `controller` is aborted for another reason. */
function startTimeout(env: Pick<Env, 'setTimer'>, afterMs: number, controller: AbortController) {
  const { signal } = controller;
  let refuse!: (reason: unknown) => void;
  const reached = new Promise<never>((_, reject) => (refuse = reject));
  reached.catch(() => {}); // nobody may wait for it any more
  const handleAbort = (): void => refuse(signal.reason);
  signal.addEventListener('abort', handleAbort);
  const start = (): (() => void) =>
    env.setTimer(() => controller.abort(new HelpError('timeout', { timeoutMs: afterMs })), afterMs);
  let stopTimer = start();
  return {
    reached,
    restart(): void {
      stopTimer();
      stopTimer = start();
    },
    stop(): void {
      stopTimer();
      signal.removeEventListener('abort', handleAbort);
    },
  };
}
