import { errorFromRecord } from '@helpkiosk/core';
import type { Env } from '@helpkiosk/core';
import {
  isMessage,
  PROTOCOL_VERSION,
  type FromWorker,
  type SearchAnswer,
  type SearchCall,
  type SearchTarget,
  type ToWorker,
} from './protocol.js';

/** The part of `Worker` that is used. */
export type WorkerLike = Pick<Worker, 'postMessage' | 'terminate' | 'onmessage' | 'onerror' | 'onmessageerror'>;

/** What a question comes to whose worker was lost before it could answer. */
export const LOST: unique symbol = Symbol('lost');

/** A worker that may be lost at any time. */
export interface WorkerLink {
  /** `LOST` if the worker is lost or goes lost; rejects with the worker's HelpError, or with the signal's reason. */
  ask(call: SearchCall, signal: AbortSignal | undefined): Promise<SearchAnswer | typeof LOST>;
  /** Ends the worker; open and later questions are `LOST`. */
  end(): void;
}

export interface WorkerLinkOptions {
  /** Called once, at once; may throw. */
  startWorker: () => WorkerLike;
  /** What the worker is to search. */
  open: SearchTarget;
  env: Pick<Env, 'setTimer'>;
  /** How long a new worker may say nothing at all; default 3,000. */
  silenceMs?: number;
  /** A newer pack has taken the place of the one that was opened. */
  onUpdate?: () => void;
  /** The locales that the worker has found. */
  onLocales: (locales: readonly string[]) => void;
}

type Body<T> = T extends unknown ? Omit<T, 'v'> : never;
interface Pending {
  resolve(value: SearchAnswer | typeof LOST): void;
  reject(error: unknown): void;
}

/** Starts a worker and speaks the protocol with it. The worker is lost when it cannot start, fires `error` or `messageerror`, is silent at first, or does not serve what is to be searched. */
export function startWorkerLink(options: WorkerLinkOptions): WorkerLink {
  const { open, env, silenceMs = 3000 } = options;
  const pending = new Map<number, Pending>();
  let worker: WorkerLike | null = null;
  let stopSilence = (): void => {};
  let nextId = 0;
  const end = (): void => {
    stopSilence();
    if (worker) {
      worker.onmessage = worker.onerror = worker.onmessageerror = null;
      worker.terminate();
    }
    worker = null;
    for (const question of pending.values()) question.resolve(LOST);
    pending.clear();
  };
  const send = (message: Body<ToWorker>): void => {
    try {
      worker?.postMessage({ v: PROTOCOL_VERSION, ...message });
    } catch {
      end();
    }
  };
  try {
    worker = options.startWorker();
    worker.onmessage = ({ data }: MessageEvent) => {
      if (!isMessage(data)) return;
      stopSilence();
      if (data.type === 'unable') end();
      else takeMessage(data as FromWorker, pending, options);
    };
    worker.onmessageerror = end;
    worker.onerror = (event) => {
      // else the browser reports it as an error of the host page
      if (typeof event === 'object') event.preventDefault?.();
      end();
    };
    stopSilence = env.setTimer(end, silenceMs);
    send({ type: 'open', target: open });
  } catch {
    end();
  }
  const ask: WorkerLink['ask'] = (call, signal) => {
    if (!worker) return Promise.resolve(LOST);
    const id = nextId++;
    const leave = (): void => {
      pending.get(id)?.reject(signal!.reason);
      if (pending.delete(id)) send({ type: 'abort', id });
    };
    const answer = new Promise<SearchAnswer | typeof LOST>((resolve, reject) => pending.set(id, { resolve, reject }));
    signal?.addEventListener('abort', leave);
    send({ type: 'ask', id, call });
    return signal ? answer.finally(() => signal.removeEventListener('abort', leave)) : answer;
  };
  return { ask, end };
}

function takeMessage(
  message: FromWorker,
  pending: Map<number, Pending>,
  { onLocales, onUpdate }: WorkerLinkOptions,
): void {
  if ('locales' in message) onLocales(message.locales);
  if (message.type === 'updated') onUpdate?.();
  if (message.type !== 'answer' && message.type !== 'refused') return;
  const question = pending.get(message.id);
  pending.delete(message.id);
  if (message.type === 'answer') question?.resolve(message.value);
  else question?.reject(errorFromRecord(message.error));
}
