import { equal, ok, settle, until } from '../support/check.js';
import { anArticle, DEMO_PACK, mountKiosk } from '../support/kiosk.js';
import { openLedger, type Ledger } from '../support/ledger.js';

const CYCLES = 200;
const SEARCHES = 15;
const LIMIT_MS = 120_000;
const articles = [anArticle('refund', 'Refund times', { category: 'Money' }), anArticle('parcel', 'Lost parcel')];

/** One life of a widget over a set of the page's own; true when it was really open in between. */
async function openAndClose(): Promise<boolean> {
  const { help, one } = mountKiosk({ articles });
  await help.open();
  const wasOpen = one('[part=panel]:popover-open, [part=panel][open]') !== null;
  await help.close();
  help.destroy();
  return wasOpen;
}

/** One life with a question over a pack, in a worker. */
async function searchPack(cut: 'closed' | 'open' | 'searching'): Promise<void> {
  const { help, type, results } = mountKiosk({ pack: DEMO_PACK, locale: 'en', cache: false }); // no second worker that keeps it
  await help.open();
  type('refund');
  if (cut !== 'searching') await results('refund');
  if (cut === 'closed') await help.close();
  help.destroy();
}

describe('a widget that was removed', () => {
  let ledger: Ledger;
  before(async () => {
    ledger = openLedger();
    await openAndClose();
    await searchPack('closed');
    await settle();
  });
  after(() => ledger.close());

  it(`leaves nothing behind after ${CYCLES} lives`, async function () {
    this.timeout(LIMIT_MS);
    const start = ledger.count();
    let opened = 0;
    for (let count = 0; count < CYCLES; count++) if (await openAndClose()) opened++;
    await settle();
    equal(opened, CYCLES, 'lives in which the panel was open');
    equal(ledger.count(), start, 'what the page holds');
  });

  it(`leaves nothing behind after ${CYCLES} lives without a use`, async () => {
    const start = ledger.count();
    for (let count = 0; count < CYCLES; count++) mountKiosk({ articles }).help.destroy();
    await settle();
    equal(ledger.count(), start, 'what the page holds');
  });

  for (const cut of ['closed', 'open', 'searching'] as const) {
    it(`leaves no worker and nothing else when it is removed while ${cut}`, async function () {
      this.timeout(LIMIT_MS);
      const start = ledger.count();
      const started = ledger.workersStarted();
      for (let count = 0; count < SEARCHES; count++) await searchPack(cut);
      await settle();
      equal(ledger.count(), start, 'what the page holds');
      if (cut !== 'searching') equal(ledger.workersStarted() - started, SEARCHES, 'workers that were started');
    });
  }

  it('leaves no listener, timer, worker or name behind from its very first life', () => {
    const { listeners, timers, workers, names } = ledger.count();
    equal({ listeners, timers, workers, names }, { listeners: {}, timers: 0, workers: 0, names: [] });
  });

  it('leaves nothing behind when it is removed while its code is on the way', async () => {
    const start = ledger.count();
    for (let count = 0; count < SEARCHES; count++) {
      const { help } = mountKiosk({ pack: DEMO_PACK });
      const opening = help.open().catch(() => {});
      help.destroy();
      await opening;
    }
    await settle();
    equal(ledger.count(), start, 'what the page holds');
  });

  it('holds something while it lives, or the counts above would mean nothing', async () => {
    const start = ledger.count();
    const { help, type, results } = mountKiosk({ pack: DEMO_PACK, locale: 'en', cache: false }); // no second worker that keeps it
    await help.open();
    type('refund');
    await results('refund');
    const alive = ledger.count();
    ok(Object.keys(alive.listeners).length > Object.keys(start.listeners).length, 'it listens to the page');
    equal(alive.workers, start.workers + 1, 'workers');
    equal(alive.nodes, start.nodes + 1, 'nodes of the page: the host alone');
    help.destroy();
    await until(() => ledger.count().workers === start.workers, 'the worker has ended');
  });
});
