/**
 * A promise that its caller may stop waiting for: rejects with the signal's reason once that is aborted. What is behind
 * the promise goes on, because others may wait for it too.
 */
export function waitFor<T>(promise: Promise<T>, signal: AbortSignal | undefined): Promise<T> {
  return new Promise((resolve, reject) => {
    const leave = (): void => reject(signal!.reason);
    signal?.addEventListener('abort', leave);
    promise.then(resolve, reject).finally(() => signal?.removeEventListener('abort', leave));
  });
}
