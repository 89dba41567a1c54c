// The mark on the button that opens the panel, while it is the customer's turn and they have not answered.
import { createTranslator, loadWaitingWords, type QueueView, type Store, type WaitingWords } from '@helpkiosk/core';
import type { WaitingAppPorts } from './waiting.js';

/** On the corner of the button, beyond what the loader's own sheet draws; with an edge, so that it is seen in forced colours too. */
const CSS = `[part=launcher][data-turn]{overflow:visible}[part=launcher][data-turn]::after{content:"";position:absolute;inset-block-start:0;inset-inline-end:0;
inline-size:14px;block-size:14px;box-sizing:border-box;border:2px solid #fff;border-radius:50%;background:#b42318}`;

/** Follows the queue until the returned function is called. Whoever opens the panel meanwhile finds the turn in it. */
export function markLauncher(
  { launcher, addSheet, localeFor, help }: Pick<WaitingAppPorts, 'launcher' | 'addSheet' | 'localeFor' | 'help'>,
  queue: Store<QueueView>,
): () => void {
  const setSheet = addSheet('');
  let marked = false;
  const mark = (now: QueueView): void => {
    const isTurn = now.name === 'turn' && !now.accepted;
    if (isTurn === marked) return;
    marked = isTurn;
    setSheet(isTurn ? CSS : '');
    launcher.toggleAttribute('data-turn', isTurn);
    if (!isTurn) return launcher.removeAttribute('aria-description');
    if (!help.stores.navigation.get().open) help.go({ name: 'waiting' });
    void describe();
  };
  const describe = async (): Promise<void> => {
    const locale = localeFor(help.stores.config.get().locale);
    const messages = await loadWaitingWords(locale).catch(() => ({})); // the mark says it to the eye, the title of the page to all
    const t = createTranslator<WaitingWords>({ locale, messages });
    if (marked) launcher.setAttribute('aria-description', t('turn.title'));
  };
  mark(queue.get());
  const stop = queue.subscribe(mark);
  return () => {
    stop();
    mark({ name: 'none', failed: null });
  };
}
