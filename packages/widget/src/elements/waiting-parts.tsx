import {
  createTimeWording,
  loadWaitingWords,
  type MessageLocale,
  type ServiceView,
  type TimeWording,
  type WaitingPort,
} from '@helpkiosk/core';
import { h, render, type VNode } from 'preact';
import type { App } from '../app-contract.js';
import css from '../parts/parts.css';
import sharedCss from '../parts/shared.css';
import statusCss from '../parts/waiting/status.css';
import elementCss from './waiting-element.css';

/** What one of the elements shows. */
export type WaitingPart = 'wait-status' | 'service-status' | 'office-hours' | 'busy-hours';

/** What it is drawn from. */
export interface Shown {
  service: ServiceView;
  /** Without a back end it rests on the owner's configuration, and has no line. */
  port: WaitingPort;
  words: TimeWording;
  /** IANA, of the reader. */
  timeZone: string;
}

const DRAWS: Readonly<Record<WaitingPart, () => Promise<(shown: Shown) => VNode | null>>> = {
  'wait-status': async () => (await import('./draw-status.js')).drawWait,
  'service-status': async () => (await import('./draw-status.js')).drawService,
  'office-hours': async () => (await import('./draw-hours.js')).drawOfficeHours,
  'busy-hours': async () => (await import('./draw-hours.js')).drawBusyHours,
};

/** Draws a part into the root of its element, and again whenever what it shows changes, until the signal is aborted. Rejects where a file or the stores cannot be had. */
export async function showPart(
  part: WaitingPart,
  { app: { session }, root, signal }: { app: App; root: ShadowRoot; signal: AbortSignal },
): Promise<void> {
  const { t, locale } = session;
  const [messages, port, drawPart] = await Promise.all([
    loadWaitingWords(locale as MessageLocale),
    session.reader().then((reader): Promise<WaitingPort> => reader.waiting()),
    DRAWS[part](),
  ]);
  if (signal.aborted) return;
  t.add(messages);
  const { timeZone } = new Intl.DateTimeFormat().resolvedOptions();
  const words = createTimeWording({ locale, t, timeZone });
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(css + sharedCss + statusCss + elementCss);
  root.adoptedStyleSheets = [sheet];
  const draw = (): void => {
    render(
      <div class="panel inline" lang={locale} dir={t('panel.direction') as 'ltr'}>
        {drawPart({ service: port.service.get(), port, words, timeZone })}
      </div>,
      root,
    );
  };
  const undo = [port.service.subscribe(draw), port.queue.subscribe(draw), port.watchService()];
  signal.addEventListener('abort', () => {
    for (const each of undo) each();
    render(null, root);
  });
  draw();
}
