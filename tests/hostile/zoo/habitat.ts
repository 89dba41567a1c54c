// The servers that one page of the zoo needs: its site, perhaps a CDN, and the address where reports of its policy arrive.
import type { IncomingMessage, ServerResponse } from 'node:http';
import { setTimeout as sleep } from 'node:timers/promises';
import { startStaticServer, type RecordedRequest } from '../../../scripts/lib/static-server.mjs';
import { pageHeaders, renderPage, type ZooPage } from './zoo-page.js';

/** The folders that all pages share. */
export interface Folders {
  widget: string;
  pack: string;
}

/** A report as the browser sent it: the directive and what it refused. */
export interface CspReport {
  directive: string;
  blocked: string;
}

/** The servers of one page. */
export interface Habitat {
  /** Where the page is, and where it is without the widget. */
  pageUrl: string;
  controlUrl: string;
  /** Paths that are answered with 404 as long as they are in here; a trailing `*` stands for any rest. */
  missing: Set<string>;
  /** Every request to the site and to the CDN. */
  requests(): RecordedRequest[];
  reports: CspReport[];
  close(): Promise<void>;
}

/** Starts the servers of one page, on ports and thus origins of their own. */
export async function startHabitat(page: ZooPage, { widget, pack }: Folders): Promise<Habitat> {
  const missing = new Set(page.missing);
  const reports: CspReport[] = [];
  const open = { 'access-control-allow-origin': '*' };
  const mounts = [{ url: '/helpkiosk/', folder: widget }];
  const isMissing = (path: string): boolean =>
    [...missing].some((each) => (each.endsWith('*') ? path.startsWith(each.slice(0, -1)) : path === each));
  const refuse = async (request: IncomingMessage, response: ServerResponse): Promise<boolean> => {
    const path = pathOf(request);
    if (isMissing(path)) return answer(response, 404, { 'content-type': 'text/plain', ...open }, 'missing');
    if (path.endsWith('/helpkiosk.js')) await sleep(page.tagDelayMs ?? 0);
    return false;
  };
  const cdn = page.cdn && (await startStaticServer({ mounts, headers: () => open, intercept: refuse }));
  const site = await startStaticServer({
    mounts: [...mounts, { url: '/pack/', folder: pack }],
    headers: () => (page.sandboxed ? open : {}),
    async intercept(request, response) {
      const path = pathOf(request);
      const cdnUrl = cdn ? cdn.url : '';
      if (path === '/favicon.ico') return answer(response, 204, {}, '');
      if (path === '/csp-report') {
        reports.push(parseReport(await readBody(request)));
        return answer(response, 204, {}, '');
      }
      if (path === '/shop' || path === '/control') {
        const html = renderPage(page, { cdn: cdnUrl, isControl: path === '/control' });
        return answer(response, 200, pageHeaders(page, cdnUrl || `http://${request.headers.host}`), html);
      }
      if (path.startsWith('/framed/')) {
        const html = `<!doctype html><title>Outer</title><iframe sandbox="allow-scripts" src="${path.slice(7)}" width="1100" height="780"></iframe>`;
        return answer(response, 200, { 'content-type': 'text/html; charset=utf-8' }, html);
      }
      const file = page.files?.[path];
      if (file !== undefined) return answer(response, 200, { 'content-type': 'application/json' }, file);
      return refuse(request, response);
    },
  });
  const base = page.sandboxed ? `${site.url}/framed` : site.url;
  return {
    pageUrl: `${base}/shop`,
    controlUrl: `${base}/control`,
    missing,
    reports,
    requests: () => [...site.requests, ...(cdn ? cdn.requests : [])],
    close: async () => void (await Promise.all([site.close(), cdn && cdn.close()])),
  };
}

const pathOf = (request: IncomingMessage): string => new URL(request.url ?? '/', 'http://host').pathname;

function answer(response: ServerResponse, status: number, headers: Record<string, string>, body: string): true {
  response.writeHead(status, headers);
  response.end(body);
  return true;
}

async function readBody(request: IncomingMessage): Promise<string> {
  let text = '';
  for await (const chunk of request) text += String(chunk);
  return text;
}

function parseReport(text: string): CspReport {
  const { 'csp-report': report } = JSON.parse(text) as { 'csp-report': Record<string, string> };
  return { directive: report['effective-directive'] ?? '', blocked: report['blocked-uri'] ?? '' };
}
