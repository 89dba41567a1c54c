import {
  currentView,
  loadWaitingWords,
  type MessageLocale,
  type TicketDesk,
  type TimeWording,
  type WaitingPort,
} from '@helpkiosk/core';
import { h, type VNode } from 'preact';
import type { Session } from '../app/session.js';
import { Skeleton } from '../parts/skeleton.js';
import { Unreachable } from './failed.js';
import type { LazyName, StartedView, ViewProps, ViewTools } from './lazy-view.js';
import type { Promises } from './ticket-said.js';

const fetchSaid = () => import('./ticket-said.js');

/** Times in words, with the words of every view. */
export type DeskWords = Omit<TimeWording, 't'> & { readonly t: Session['t'] };

/** What views of tickets are drawn from, once it has come. */
export interface DeskTools {
  readonly session: Session;
  readonly desk: TicketDesk;
  readonly port: WaitingPort;
  readonly words: DeskWords;
  readonly said: Awaited<ReturnType<typeof fetchSaid>>;
  /** By what is known of the host now. */
  promises(): Promises;
  /** Epoch ms, on the clock that promises are counted by. */
  now(): number;
}

export interface DeskView {
  /** One view by its name, drawn from the desk: grey bars while that comes, a way to try again when it could not be had. */
  draw(view: (tools: DeskTools, props: ViewProps) => VNode | null): StartedView['draws'][string];
  /** null until it has come. */
  get(): DeskTools | null;
  stop(): void;
}

/**
 * Fetches the desk and the words, and draws anew whenever one of its stores tells. While one of `names` is shown, the host is asked after its forms, hours and
 * promises; what `onReady` gives back is called at the end.
 */
export function openDeskView(
  tools: ViewTools,
  names: readonly LazyName[],
  onReady: (desk: DeskTools) => () => void = () => () => {},
): DeskView {
  const { session, env, redraw } = tools;
  const { navigation, config, online } = session.help.stores;
  const undo: (() => void)[] = [];
  let found: DeskTools | null | 'failed' = null;
  let stopped = false;
  const open = async (): Promise<DeskTools> => {
    const { t, locale } = session;
    const [reader, said, waitingWords] = await Promise.all([
      session.reader(),
      fetchSaid(),
      loadWaitingWords(locale as MessageLocale),
    ]);
    const [desk, port] = await Promise.all([reader.desk(), reader.waiting()]);
    t.add(waitingWords);
    const { timeZone } = new Intl.DateTimeFormat().resolvedOptions();
    const words = { ...said.createTimeWording({ locale, t, timeZone }), t };
    return {
      ...{ session, desk, port, words, said },
      promises: () => said.createPromises(desk.offers.get(), config.get(), words),
      now: () => (port.service.get().asking === 'asked' ? port.service.get().now : env.now()),
    };
  };
  const follow = ({ desk, port }: DeskTools): void => {
    let leave: (() => void) | null = null;
    const look = (): void => {
      const { open: isOpen } = navigation.get();
      const isShown = isOpen && names.includes(currentView(navigation.get()).name as LazyName);
      if (isShown) leave ??= port.watchService();
      else {
        leave?.();
        leave = null;
      }
    };
    look();
    const stores = [desk.ticket, desk.offers, desk.items, desk.outcomes, desk.kept.list, desk.kept.thread, desk.sent];
    const stops = [...stores, port.service, online].map((store) =>
      (store as { subscribe(run: () => void): () => void }).subscribe(redraw),
    );
    undo.push(navigation.subscribe(look), ...stops, () => leave?.());
  };
  const load = (): void => {
    found = null;
    open()
      .then(
        (opened) => {
          if (stopped) return;
          found = opened;
          follow(opened);
          undo.push(onReady(opened));
        },
        () => (found = 'failed'),
      )
      .finally(redraw);
  };
  load();
  return {
    get: () => (found === 'failed' ? null : found),
    draw: (view) => (props) => {
      if (found === 'failed') return <Unreachable session={session} onRetry={load} />;
      return found ? view(found, props) : <Skeleton label={session.t('home.loading')} />;
    },
    stop() {
      stopped = true;
      for (const each of undo) each();
    },
  };
}
