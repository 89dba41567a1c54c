import { PROTOCOL_VERSION, type FromWorker } from './protocol.js';
import type { WorkerLike } from './worker-link.js';

export interface KeepInWorkerOptions {
  /** Starts a worker that keeps packs; may throw. */
  startWorker: () => WorkerLike;
  /** The whole address of `pack.json`. */
  url: string;
  locale: string;
  signal: AbortSignal;
}

/** Lets a worker keep a pack, as `keepPack` does, and ends it. Fulfilled with whether it is kept now; never rejects. An abort ends the worker at once. */
export async function keepInWorker({ startWorker, url, locale, signal }: KeepInWorkerOptions): Promise<boolean> {
  if (signal.aborted) return false;
  let worker: WorkerLike | undefined;
  let leave = (): void => {};
  try {
    return await new Promise((resolve) => {
      worker = startWorker();
      worker.onmessage = ({ data }: MessageEvent<FromWorker | null>) =>
        data?.v === PROTOCOL_VERSION && data.kept !== undefined && resolve(data.kept);
      worker.onmessageerror = () => resolve(false);
      worker.onerror = (event) => {
        event.preventDefault(); // else the browser reports it as an error of the host page
        resolve(false);
      };
      leave = () => resolve(false);
      signal.addEventListener('abort', leave);
      worker.postMessage({ v: PROTOCOL_VERSION, keep: url, locale });
    });
  } catch {
    return false;
  } finally {
    signal.removeEventListener('abort', leave);
    worker?.terminate();
  }
}
