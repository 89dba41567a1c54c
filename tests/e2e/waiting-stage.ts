// The waiting room of the demo with its simulated desk, and a customer in it: what the journey of waiting stands on. Time is the clock of the test.
import type { Browser, BrowserContext, Locator, Page } from 'playwright-core';
import { buildDemoPack, demoHeaders, demoMounts } from '../../scripts/lib/demo.mjs';
import { startStaticServer, type StaticServer } from '../../scripts/lib/static-server.mjs';
import { launchChromium } from '../support/chromium.js';

const BEGAN_AT = Date.parse('2026-11-23T09:30:00Z');
/** Shorter than the desk's poll time, so that a leap is no silence. */
const LEAP_MS = 3000;
/** What a page does next comes after some timers of its own and some of the network's time: a beat is little of the one and enough of the other. */
const BEAT_MS = 20;
const MOST_BEATS = 1500;
/** So many leaps are made at the most until something is so. */
const MOST_LEAPS = 120;

export interface WaitingStage {
  /** A browser of its own: no desk, no place, no leave to notify. */
  newcomer(): Promise<Newcomer>;
  close(): Promise<void>;
}

/** What one customer's browser holds. */
export interface Newcomer {
  context: BrowserContext;
  /** Opens a page of the waiting room, once its desk is at work. */
  open(path: '/waiting.html' | '/waiting.zh.html'): Promise<WaitingTab>;
  /** Lets time at the desk pass until it is so; rejects with what was there instead when it does not come to it. */
  until<Value>(read: () => Promise<Value>, isSo: (value: Value) => boolean): Promise<Value>;
  /** The same for what the page alone has to do, in hardly any time at the desk. */
  soon<Value>(read: () => Promise<Value>, isSo: (value: Value) => boolean): Promise<Value>;
  /** What consoles and pages of this browser have complained of. */
  complaints: string[];
  close(): Promise<void>;
}

/** A page of the waiting room. */
export interface WaitingTab {
  page: Page;
  panel: Locator;
  /** Opens the panel by its launcher. */
  launch(): Promise<void>;
  /** What `<hk-wait-status>` says; empty while it says nothing. */
  status(): Promise<string>;
  /** The place in line as a card, or the turn. */
  card: Locator;
  /** "9th in line": the number; null while nobody waits here. */
  position(): Promise<number | null>;
  /** A button of the strip that turns the desk. */
  act(name: 'urgent' | 'next' | 'line' | 'ask'): Promise<void>;
  /** Sentences of the live region, with the time of the clock in ms. */
  said(): Promise<Said[]>;
  /** Notifications that the page has asked the browser for, by their titles. */
  notified(): Promise<string[]>;
  /** The page goes out of sight, or comes back. */
  hide(isHidden: boolean): Promise<void>;
}

export interface Said {
  at: number;
  text: string;
}

interface Watching {
  watched: { said: Said[]; notified: string[]; setHidden(isHidden: boolean): void };
}

/** Starts the demo and a Chromium. */
export async function setWaitingStage(): Promise<WaitingStage> {
  await buildDemoPack();
  const site = await startStaticServer({ mounts: demoMounts, headers: demoHeaders });
  const browser = await launchChromium({ whole: true });
  return {
    newcomer: () => admit(browser, site),
    async close() {
      await browser.close();
      await site.close();
    },
  };
}

async function admit(browser: Browser, site: StaticServer): Promise<Newcomer> {
  const context = await browser.newContext({ timezoneId: 'UTC', viewport: { width: 1280, height: 900 } });
  const complaints: string[] = [];
  // It stands still but for leaps: what the desk does depends on no machine's speed.
  await context.clock.install({ time: BEGAN_AT - 1000 });
  await context.clock.pauseAt(BEGAN_AT);
  await context.addInitScript(watchPage);
  context.on('console', (message) => complaints.push(message.text()));
  context.on('weberror', (error) => complaints.push(error.error().message));
  return {
    context,
    complaints,
    async open(path) {
      const page = await context.newPage();
      await page.goto(site.url + path);
      await page.locator('#strip:enabled').waitFor();
      return tabOf(page);
    },
    until: (read, isSo) => wait(read, isSo, { most: MOST_LEAPS, pass: () => context.clock.fastForward(LEAP_MS) }),
    soon: (read, isSo) => wait(read, isSo, { most: MOST_BEATS, pass: () => context.clock.runFor(BEAT_MS) }),
    close: () => context.close(),
  };
}

async function wait<Value>(
  read: () => Promise<Value>,
  isSo: (value: Value) => boolean,
  { most, pass }: { most: number; pass: () => Promise<void> },
): Promise<Value> {
  for (let turn = 0; turn < most; turn++) {
    const now = await read();
    if (isSo(now)) return now;
    await pass();
  }
  throw new Error(`It has not come to it, but to: ${JSON.stringify(await read())}`);
}

/** The parts of a page of the waiting room that is there already. */
function tabOf(page: Page): WaitingTab {
  const kiosk = page.locator('help-kiosk');
  const panel = kiosk.locator('[part=panel]');
  return {
    page,
    panel,
    launch: () => kiosk.locator('[part=launcher]').click(),
    async status() {
      const shown = page.locator('hk-wait-status .panel');
      return (await shown.count()) ? shown.innerText() : '';
    },
    card: panel.locator('.wait, .turn'),
    async position() {
      const place = panel.locator('.wait .place b');
      if (!(await place.count())) return null;
      const text = (await place.textContent()) ?? '';
      return /next|下一位/.test(text) ? 1 : Number(/\d+/.exec(text)?.[0] ?? Number.NaN);
    },
    act: (name) => page.locator(`[data-act=${name}]`).click(),
    said: () => page.evaluate(() => (window as unknown as Watching).watched.said),
    notified: () => page.evaluate(() => (window as unknown as Watching).watched.notified),
    hide: (isHidden) => page.evaluate((yes) => (window as unknown as Watching).watched.setHidden(yes), isHidden),
  };
}

/** Runs in each page before it: hears the live region, and counts notifications; a page of a test is never out of sight by itself. */
function watchPage(): void {
  const watched: Watching['watched'] = {
    said: [],
    notified: [],
    setHidden(isHidden) {
      Object.defineProperty(document, 'visibilityState', {
        configurable: true,
        value: isHidden ? 'hidden' : 'visible',
      });
      document.dispatchEvent(new Event('visibilitychange', { bubbles: true }));
    },
  };
  Object.assign(window, { watched });
  const Real = window.Notification;
  window.Notification = class extends Real {
    constructor(title: string, options?: NotificationOptions) {
      super(title, options);
      watched.notified.push(title);
    }
  };
  const hear = (root: ShadowRoot): void => {
    const region = root.querySelector('[part=panel] .speech');
    const text = region?.textContent ?? '';
    if (text && text !== watched.said.at(-1)?.text) watched.said.push({ at: Date.now(), text });
  };
  new MutationObserver((changes) => {
    for (const node of changes.flatMap(({ addedNodes }) => [...addedNodes])) {
      const root = (node as Element).localName === 'help-kiosk' ? (node as Element).shadowRoot : null;
      if (root)
        new MutationObserver(() => hear(root)).observe(root, { subtree: true, childList: true, characterData: true });
    }
  }).observe(document, { subtree: true, childList: true });
}
