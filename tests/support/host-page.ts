// A page of the demo shop that is wired to a running reference host, with a hand on the wire between them.
import { request as ask, type IncomingMessage, type ServerResponse } from 'node:http';
import { startHost, type RunningHost } from '../../examples/host/src/index.js';
import { readFileSync } from 'node:fs';
import { demoHeaders } from '../../scripts/lib/demo.mjs';
import { setStage, type Stage } from './stage.js';

/** What happens to a request on its way: it passes; it arrives and its answer is lost; it never arrives. */
export type Fate = 'pass' | 'lose-answer' | 'lose-request';

/** What arrived at the host, in order. */
export interface Arrival {
  method: string;
  /** Without the query. */
  path: string;
  key: string | undefined;
  status: number;
}

export interface HostStage extends Omit<Stage, 'intercept'> {
  host: RunningHost;
  arrived: Arrival[];
  /** Decides for the requests from now on; null: all pass. */
  decide(rule: ((method: string, path: string) => Fate) | null): void;
}

/** Pages of the shop, which are served with the host's address on their tag. */
const PAGES: Readonly<Record<string, string>> = { '/': 'index.html', '/zh.html': 'zh.html' };

/** Starts shop, browser and host; the shop's own server hands what begins with `/api` on, so that the page's policy stays as it is. */
export async function setHostStage(): Promise<HostStage> {
  const stage = await setStage();
  const host = await startHost({ origins: [stage.site.url] });
  const arrived: Arrival[] = [];
  let rule: ((method: string, path: string) => Fate) | null = null;
  stage.intercept((request, response) => {
    const { pathname } = new URL(request.url ?? '', 'http://shop');
    const file = PAGES[pathname];
    if (file) return sendPage(response, pathname, file);
    if (!pathname.startsWith('/api/')) return false;
    handOn(request, response, { host, arrived, decide: (method, path) => rule?.(method, path) ?? 'pass' });
    return true;
  });
  return {
    ...stage,
    host,
    arrived,
    decide: (next) => void (rule = next),
    async close() {
      await stage.close();
      await host.close();
    },
  };
}

function sendPage(response: ServerResponse, pathname: string, file: string): true {
  const html = readFileSync(new URL(`../../examples/script-tag/site/${file}`, import.meta.url), 'utf8');
  response.writeHead(200, { 'content-type': 'text/html; charset=utf-8', ...demoHeaders(pathname) });
  response.end(html.replace('data-pack=', 'data-host="/api" data-pack='));
  return true;
}

function handOn(
  request: IncomingMessage,
  response: ServerResponse,
  { host, arrived, decide }: { host: RunningHost; arrived: Arrival[]; decide: (method: string, path: string) => Fate },
): void {
  const { method = 'GET', headers, url = '' } = request;
  const to = new URL(url.slice('/api'.length), host.url);
  const fate = decide(method, to.pathname);
  if (fate === 'lose-request') return void response.destroy();
  const onward = ask(to, { method, headers: { ...headers, host: to.host } }, (answer) => {
    const key = headers['idempotency-key'];
    arrived.push({ method, path: to.pathname, key: Array.isArray(key) ? key[0] : key, status: answer.statusCode ?? 0 });
    if (fate === 'lose-answer') {
      answer.resume().on('end', () => response.destroy());
      return;
    }
    response.writeHead(answer.statusCode ?? 502, answer.headers);
    answer.pipe(response);
  });
  onward.on('error', () => response.destroy());
  request.pipe(onward);
}
