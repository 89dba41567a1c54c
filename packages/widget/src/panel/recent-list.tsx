import { currentView } from '@helpkiosk/core';
import { h, type VNode } from 'preact';
import type { Reader } from '../app/reader.js';
import { PAST } from '../parts/contact-icons.js';
import { CLOSE, Icon } from '../parts/icon.js';
import type { ViewTools } from './lazy-view.js';

/** Recent searches that home shows at the most. */
const SHOWN = 3;

export interface RecentList {
  draw(): VNode | null;
  stop(): void;
}

/** The searches of this device that led to an article, on home; they can be cleared, and brought back until home is left. */
export function createRecentList({ session, redraw }: ViewTools): RecentList {
  const { help, t } = session;
  let reader: Reader | null = null;
  let restore: (() => void) | null = null;
  let stopped = false;
  const undo: (() => void)[] = [
    help.stores.navigation.subscribe((now) => {
      if (currentView(now).name !== 'home') restore = null;
    }),
  ];
  session.reader().then(
    (made) => {
      if (stopped) return;
      reader = made;
      undo.push(made.recent.subscribe(redraw));
      redraw();
    },
    () => {}, // without its file there are no recent searches, and nothing is missing
  );
  const clear = (): void => {
    restore = reader!.forgetRecent();
    redraw();
  };
  const bringBack = (): void => {
    restore?.();
    restore = null;
    redraw();
  };
  return {
    draw() {
      const texts = reader?.recent.get() ?? [];
      if (restore)
        return (
          <p class="pad soft" tabIndex={-1} ref={takeFocus}>
            {t('recent.cleared')}{' '}
            <button type="button" class="link" onClick={bringBack}>
              {t('undo')}
            </button>
          </p>
        );
      if (!texts.length) return null;
      return (
        <section class="section">
          <div class="section-head">
            <h3 class="section-heading">{t('recent.title')}</h3>
            <button type="button" class="icon-button small" aria-label={t('recent.clear')} onClick={clear}>
              <Icon path={CLOSE} />
            </button>
          </div>
          <ul class="rows">
            {texts.slice(0, SHOWN).map((text) => (
              <li>
                <button type="button" class="row" onClick={() => help.type(text)}>
                  <Icon path={PAST} />
                  <span class="row-text">
                    <bdi>{text}</bdi>
                  </span>
                </button>
              </li>
            ))}
          </ul>
        </section>
      );
    },
    stop() {
      stopped = true;
      for (const each of undo) each();
    },
  };
}

/** The button that was pressed is gone: the focus goes to what took its place. */
function takeFocus(element: HTMLElement | null): void {
  element?.focus({ preventScroll: true });
}
