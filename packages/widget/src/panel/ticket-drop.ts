import { currentView, type View } from '@helpkiosk/core';
import type { ViewTools } from './lazy-view.js';

/** Takes files that are dropped on the panel or pasted into it while a view is shown, until the returned function is called. */
export function followDrops(
  { session, frame }: ViewTools,
  name: View['name'],
  take: (files: readonly File[]) => void,
): () => void {
  const isShown = (): boolean => currentView(session.help.stores.navigation.get()).name === name;
  const mark = (isOver: boolean): void => void frame.querySelector('.body')?.classList.toggle('is-over', isOver);
  const takeFrom = (event: Event, from: DataTransfer | null): void => {
    mark(false);
    const files = [...(from?.files ?? [])];
    if (!isShown() || !files.length) return;
    event.preventDefault();
    take(files);
  };
  const stop = new AbortController();
  const options = { signal: stop.signal };
  frame.addEventListener(
    'dragover',
    (event) => {
      if (!isShown() || !event.dataTransfer?.types.includes('Files')) return;
      event.preventDefault();
      mark(true);
    },
    options,
  );
  frame.addEventListener('dragleave', () => mark(false), options);
  frame.addEventListener('drop', (event) => takeFrom(event, event.dataTransfer), options);
  frame.addEventListener('paste', (event) => takeFrom(event, event.clipboardData), options);
  return () => stop.abort();
}
