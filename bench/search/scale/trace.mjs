// The tasks of a page's threads in a trace of Chromium, with the CPU time of each by its thread's own clock.

const CATEGORIES = [
  'devtools.timeline',
  'disabled-by-default-devtools.timeline',
  'toplevel',
  'blink.user_timing',
  '__metadata',
];
const TASK = /^(RunTask|ThreadControllerImpl::RunTask|ThreadPool_RunTask)$/;

/**
 * Traces a browser while `run` runs.
 *
 * @param {import('playwright-core').Browser} browser
 * @param {() => Promise<unknown>} run
 * @returns {Promise<object[]>} The events.
 */
export async function traceWhile(browser, run) {
  const cdp = await browser.newBrowserCDPSession();
  const events = [];
  cdp.on('Tracing.dataCollected', ({ value }) => events.push(...value));
  await cdp.send('Tracing.start', {
    transferMode: 'ReportEvents',
    traceConfig: { includedCategories: CATEGORIES, excludedCategories: ['*'], recordMode: 'recordContinuously' },
  });
  try {
    await run();
  } finally {
    const complete = new Promise((resolve) => cdp.once('Tracing.tracingComplete', resolve));
    await cdp.send('Tracing.end');
    await complete;
    await cdp.detach();
  }
  return events;
}

/**
 * The CPU milliseconds of each task of the page that sets the marks, on its main thread and on its workers, by the stretches between two marks of that page.
 *
 * @param {readonly object[]} events
 * @param {string} name Of the marks, which are called `name begins` and `name ends`.
 * @returns {{pid: number, stretches: {main: number[], workers: number[]}[]}}
 */
export function tasksBetweenMarks(events, name) {
  const marks = events.filter((event) => event.cat.includes('blink.user_timing'));
  const begins = marks.filter((event) => event.name === `${name} begins`);
  const ends = marks.filter((event) => event.name === `${name} ends`);
  if (!begins.length || begins.length !== ends.length) throw new Error(`the trace has no ${name}`);
  const { pid, tid: main } = begins[0];
  const workers = new Set(
    events
      .filter((event) => event.pid === pid && event.name === 'thread_name' && /Worker/.test(event.args.name))
      .map(({ tid }) => tid),
  );
  const tasks = events.filter((event) => event.pid === pid && TASK.test(event.name) && event.tdur !== undefined);
  const own = (thread, { ts: from }, { ts: to }) =>
    outermost(tasks.filter((task) => thread(task.tid) && task.ts < to && task.ts + task.dur > from)).map(
      ({ tdur }) => tdur / 1000,
    );
  return {
    pid,
    stretches: begins.map((begin, i) => ({
      main: own((tid) => tid === main, begin, ends[i]),
      workers: own((tid) => workers.has(tid), begin, ends[i]),
    })),
  };
}

/** Tasks that lie in no other of their thread: one task may be told of under two names. */
function outermost(tasks) {
  const ends = new Map();
  return tasks
    .toSorted((a, b) => a.ts - b.ts || b.dur - a.dur)
    .filter(({ tid, ts, dur }) => {
      if (ts < (ends.get(tid) ?? -1)) return false;
      ends.set(tid, ts + dur);
      return true;
    });
}
