/**
 * A promise that its caller may stop waiting for: rejects with the signal's reason once that is aborted. What is behind
 * the promise goes on, because others may wait for it too.
 */
export function waitFor<T>(promise: Promise<T>, signal: AbortSignal | undefined): Promise<T> {
  if (!signal) return promise;
  return new Promise((resolve, reject) => {
    const leave = (): void => reject(signal.reason);
    if (signal.aborted) leave();
    signal.addEventListener('abort', leave, { once: true });
    promise.then(resolve, reject).finally(() => signal.removeEventListener('abort', leave));
  });
}

/** Runs `load` once for each key: concurrent and later calls share its promise; after a failure the next call runs it again. */
export function once<T>(load: (key: string) => Promise<T>): (key: string) => Promise<T> {
  const running = new Map<string, Promise<T>>();
  return (key) => {
    const known = running.get(key);
    if (known) return known;
    const promise = load(key);
    running.set(key, promise);
    promise.catch(() => running.delete(key));
    return promise;
  };
}
