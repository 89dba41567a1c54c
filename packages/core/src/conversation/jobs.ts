/** What goes on at once, by name. */
export interface Jobs {
  /**
   * Keeps a job running for as long as its key stays: another key aborts it and starts anew, null aborts it. One that has ended by itself is not started
   * again for the same key. What it throws, unless it was aborted, goes to the page's error handling.
   */
  keep(name: string, key: string | number | null, run: (signal: AbortSignal) => void | Promise<void>): void;
  /** Aborts all of them, and forgets their keys. */
  stop(): void;
}

/** No jobs yet. */
export function createJobs(): Jobs {
  const running = new Map<string, { key: string | number; controller: AbortController }>();
  return {
    keep(name, key, run) {
      const job = running.get(name);
      if (job && job.key === key) return;
      running.delete(name);
      job?.controller.abort();
      if (key === null) return;
      const controller = new AbortController();
      running.set(name, { key, controller });
      const report = (error: unknown): void => {
        if (controller.signal.aborted) return;
        queueMicrotask(() => {
          throw error;
        });
      };
      Promise.resolve()
        .then(() => controller.signal.aborted || run(controller.signal))
        .catch(report);
    },
    stop() {
      const jobs = [...running.values()];
      running.clear();
      for (const { controller } of jobs) controller.abort();
    },
  };
}
