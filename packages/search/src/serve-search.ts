import { errorToRecord } from '@helpkiosk/core';
import type { Search } from '@helpkiosk/core';
import { once } from './once.js';
import {
  PROTOCOL_VERSION,
  runCall,
  type FromWorker,
  type SearchCall,
  type SearchTarget,
  type ToWorker,
} from './protocol.js';

/** The side of a message channel that a worker has: its global scope, or a `MessagePort`. */
export interface ServerPort {
  postMessage(message: FromWorker): void;
  onmessage: ((event: MessageEvent) => void) | null;
}

/** Opens what the page wants searched, or null for what is not served here; `onUpdate` is to be called when a newer pack has taken its place. */
export type OpenTarget = (target: SearchTarget, onUpdate: () => void) => Promise<Search> | null;

/**
 * Answers the page's messages on `port` by calls of one search. It is opened when the page says so, and again with the next
 * question where that failed: a question is refused with the error of the opening.
 */
export function serveSearch(port: ServerPort, open: OpenTarget): void {
  const running = new Map<number, AbortController>();
  let target: SearchTarget;
  const send = (message?: Omit<FromWorker, 'v'>): void => port.postMessage({ v: PROTOCOL_VERSION, ...message });
  const search = once(async (wanted: SearchTarget): Promise<Search> => {
    let opened: Search | null = null;
    const tell = (updated: boolean): void => send({ locales: opened && opened.locales(), updated });
    opened = await open(wanted, () => opened && tell(true));
    tell(false);
    return opened!; // the page ends a worker that does not serve its target
  });
  const answer = async (id: number, [name, given, options]: SearchCall): Promise<void> => {
    const controller = new AbortController();
    const { signal } = controller;
    running.set(id, controller);
    try {
      send({ id, value: await runCall(await search(target), name, given, { ...options, signal }) });
    } catch (error) {
      send({ id, error: errorToRecord(error) });
    }
    running.delete(id);
  };
  port.onmessage = ({ data }: MessageEvent<ToWorker | null>) => {
    if (data?.v !== PROTOCOL_VERSION) return;
    if ('open' in data) {
      target = data.open;
      search(target).catch(() => {});
    } else if ('call' in data) void answer(data.id, data.call);
    else running.get(data.id)?.abort();
  };
  send();
}
