// The demo site on a server of its own, and a Chromium to visit it with: what every journey stands on.
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Browser, BrowserContext, BrowserContextOptions, Locator, Page } from 'playwright-core';
import { demoHeaders, demoMounts } from '../../scripts/lib/demo.mjs';
import { startStaticServer, type StaticServer } from '../../scripts/lib/static-server.mjs';
import { launchChromium } from './chromium.js';

/** A result that more is not yet to come of. */
export const ANSWERED = '.results:not(.brief) [role=option]';

/** Answers a request in the server's place; false leaves it to the server. */
export type Interception = (request: IncomingMessage, response: ServerResponse) => boolean;

/** The demo site and a browser, for the tests of one file. */
export interface Stage {
  site: StaticServer;
  /** From now on every request is first offered to `interception`; null: no more. */
  intercept(interception: Interception | null): void;
  visit(options?: VisitOptions): Promise<Visit>;
  close(): Promise<void>;
}

export interface VisitOptions extends BrowserContextOptions {
  /** Default `/`, the English shop; `/zh.html` is the Chinese one. */
  path?: string;
  /** More attributes for the tag, such as `{ 'data-worker': 'off' }`. */
  tag?: Readonly<Record<string, string>>;
  /** Gets the page before it loads anything. */
  before?: (page: Page) => Promise<unknown>;
}

/** One visitor's page with the parts of the widget that a journey uses. */
export interface Visit {
  page: Page;
  context: BrowserContext;
  /** What the console said, errors of the page included, as `type: text`. */
  console: string[];
  /** URLs of every request that the page and its workers made. */
  requested: string[];
  launcher: Locator;
  panel: Locator;
  field: Locator;
  options: Locator;
  /** Opens the panel by its launcher; done when the home view has its articles. */
  open(): Promise<void>;
  /** Puts `text` into the field; done when its results are listed. */
  search(text: string): Promise<void>;
  /** The articles opened so far, in order. */
  opened(): Promise<string[]>;
  /** What has the focus, through shadow roots: its part, role, class or name. */
  focused(): Promise<string>;
  close(): Promise<void>;
}

/** Starts both; the demo's pack is there (pack-demo.mjs). */
export async function setStage(): Promise<Stage> {
  let interception: Interception | null = null;
  const site = await startStaticServer({
    mounts: demoMounts,
    headers: demoHeaders,
    intercept: (request, response) => interception?.(request, response) ?? false,
  });
  const browser = await launchChromium();
  return {
    site,
    intercept: (next) => void (interception = next),
    visit: (options) => visit(browser, site.url, options),
    async close() {
      await browser.close();
      await site.close();
    },
  };
}

async function visit(browser: Browser, base: string, options: VisitOptions = {}): Promise<Visit> {
  const { path = '/', tag = {}, before, ...contextOptions } = options;
  const context = await browser.newContext(contextOptions);
  const page = await context.newPage();
  const heard: string[] = [];
  const requested: string[] = [];
  page.on('console', (message) => heard.push(`${message.type()}: ${message.text()}`));
  page.on('pageerror', (error) => heard.push(`pageerror: ${error.message}`));
  page.on('request', (request) => requested.push(request.url()));
  await context.addInitScript(recordOpened);
  await addToTag(page, base + path, tag);
  await before?.(page);
  await page.goto(base + path);
  const kiosk = page.locator('help-kiosk');
  const panel = kiosk.locator('[part=panel]');
  const launcher = kiosk.locator('[part=launcher]');
  const field = panel.getByRole('combobox');
  const listed = panel.getByRole('option');
  return {
    page,
    context,
    console: heard,
    requested,
    launcher,
    panel,
    field,
    options: listed,
    async open() {
      await launcher.click();
      await panel.locator('.row').first().waitFor();
    },
    async search(text) {
      await field.fill(text);
      await panel.locator(ANSWERED).first().waitFor();
    },
    opened: () => page.evaluate(() => (window as unknown as { articlesOpened: string[] }).articlesOpened),
    focused: () => page.evaluate(describeFocus),
    close: () => context.close(),
  };
}

/** Rewrites the tag of the page on its way, as an owner would in the page. */
async function addToTag(page: Page, url: string, tag: Readonly<Record<string, string>>): Promise<void> {
  const attributes = Object.entries(tag).map(([name, value]) => `${name}="${value.replaceAll('"', '&quot;')}" `);
  if (!attributes.length) return;
  await page.route(url, async (route) => {
    const response = await route.fetch();
    const html = await response.text();
    await route.fulfill({ response, body: html.replace('data-pack=', `${attributes.join('')}data-pack=`) });
  });
}

function recordOpened(): void {
  const opened: string[] = ((window as unknown as { articlesOpened: string[] }).articlesOpened = []);
  document.addEventListener('hk-article-open', (event) =>
    opened.push((event as CustomEvent<{ articleId: string }>).detail.articleId),
  );
}

function describeFocus(): string {
  let element = document.activeElement;
  while (element?.shadowRoot?.activeElement) element = element.shadowRoot.activeElement;
  if (!element) return '';
  const words = ['part', 'role', 'data-section', 'aria-label', 'class'].map((name) => element.getAttribute(name));
  return words.find(Boolean) ?? element.localName;
}
