import { errorFromRecord } from '@helpkiosk/core';
import type { Env } from '@helpkiosk/core';
import {
  PROTOCOL_VERSION,
  type FromWorker,
  type SearchAnswer,
  type SearchCall,
  type SearchTarget,
} from './protocol.js';

/** The part of `Worker` that is used. */
export type WorkerLike = Pick<Worker, 'postMessage' | 'terminate' | 'onmessage' | 'onerror' | 'onmessageerror'>;

/** A worker that may be lost at any time. */
export interface WorkerLink {
  /** Those that the worker has found; none before it has opened what it searches. */
  locales: readonly string[];
  /** Undefined if the worker is lost or goes lost; rejects with the worker's HelpError, or with the signal's reason. */
  ask(call: SearchCall, signal: AbortSignal | undefined): Promise<SearchAnswer | undefined>;
  /** Ends the worker, which is then lost. */
  end(): void;
}

export interface WorkerLinkOptions {
  /** Called once, at once; may throw. */
  startWorker: () => WorkerLike;
  /** What the worker is to search. */
  open: SearchTarget;
  env: Pick<Env, 'setTimer'>;
  /** A newer pack has taken the place of the one that was opened. */
  onUpdate?: () => void;
}

/** How long a new worker may say nothing at all. */
const SILENCE_MS = 3000;

/** Open questions by id: what to do with an answer, or with none. */
type Waiting = Map<number | undefined, (answer?: FromWorker) => void>;

/** Starts a worker and speaks the protocol with it. The worker is lost when it cannot start, fires `error` or `messageerror`, is silent for three seconds at first, or does not serve what is to be searched. */
export function startWorkerLink({ startWorker, open, env, onUpdate }: WorkerLinkOptions): WorkerLink {
  const waiting: Waiting = new Map();
  let worker: WorkerLike | null = null;
  let nextId = 0;
  const end = (): void => {
    stopSilence();
    worker?.terminate();
    worker = null;
    for (const settle of waiting.values()) settle();
  };
  const stopSilence = env.setTimer(end, SILENCE_MS);
  const hear = ({ data }: MessageEvent<FromWorker | null>): void => {
    if (data?.v !== PROTOCOL_VERSION) return;
    const { locales, updated, id } = data;
    stopSilence();
    if (locales === null) end();
    else if (locales) link.locales = locales;
    if (updated) onUpdate?.();
    waiting.get(id)?.(data);
  };
  const link: WorkerLink = {
    locales: [],
    ask: async (call, signal) => (worker ? ask(worker, waiting, nextId++, call, signal) : undefined),
    end,
  };
  try {
    worker = startWorker();
    worker.onmessage = hear;
    worker.onmessageerror = end;
    worker.onerror = (event) => {
      event.preventDefault(); // else the browser reports it as an error of the host page
      end();
    };
    worker.postMessage({ v: PROTOCOL_VERSION, open });
  } catch {
    end();
  }
  return link;
}

function ask(
  worker: WorkerLike,
  waiting: Waiting,
  id: number,
  call: SearchCall,
  signal: AbortSignal | undefined,
): Promise<SearchAnswer | undefined> {
  return new Promise((resolve, reject) => {
    const settle = ({ value, error }: Partial<FromWorker> = {}): void => {
      waiting.delete(id);
      signal?.removeEventListener('abort', leave);
      if (error) reject(errorFromRecord(error));
      else resolve(value);
    };
    const leave = (): void => {
      reject(signal!.reason);
      settle();
      worker.postMessage({ v: PROTOCOL_VERSION, id });
    };
    waiting.set(id, settle);
    signal?.addEventListener('abort', leave);
    try {
      worker.postMessage({ v: PROTOCOL_VERSION, id, call });
    } catch {
      settle(); // what cannot be cloned can still be asked on the page
    }
  });
}
