// What is kept for being off line, and what is not: the owner's and the browser's wishes, damage, two tabs, another origin.
import { describe, expect, it } from 'vitest';
import { ENGLISH, openOfflineSite, visitSite } from './offline-site.js';
import { filesOf, named, PATIENCE, stageOffline } from './offline-stage.js';

const stage = stageOffline();

describe('what is fetched ahead', () => {
  const settle = 1500;

  it('is nothing into storage where the owner says so, and not read either', async () => {
    const { page, open, kept } = await visitSite(stage.context, stage.at('en?cache=false'));
    await open();
    await expect.poll(() => named(stage.site.asked()), PATIENCE).toContain('error.js');
    await page.waitForTimeout(settle);
    expect(await kept()).toBeNull();
    expect(named(stage.site.asked())).not.toContain('kept.worker.js');
  });

  it.each([{ saveData: true }, { effectiveType: '2g' }, { effectiveType: 'slow-2g' }])(
    'is nothing on a connection that is %o',
    async (connection) => {
      await stage.context.addInitScript((given) => {
        Object.defineProperty(navigator, 'connection', { value: given });
      }, connection);
      const { page, open, kept } = await visitSite(stage.context, stage.at('en'));
      await open();
      await page.waitForTimeout(settle);
      expect(await kept()).toBeNull();
      expect(named(stage.site.asked())).not.toContain('view-article.js');
    },
  );

  it.each(['', '?worker=off'])('is no trouble where storage throws, fails or hangs %s', async (query) => {
    for (const script of [
      "Object.defineProperty(window, 'indexedDB', { get() { throw new DOMException('no', 'SecurityError') } })",
      "Object.defineProperty(window, 'indexedDB', { value: undefined })",
      'IDBFactory.prototype.open = () => new EventTarget()',
    ]) {
      const strange = await stage.browser.newContext();
      await strange.addInitScript(script);
      const { open, search, options, errors } = await visitSite(strange, stage.at(`en${query}`));
      await open();
      await search('refund');
      expect(await options.first().textContent()).toContain(ENGLISH.answer);
      expect(errors).toEqual([]);
      await strange.close();
    }
  });
});

describe('what is kept', () => {
  it('stays whole when an update breaks half-way', async () => {
    await stage.firstVisit('en');
    const fresh = await stage.site.publish(2);
    const broken = filesOf(fresh, 'en').find((name) => name.startsWith('index'))!;
    let asked = 0;
    stage.site.intercept((path, response) => {
      if (!path.endsWith(broken)) return false;
      asked++;
      response.writeHead(200, { 'content-length': 1000 }).write('{"half');
      return Boolean(response.destroy());
    });
    const second = await visitSite(stage.context, stage.at('en'));
    await second.open();
    await expect.poll(() => asked, PATIENCE).toBeGreaterThan(0);
    await second.search('refund');
    expect(await second.options.first().textContent()).toContain(ENGLISH.sentence(1));
    await second.close();
    await stage.site.stop();
    const third = await visitSite(stage.context, stage.at('en'));
    await third.open();
    await third.search('refund');
    expect(await third.options.first().textContent()).toContain(ENGLISH.sentence(1));
    expect([...second.errors, ...third.errors]).toEqual([]);
  });

  it.each(['', '?worker=off'])('is thrown away without a word where it is damaged, and made anew %s', async (query) => {
    await stage.firstVisit(`en${query}`);
    for (const damage of ['flip', 'junk']) {
      const before = await visitSite(stage.context, stage.at(`en${query}`));
      expect(await before.page.evaluate(damageKept, damage)).toBeGreaterThan(2);
      await before.close();
      const { open, search, options, panel, errors, close } = await visitSite(stage.context, stage.at(`en${query}`));
      await open();
      await search('refund');
      expect(await options.first().textContent(), damage).toContain(ENGLISH.sentence(1));
      await options.first().click();
      await panel.getByText(ENGLISH.sentence(1)).waitFor();
      expect(errors).toEqual([]);
      await close();
    }
    await stage.firstVisit(`en${query}`);
    await stage.site.stop();
    const { open, search } = await visitSite(stage.context, stage.at(`en${query}`));
    await open();
    await search('refund');
  });

  it('serves two tabs at once', async () => {
    await stage.firstVisit('en');
    await stage.site.publish(2);
    const tabs = await Promise.all([
      visitSite(stage.context, stage.at('en')),
      visitSite(stage.context, stage.at('en')),
    ]);
    for (const tab of tabs) await tab.open();
    for (const tab of tabs) await tab.search('refund');
    const again = await visitSite(stage.context, stage.at('en'));
    await again.open();
    await expect
      .poll(async () => {
        await again.search('refund takes');
        await again.search('refund');
        return again.options.first().textContent();
      }, PATIENCE)
      .toContain(ENGLISH.sentence(2));
    expect([...tabs, again].flatMap(({ errors }) => errors)).toEqual([]);
  });

  it('serves a page that takes release and pack from another origin, whose server has gone', async () => {
    const pages = await openOfflineSite(stage.site.url);
    const first = await visitSite(stage.context, `${pages.url}/live/en`);
    await first.open();
    await expect.poll(first.kept, PATIENCE).toContain('pack.json');
    await first.close();
    const asked = named(stage.site.asked());
    expect(asked.filter((name, i) => asked.indexOf(name) !== i)).toEqual([]);
    await stage.site.stop();
    const { open, search, options, panel, errors } = await visitSite(stage.context, `${pages.url}/live/en`);
    await open();
    await search('refund');
    await options.first().click();
    await panel.getByText(ENGLISH.sentence(1)).waitFor();
    expect(errors).toEqual([]);
    await pages.close();
  });
});

/** Damages every record that is kept; gives how many there are. */
async function damageKept(how: string): Promise<number> {
  const { name } = (await indexedDB.databases()).find((each) => each.name?.startsWith('helpkiosk '))!;
  const change = (old: Uint8Array): unknown => {
    return how === 'junk' ? 'junk' : old.map((byte, i) => (i === 99 ? byte ^ 1 : byte));
  };
  return new Promise((resolve, reject) => {
    const request = indexedDB.open(name!);
    request.onerror = () => reject(request.error);
    request.onsuccess = () => {
      const transaction = request.result.transaction('items', 'readwrite');
      let count = 0;
      transaction.objectStore('items').openCursor().onsuccess = (event) => {
        const cursor = (event.target as IDBRequest<IDBCursorWithValue | null>).result;
        if (!cursor) return;
        count++;
        const old = cursor.value as Uint8Array | { bytes: Uint8Array };
        cursor.update(old instanceof Uint8Array ? change(old) : { ...old, bytes: change(old.bytes) });
        cursor.continue();
      };
      transaction.oncomplete = () => {
        request.result.close();
        resolve(count);
      };
    };
  });
}
