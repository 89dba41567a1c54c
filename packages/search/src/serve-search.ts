import { errorToRecord } from '@helpkiosk/core';
import type { Search } from '@helpkiosk/core';
import { isMessage, PROTOCOL_VERSION, runCall, type FromWorker, type SearchTarget, type ToWorker } from './protocol.js';

/** The side of a message channel that a worker has: its global scope, or a `MessagePort`. */
export interface ServerPort {
  postMessage(message: FromWorker): void;
  onmessage: ((event: MessageEvent) => void) | null;
}

/** Opens what the page wants searched, or null for what is not served here; `onUpdate` is to be called when a newer pack has taken its place. */
export type OpenTarget = (target: SearchTarget, onUpdate: () => void) => Promise<Search> | null;

type Body<T> = T extends unknown ? Omit<T, 'v'> : never;

/**
 * Answers the page's messages on `port` by calls of one search. It is opened when the page says so, and again with the next
 * question where that failed: a question is refused with the error of the opening. What is not served is told as `unable`, and the page ends the worker.
 */
export function serveSearch(port: ServerPort, open: OpenTarget): void {
  const running = new Map<number, AbortController>();
  let target: SearchTarget | null = null;
  let opening: Promise<Search> | null = null;
  const send = (message: Body<FromWorker>): void => port.postMessage({ v: PROTOCOL_VERSION, ...message } as FromWorker);
  const search = (): Promise<Search> => {
    if (opening) return opening;
    const mine = openTarget();
    opening = mine;
    mine.catch(() => void (opening = null));
    return mine;
  };
  const openTarget = async (): Promise<Search> => {
    if (!target) throw new TypeError('asked before open');
    let tell = (_type: 'ready' | 'updated'): void => {};
    const opened = await open(target, () => tell('updated'));
    if (!opened) {
      send({ type: 'unable' });
      throw new TypeError('not served here');
    }
    tell = (type) => send({ type, locales: opened.locales() });
    tell('ready');
    return opened;
  };
  const answer = async ({ id, call }: Extract<ToWorker, { type: 'ask' }>): Promise<void> => {
    const controller = new AbortController();
    running.set(id, controller);
    try {
      const value = await runCall(await search(), call, controller.signal);
      send({ type: 'answer', id, value });
    } catch (error) {
      if (!controller.signal.aborted) send({ type: 'refused', id, error: errorToRecord(error) });
    } finally {
      running.delete(id);
    }
  };
  const close = (): void => {
    for (const controller of running.values()) controller.abort();
    port.onmessage = null;
    opening?.then((opened) => opened.close()).catch(() => {});
  };
  port.onmessage = ({ data }) => {
    if (!isMessage(data)) return;
    const message = data as ToWorker;
    if (message.type === 'open') {
      target = message.target;
      search().catch(() => {});
    } else if (message.type === 'ask') void answer(message);
    else if (message.type === 'abort') running.get(message.id)?.abort();
    else if (message.type === 'close') close();
  };
  send({ type: 'started' });
}
