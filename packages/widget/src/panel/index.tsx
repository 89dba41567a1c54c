import { currentView, type Env, type Store } from '@helpkiosk/core';
import { h, render } from 'preact';
import type { AppPorts } from '../app-contract.js';
import type { Session } from '../app/session.js';
import partsCss from '../parts/parts.css';
import { createDialogFrame, createInlineFrame } from './frame.js';
import { createLazyViews, fileOf } from './lazy-view.js';
import { Panel } from './panel.js';
import panelCss from './panel.css';

export interface PanelOptions extends Pick<AppPorts, 'host' | 'root' | 'addSheet' | 'launcher' | 'inline'> {
  session: Session;
  env: Env;
}

/** The panel as the app drives it. */
export interface PanelHandle {
  /** Fulfilled when it has been painted. */
  show(): Promise<void>;
  hide(): Promise<void>;
  destroy(): void;
}

/** Draws the panel, hidden, into the root. It follows the session's stores from now on. */
export function createPanel({ session, env, host, root, addSheet, launcher, inline }: PanelOptions): PanelHandle {
  const { help, t, locale } = session;
  const { stores } = help;
  const removeSheet = addSheet(partsCss + panelCss);
  if (inline) host.dataset['inline'] = '';
  const frame = (inline ? createInlineFrame : createDialogFrame)({
    root,
    label: t('panel.label'),
    lang: locale,
    launcher,
    onClose: () => void help.close(),
  });
  const addPart = (className: string): HTMLElement =>
    frame.element.appendChild(Object.assign(document.createElement('div'), { className }));
  const content = addPart('content');
  content.dir = t('panel.direction'); // the frame itself stands where the launcher does, by the direction of the page
  const region = addPart('speech');
  region.setAttribute('role', 'status');
  let scheduled = false;
  let alive = true;
  /** Views are fetched from the first painting on. */
  let stopLoading: (() => void) | undefined;
  const draw = (): void => {
    scheduled = false;
    if (!alive) return;
    const hadFocus = content.contains(root.activeElement);
    render(<Panel session={session} views={views} canClose={!inline} />, content);
    // What had the focus is gone with its view: the panel keeps it, so that the next Tab goes on from here.
    if (hadFocus && !root.activeElement) frame.element.focus({ preventScroll: true });
  };
  /** Several stores change in one go; one drawing shows them all. */
  const schedule = (): void => {
    if (!scheduled) queueMicrotask(draw);
    scheduled = true;
  };
  const views = createLazyViews({ session, env, root, frame: frame.element, region, redraw: schedule }, addSheet);
  const loadView = (): void => views.load(fileOf(currentView(stores.navigation.get())));
  const stopListening = Object.values(stores).map((store: Store<unknown>) => store.subscribe(schedule));
  const tellLauncher = (open: boolean): void => {
    launcher.setAttribute('aria-expanded', `${open}`);
    launcher.setAttribute('aria-label', t(open ? 'panel.close' : 'panel.label'));
  };
  if (launcher.textContent) launcher.textContent = t('panel.label'); // the language may have changed
  tellLauncher(false);
  draw();
  return {
    async show() {
      draw();
      frame.show();
      tellLauncher(true);
      await painted();
      loadView();
      stopLoading ??= stores.navigation.subscribe(loadView);
    },
    async hide() {
      frame.hide();
      tellLauncher(false);
    },
    destroy() {
      alive = false;
      for (const stop of stopListening) stop();
      stopLoading?.();
      views.stop();
      frame.hide();
      render(null, content);
      frame.element.remove();
      tellLauncher(false);
      removeSheet('');
    },
  };
}

/** After the next frame; at once where nobody can see (a hidden tab gives no frames). */
function painted(): Promise<void> {
  return new Promise((resolve) => {
    if (document.visibilityState === 'hidden') resolve();
    else requestAnimationFrame(() => setTimeout(resolve));
  });
}
