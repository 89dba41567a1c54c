import type { Env } from '@helpkiosk/core';

/** Puts sentences into a live region; the newest of several within `calmMs` is said, the others are skipped. */
export interface Announcer {
  say(text: string): void;
  stop(): void;
}

/**
 * `calmMs` (500) lets a screen reader echo the typed keys first. The same sentence twice in a row is told again,
 * with a space that makes it another text, because a region that does not change is not read.
 */
export function createAnnouncer(
  env: Pick<Env, 'setTimer'>,
  region: { textContent: string | null },
  calmMs = 500,
): Announcer {
  let cancel = (): void => {};
  return {
    say(text) {
      cancel();
      cancel = env.setTimer(() => (region.textContent = region.textContent === text ? `${text}\u00a0` : text), calmMs);
    },
    stop: () => cancel(),
  };
}
