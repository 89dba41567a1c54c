import type { Terminal } from './terminal.js';

const SHOWN_AFTER_MS = 1_000;
const REDRAWN_AFTER_MS = 100;
const CELLS = 24;

/**
 * A function for `onFile` that draws a bar with share and count, from one second after now, so that quick work stays
 * quiet; and nothing where nobody watches.
 */
export function createProgressBar(terminal: Terminal): (done: number, total: number) => void {
  const startedAt = terminal.monotonic();
  let drawnAt = -Infinity;
  return (done, total) => {
    if (!terminal.progress) return;
    const now = terminal.monotonic();
    const isQuiet = now - startedAt < SHOWN_AFTER_MS || (done < total && now - drawnAt < REDRAWN_AFTER_MS);
    if (isQuiet) return;
    drawnAt = now;
    terminal.progress(barLine(done, total));
  };
}

/** `[######------------------]  25 %  114 of 456 files`; a total of 0 is done. */
export function barLine(done: number, total: number): string {
  const share = total > 0 ? Math.min(1, Math.max(0, done / total)) : 1;
  const full = Math.floor(share * CELLS);
  const percent = String(Math.floor(share * 100)).padStart(3);
  return `[${'#'.repeat(full)}${'-'.repeat(CELLS - full)}] ${percent} %  ${done} of ${total} files`;
}
