import { h, type VNode } from 'preact';
import { createAnnouncer } from './announcer.js';
import type { ViewTools } from './lazy-view.js';

/** How long "Copied" stands in the place of the button's words. */
const COPIED_MS = 4000;

/** Buttons that copy a text. Where the browser refuses they say so: the text stands on the screen, to be taken by hand. */
export interface Copier {
  button(text: string, label: string, kind?: 'choice' | 'link'): VNode;
  stop(): void;
}

/** Makes it for one panel. */
export function createCopier({ session: { t }, env, region, redraw }: ViewTools): Copier {
  const announcer = createAnnouncer(env, region);
  let last: { text: string; done: boolean } | null = null;
  let cancel = (): void => {};
  const copy = async (text: string): Promise<void> => {
    cancel();
    const done = await Promise.resolve()
      .then(() => navigator.clipboard.writeText(text))
      .then(
        () => true,
        () => false, // refused, or not there without https
      );
    last = { text, done };
    announcer.say(t(done ? 'ticket.copied' : 'ticket.copy.failed'));
    redraw();
    cancel = env.setTimer(() => {
      last = null;
      redraw();
    }, COPIED_MS);
  };
  return {
    button: (text, label, kind = 'choice') => (
      <button type="button" class={kind} onClick={() => void copy(text)}>
        {last?.text === text ? t(last.done ? 'ticket.copied' : 'ticket.copy.failed') : label}
      </button>
    ),
    stop() {
      cancel();
      announcer.stop();
    },
  };
}
