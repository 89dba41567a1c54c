import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Groonga } from './groonga.d.mts';

export interface SearchServer {
  /** What an adapter asks. */
  readonly url: string;
  close(): Promise<void>;
}

/** Serves the articles of a Groonga on this machine; `port` 0 (the default) takes a free one. */
export function startSearchServer(options: {
  groonga: Pick<Groonga, 'send'>;
  port?: number;
  origin?: string;
  intercept?: (request: IncomingMessage, response: ServerResponse) => boolean | Promise<boolean>;
}): Promise<SearchServer>;
