import type { IncomingHttpHeaders, IncomingMessage, ServerResponse } from 'node:http';

/** A folder and the address it is served at; `url` begins and ends with a slash. */
export interface StaticMount {
  url: string;
  folder: string;
}

/** One request as it came in. `status` is 0 until it is answered, and stays 0 when the browser left before. */
export interface RecordedRequest {
  method: string;
  pathname: string;
  search: string;
  headers: IncomingHttpHeaders;
  status: number;
}

/** What `startStaticServer` takes. */
export interface StaticServerOptions {
  mounts: readonly StaticMount[];
  headers?: (pathname: string) => Record<string, string>;
  intercept?: (request: IncomingMessage, response: ServerResponse) => boolean | Promise<boolean>;
  port?: number;
  host?: string;
}

/** A running server; `url` has no slash at its end. `close` also ends the connections that browsers keep open. */
export interface StaticServer {
  url: string;
  port: number;
  requests: RecordedRequest[];
  close(): Promise<void>;
}

/** Serves folders as a CDN does; see static-server.mjs. Rejects when the port is taken (`code` is `EADDRINUSE`). */
export function startStaticServer(options: StaticServerOptions): Promise<StaticServer>;
