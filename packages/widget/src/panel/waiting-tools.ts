import {
  loadWaitingWords,
  type createTimeWording,
  type MessageLocale,
  type TimeWording,
  type WaitingPort,
} from '@helpkiosk/core';
import type { ViewTools } from './lazy-view.js';

/** What the views of waiting are drawn from, once it has come. */
export interface WaitingTools<Said> {
  readonly port: WaitingPort;
  /** What puts it into words. */
  readonly said: Said;
  readonly words: TimeWording;
  /** IANA, of the reader. */
  readonly timeZone: string;
}

/** A file that puts waiting into words. */
interface AnySaid {
  createTimeWording: typeof createTimeWording;
}

export interface OpenedWaiting<Said> {
  /** null while it comes, `failed` when it could not be had. */
  get(): WaitingTools<Said> | null | 'failed';
  /** The title of a view; the panel's name until its words have come. */
  title(key: 'wait.title' | 'join.talk' | 'status.title'): string;
  /** Asks once more for what could not be had. */
  retry(): void;
  stop(): void;
}

/**
 * Fetches stores and words, and with `fetchSaid` what puts the one into the other; draws anew whenever one of the stores tells. What `onReady` gives back
 * is called at the end.
 */
export function openWaiting<Said extends AnySaid>(
  { session, redraw }: ViewTools,
  fetchSaid: () => Promise<Said>,
  onReady: (tools: WaitingTools<Said>) => () => void,
): OpenedWaiting<Said> {
  const undo: (() => void)[] = [];
  let now: WaitingTools<Said> | null | 'failed' = null;
  let stopped = false;
  const load = async (): Promise<void> => {
    const { t, locale } = session;
    const [port, messages, said] = await Promise.all([
      session.reader().then((reader): Promise<WaitingPort> => reader.waiting()),
      loadWaitingWords(locale as MessageLocale),
      fetchSaid(),
    ]);
    if (stopped) return;
    t.add(messages);
    const { timeZone } = new Intl.DateTimeFormat().resolvedOptions();
    now = { port, said, timeZone, words: said.createTimeWording({ locale, t, timeZone }) };
    undo.push(...[port.service, port.queue, port.alerts].map((store) => store.subscribe(redraw)), onReady(now));
  };
  const start = (): void => {
    now = null;
    load()
      .catch(() => (now = 'failed'))
      .finally(redraw);
  };
  start();
  return {
    get: () => now,
    title: (key) => session.t(now && now !== 'failed' ? key : 'panel.label'),
    retry: start,
    stop() {
      stopped = true;
      for (const each of undo) each();
    },
  };
}
