// A site whose server can be stopped and started again, and a pack of which newer ones can be published: what the off-line story stands on.
import { readFileSync } from 'node:fs';
import { cp, mkdtemp, rm, writeFile } from 'node:fs/promises';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { ArticleSource } from '@helpkiosk/core';
import { buildPack } from '@helpkiosk/pack';
import type { BrowserContext, Locator, Page } from 'playwright-core';
import { startStaticServer, type StaticServer } from '../../scripts/lib/static-server.mjs';
import { root } from '../support/source-files.js';
import { ANSWERED } from '../support/stage.js';

/** Where the release lies on the site. */
export const RELEASE = '/helpkiosk/0.1.0/';

/** What the journey says and reads in one language. */
export interface Tongue {
  lang: 'en' | 'zh-Hans';
  question: string;
  /** The same in other words. */
  again: string;
  answer: string;
  /** A sentence of the answer, by the number of the pack. */
  sentence(version: number): string;
  other: string;
  offline: string;
  /** How old the articles are, by `updatedAt` of the first pack. */
  age: string;
  failed: string;
}

export const ENGLISH: Tongue = {
  lang: 'en',
  question: 'refund',
  again: 'refund takes',
  answer: 'How long a refund takes',
  sentence: (version) => `A refund takes ${version + 2} working days.`,
  other: 'parcel',
  offline: 'Offline. You can still search what is on this device.',
  age: 'January 1, 2026',
  failed: 'Help could not load.',
};

export const CHINESE: Tongue = {
  lang: 'zh-Hans',
  question: '退款',
  again: '退款需要',
  answer: '退款多久到账',
  sentence: (version) => `退款需要${version + 2}个工作日。`,
  other: '包裹',
  offline: '当前离线，仍可搜索已保存在本机的内容。',
  age: '2026年1月1日',
  failed: '帮助未能载入',
};

/** A long and a short article for each language: more than one file of articles, so that a change leaves some of them alone. */
const articlesOf = (version: number): ArticleSource[] =>
  [ENGLISH, CHINESE].flatMap(({ lang, answer, sentence, other }) => [
    {
      id: 'refund',
      locale: lang,
      title: answer,
      order: 1,
      updatedAt: Date.UTC(2026, 0, version),
      body: sentence(version),
    },
    {
      id: 'parcel',
      locale: lang,
      title: `${other} 1`,
      order: 2,
      body: `${other}. `.repeat(lang === 'en' ? 7_700 : 7_000),
    },
    {
      id: 'box',
      locale: lang,
      title: `${other} 2`,
      order: 3,
      body: `${other}. `.repeat(lang === 'en' ? 7_600 : 6_900),
    },
  ]);

export interface OfflineSite {
  /** Without a slash at the end. */
  url: string;
  server: StaticServer;
  /** Paths of the files of the release and of the pack that were asked for, in order, since the last `forget`. */
  asked(): string[];
  forget(): void;
  /** Puts a pack in the place of the one before; `keep` leaves the old files there. Gives the names of its files. */
  publish(version: number): Promise<string[]>;
  /** Puts the pack of the demo there, which must have been built. */
  publishDemo(): Promise<void>;
  stop(): Promise<void>;
  start(): Promise<void>;
  /** Answers in the server's place; null: no more. */
  intercept(next: ((path: string, response: ServerResponse) => boolean) | null): void;
  close(): Promise<void>;
}

/**
 * Starts the site with pack 1. A page is `/LANGUAGE?attribute=value`, and may be taken from the browser's cache for an hour; `/live/LANGUAGE` may not.
 * `base`: another site, from which the pages take release and pack.
 */
export async function openOfflineSite(base = ''): Promise<OfflineSite> {
  const folder = await mkdtemp(join(tmpdir(), 'helpkiosk-offline-'));
  let interception: ((path: string, response: ServerResponse) => boolean) | null = null;
  const answer = (request: IncomingMessage, response: ServerResponse): boolean => {
    const { pathname, searchParams } = new URL(request.url ?? '/', 'http://host');
    if (interception?.(pathname, response)) return true;
    if (pathname === '/favicon.ico') return Boolean(response.writeHead(204).end());
    if (pathname === '/helpkiosk-sw.js') {
      response.writeHead(200, { 'content-type': 'text/javascript', 'cache-control': 'no-cache' });
      return Boolean(response.end(readFileSync(join(root, 'packages/widget/dist/helpkiosk-sw.js'))));
    }
    const [, live, lang] = /^\/(live\/)?(en|zh-Hans)$/.exec(pathname) ?? [];
    if (!lang) return false;
    response.writeHead(200, {
      'content-type': 'text/html; charset=utf-8',
      'cache-control': live ? 'no-cache' : 'max-age=3600',
    });
    response.end(pageOf(lang, searchParams, base));
    return true;
  };
  const mounts = [
    { url: RELEASE, folder: join(root, 'packages/widget/dist') },
    { url: '/pack/', folder },
  ];
  const headers = (): Record<string, string> => ({ 'access-control-allow-origin': '*' });
  const open = (port?: number): Promise<StaticServer> =>
    startStaticServer({ mounts, headers, intercept: answer, ...(port ? { port } : {}) });
  let server = await open();
  const { url, port } = server;
  let before: string[] = [];
  const site: OfflineSite = {
    url,
    get server() {
      return server;
    },
    asked: () => server.requests.map(({ pathname }) => pathname).filter((path) => /^\/(helpkiosk|pack)\//.test(path)),
    forget: () => void server.requests.splice(0),
    async publish(version) {
      const files = await buildPack(articlesOf(version));
      for (const [name, bytes] of files) await writeFile(join(folder, name), bytes);
      for (const name of before) if (!files.has(name)) await rm(join(folder, name));
      return (before = [...files.keys()]);
    },
    publishDemo: () => cp(join(root, 'examples/script-tag/public/pack'), folder, { recursive: true }),
    stop: () => server.close(),
    async start() {
      server = await open(port);
    },
    intercept: (next) => void (interception = next),
    async close() {
      await server.close();
      await rm(folder, { recursive: true, force: true });
    },
  };
  await site.publish(1);
  return site;
}

function pageOf(lang: string, attributes: URLSearchParams, base: string): string {
  const more = [...attributes].map(([name, value]) => ` data-${name}="${value}"`).join('');
  return `<!doctype html><html lang="${lang}"><meta charset="utf-8"><title>Shop</title><h1>Shop</h1>
<script async src="${base}${RELEASE}helpkiosk.js" data-pack="${base}/pack/pack.json" data-contact='{"email":"help@example.com"}'${more}></script></html>`;
}

/** One visit of the site: a page with the parts of the widget. */
export interface OfflineVisit {
  page: Page;
  launcher: Locator;
  panel: Locator;
  field: Locator;
  options: Locator;
  /** What went wrong by the console's account; what the browser itself writes about a request that failed is no error of ours. */
  errors: string[];
  open(): Promise<void>;
  search(text: string): Promise<void>;
  /** What IndexedDB holds, by name: `pack.json` and the files; null where there is no database of ours. */
  kept(): Promise<string[] | null>;
  close(): Promise<void>;
}

/** Opens a page of the site in a browser context, whose caches go from visit to visit. */
export async function visitSite(context: BrowserContext, url: string): Promise<OfflineVisit> {
  const page = await context.newPage();
  const errors: string[] = [];
  page.on('console', (message) => {
    const text = message.text();
    if (/error|warning/.test(message.type()) && !/ERR_CONNECTION_REFUSED|Failed to load resource/.test(text))
      errors.push(text);
  });
  page.on('pageerror', (error) => errors.push(error.message));
  await page.goto(url);
  const kiosk = page.locator('help-kiosk');
  const panel = kiosk.locator('[part=panel]');
  const options = panel.getByRole('option');
  const field = panel.getByRole('combobox');
  const launcher = kiosk.locator('[part=launcher]');
  await launcher.waitFor();
  return {
    page,
    launcher,
    panel,
    field,
    options,
    errors,
    async open() {
      await launcher.click();
      await panel.locator('.row').first().waitFor();
    },
    async search(text) {
      await field.fill(text);
      await panel.locator(ANSWERED).first().waitFor();
    },
    kept: () => page.evaluate(readKept),
    close: () => page.close(),
  };
}

async function readKept(): Promise<string[] | null> {
  const found = (await indexedDB.databases()).find(({ name }) => name?.startsWith('helpkiosk '));
  if (!found) return null;
  return new Promise((resolve, reject) => {
    const request = indexedDB.open(found.name!);
    request.onerror = () => reject(request.error);
    request.onsuccess = () => {
      const keys = request.result.transaction('items').objectStore('items').getAllKeys();
      keys.onsuccess = () => {
        request.result.close();
        resolve(keys.result.map(String));
      };
    };
  });
}
