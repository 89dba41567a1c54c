import type { Page } from 'playwright-core';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { setStage, type Stage } from '../support/stage.js';

let stage: Stage;
beforeAll(async () => void (stage = await setStage()));
beforeEach(() => void stage.site.requests.splice(0));
afterAll(() => stage.close());

const IDLE_MS = 1500;

/** The files of ours that were asked for, in order, with the status when it is not a success. */
const asked = (): string[] =>
  stage.site.requests
    .filter(({ pathname }) => /^\/(helpkiosk|pack)\//.test(pathname))
    .map(({ pathname, status }) => (status === 200 || status === 304 ? pathname : `${pathname} ${status}`));

const kept = (page: Page) =>
  page.evaluate(async () => ({
    local: { ...localStorage },
    session: { ...sessionStorage },
    databases: (await indexedDB.databases()).map(({ name }) => name),
    caches: await caches.keys(),
    cookies: document.cookie,
  }));

const NOTHING = { local: {}, session: {}, databases: [], caches: [], cookies: '' };

/** Notes every key that a page reads of its storage, in `window.keysRead`. */
function noteReads(): void {
  const read: string[] = ((window as unknown as { keysRead: string[] }).keysRead = []);
  for (const name of ['localStorage', 'sessionStorage'] as const) {
    const own = window[name];
    const noting = new Proxy(own, {
      get(_, key) {
        const value: unknown = Reflect.get(own, key, own);
        if (typeof value !== 'function') return (read.push(String(key)), value);
        return (...given: unknown[]): unknown => {
          if (key !== 'setItem') read.push(String(given[0]));
          return Reflect.apply(value, own, given);
        };
      },
    });
    Object.defineProperty(window, name, { value: noting });
  }
}
const keysRead = (page: Page): Promise<string[]> =>
  page.evaluate(() => (window as unknown as { keysRead: string[] }).keysRead);

describe('the one key', () => {
  it('is all that is read of the storage, and without it nothing is asked for', async () => {
    const { page, launcher, close } = await stage.visit({ before: (each) => each.addInitScript(noteReads) });
    await launcher.waitFor();
    await page.waitForTimeout(IDLE_MS);
    expect(await keysRead(page)).toEqual(['hk:live=quayside']);
    expect(asked()).toEqual(['/helpkiosk/helpkiosk.js']);
    await close();
  });

  it('brings the app in when the page is at rest, unseen, and goes when nothing is behind it', async () => {
    const leaveKey = (): void => localStorage.setItem('hk:live=quayside', '{"version":1,"queue":{}}');
    const { page, panel, launcher, close } = await stage.visit({ before: (each) => each.addInitScript(leaveKey) });
    await launcher.waitFor();
    await expect.poll(asked, { timeout: 10_000 }).toContain('/helpkiosk/line.js');
    expect(asked().indexOf('/helpkiosk/resume.js')).toBeGreaterThan(asked().indexOf('/helpkiosk/pages.js'));
    await expect.poll(async () => (await kept(page)).local, { timeout: 10_000 }).toEqual({});
    expect(await panel.isVisible()).toBe(false);
    expect(asked().filter((name) => /^\/pack\/| \d+$/.test(name))).toEqual([]);
    await close();
  });

  it('is no matter where the page may keep nothing', async () => {
    const refuse = (): void =>
      void Object.defineProperty(window, 'localStorage', {
        get: () => {
          throw new DOMException('refused', 'SecurityError');
        },
      });
    const {
      page,
      launcher,
      close,
      console: heard,
    } = await stage.visit({ before: (each) => each.addInitScript(refuse) });
    await launcher.waitFor();
    await page.waitForTimeout(200);
    expect([asked(), heard]).toEqual([['/helpkiosk/helpkiosk.js'], []]);
    await close();
  });
});

describe.each(['/', '/zh.html'])('the widget on %s', (path) => {
  it('asks for one file and keeps nothing before its first use', async () => {
    const { page, launcher, close, console: heard } = await stage.visit({ path });
    await launcher.waitFor();
    await page.waitForTimeout(IDLE_MS);
    expect(asked()).toEqual(['/helpkiosk/helpkiosk.js']);
    expect(await kept(page)).toEqual(NOTHING);
    expect(page.workers()).toEqual([]);
    expect(heard).toEqual([]);
    await close();
  });

  it('loads its code, but no article, when a pointer is over the launcher', async () => {
    const { page, launcher, panel, close } = await stage.visit({ path });
    await launcher.hover();
    await panel.waitFor({ state: 'attached' });
    await page.waitForTimeout(IDLE_MS);
    expect(asked()).toContain('/helpkiosk/panel.js');
    expect(asked().filter((name) => name.startsWith('/pack/'))).toEqual([]);
    expect(await kept(page)).toEqual(NOTHING);
    await close();
  });

  it('loads the articles when it is opened, and asks nobody but its own site', async () => {
    const { page, open, search, field, panel, opened, requested, close, console: heard } = await stage.visit({ path });
    await open();
    expect(asked()).toContain('/pack/pack.json');
    await search('refund');
    await field.press('Enter');
    await panel.locator('.view-title').waitFor();
    await expect.poll(opened).toHaveLength(1);
    await page.waitForTimeout(IDLE_MS);
    expect(asked().filter((name) => name.includes(' '))).toEqual([]);
    expect([...new Set(requested.map((url) => new URL(url).origin))]).toEqual([stage.site.url]);
    expect(heard).toEqual([]);
    await close();
  });
});
