// What the tests of being off line stand on: a site and a browser context for each of them.
import type { Browser, BrowserContext } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, expect } from 'vitest';
import { launchChromium } from '../support/chromium.js';
import { openOfflineSite, visitSite, type OfflineSite } from './offline-site.js';

/** How long something is waited for that a browser does when it is at rest. */
export const PATIENCE = { timeout: 20_000 };

/** The site and a browser context of each test, with what the tests of being off line ask again and again. Call it once per file. */
export interface OfflineStage {
  readonly browser: Browser;
  readonly context: BrowserContext;
  readonly site: OfflineSite;
  /** The address of a path of the site. */
  at(path: string): string;
  /** A first visit that ends with everything kept. */
  firstVisit(path: string): Promise<void>;
}

/** Opens a site and a context before each test of a file, and closes both after it. */
export function stageOffline(): OfflineStage {
  let browser: Browser;
  let context: BrowserContext;
  let site: OfflineSite;
  beforeAll(async () => void (browser = await launchChromium()));
  afterAll(() => browser.close());
  beforeEach(async () => {
    [context, site] = await Promise.all([browser.newContext(), openOfflineSite()]);
  });
  afterEach(async () => {
    await context.close();
    await site.close();
  });
  const at = (path: string): string => `${site.url}/${path}`;
  return {
    get browser() {
      return browser;
    },
    get context() {
      return context;
    },
    get site() {
      return site;
    },
    at,
    async firstVisit(path) {
      const { open, kept, close } = await visitSite(context, at(path));
      await open();
      await expect.poll(kept, PATIENCE).toContain('pack.json');
      await close();
    },
  };
}

/** The last parts of paths. */
export const named = (paths: readonly string[]): string[] => paths.map((path) => path.split('/').at(-1)!);
/** The files of a language among the files of a pack. */
export const filesOf = (names: readonly string[], lang: string): string[] =>
  names.filter((name) => ['index', 'han', 'articles'].some((role) => name.startsWith(`${role}-${lang}-`)));
