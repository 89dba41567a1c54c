import type { WaitingPort } from '@helpkiosk/core';
import type { Session } from '../app/session.js';

/** Looks at the service while the panel is open and `isWanted`, until the returned function is called. */
export function watchWhileOpen(
  { help }: Session,
  port: Pick<WaitingPort, 'watchService' | 'queue'>,
  isWanted: () => boolean = () => true,
): () => void {
  const { navigation } = help.stores;
  let leave: (() => void) | null = null;
  const follow = (): void => {
    if (navigation.get().open && isWanted()) leave ??= port.watchService();
    else {
      leave?.();
      leave = null;
    }
  };
  follow();
  const stops = [navigation.subscribe(follow), port.queue.subscribe(follow)];
  return () => {
    for (const stop of stops) stop();
    leave?.();
  };
}
