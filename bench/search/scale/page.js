// What runs in the page: opens a pack in the worker or inline, and asks it. Marks tell the trace what was going on.
import { createBrowserEnv } from '@helpkiosk/core';
import { createWorkerSearch, openTarget } from '@helpkiosk/search';

let search;

globalThis.bench = {
  /** `inline` on this page's own thread, else in the widget's own worker. */
  async load(inline, url, locale) {
    const open = { kind: 'pack', url };
    performance.mark('load begins');
    search = inline
      ? await openTarget(open)
      : createWorkerSearch({
          startWorker: () => new Worker('/helpkiosk/search.worker.js'),
          open,
          env: createBrowserEnv(),
          openInline: () => Promise.reject(new Error('the worker was lost')),
        });
    await search.browse({ locale, limit: 0 });
    performance.mark('load ends');
  },
  async ask(texts, locale) {
    for (const text of texts) {
      await new Promise((resolve) => setTimeout(resolve));
      performance.mark('query begins');
      await search.query(text, { locale });
      performance.mark('query ends');
    }
  },
};
