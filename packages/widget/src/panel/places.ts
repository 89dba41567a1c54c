import { currentView, type View } from '@helpkiosk/core';
import type { ViewTools } from './lazy-view.js';

/** Where somebody was in a view: how far it was scrolled, and which row had the focus (-1: none). */
interface Place {
  top: number;
  row: number;
}

/**
 * Every view begins at its top, and the way back leads to the place where it was left. An article that is opened anew takes its own
 * place, at the section that was found. What comes late is waited for, until the reader moves by hand.
 */
export function rememberPlaces({ session, frame, root }: ViewTools): () => void {
  const { navigation } = session.help.stores;
  const places = new WeakMap<View, Place>();
  let shown = navigation.get();
  let wanted: Place | null = null;
  // On a screen of little height the panel itself scrolls, not its body.
  const scrollers = (): HTMLElement[] => [frame, ...frame.querySelectorAll<HTMLElement>('.body')];
  const rows = (): Element[] => [...frame.querySelectorAll('.body .row')];
  const forget = (): void => void (wanted = null);
  const restore = (): void => {
    if (!wanted) return;
    const { top, row } = wanted;
    for (const each of scrollers()) each.scrollTop = top;
    const target = row < 0 ? null : rows()[row];
    if (target instanceof HTMLElement && frame.contains(root.activeElement)) target.focus({ preventScroll: true });
    if (scrollers().some(({ scrollTop }) => Math.abs(scrollTop - top) < 2) && (row < 0 || target)) forget();
  };
  const stop = navigation.subscribe((now) => {
    const view = currentView(now);
    const left = currentView(shown);
    if (view === left) return void (shown = now);
    // Nothing has been drawn yet: what is measured is the view that is left.
    const top = Math.max(...scrollers().map(({ scrollTop }) => scrollTop));
    places.set(left, { top, row: rows().indexOf(root.activeElement!) });
    const isBack = shown.trail.includes(view);
    shown = now;
    wanted = isBack ? (places.get(view) ?? null) : view.name === 'article' ? null : { top: 0, row: -1 };
    if (isBack && view.name === 'results') focusField();
  });
  /** Who comes back to the results goes on from the selected one by the arrow keys; on a touch screen the keyboard would cover them. */
  const focusField = (): void => {
    if (frame.contains(root.activeElement) && matchMedia('(pointer: fine)').matches)
      queueMicrotask(() => queueMicrotask(() => frame.querySelector('input')?.focus({ preventScroll: true })));
  };
  const observer = new MutationObserver(restore);
  observer.observe(frame, { childList: true, subtree: true });
  const moves = ['wheel', 'touchmove', 'keydown', 'pointerdown'] as const;
  for (const type of moves) frame.addEventListener(type, forget, { passive: true, capture: true });
  return () => {
    stop();
    observer.disconnect();
    for (const type of moves) frame.removeEventListener(type, forget, { capture: true });
  };
}
