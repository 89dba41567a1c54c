import type { Env } from '@helpkiosk/core';

/** How long a screen reader is left in peace after a sentence. */
export const SPEECH_MS = 30_000;

/** Tells of a changing state in words, now and then. */
export interface WaitSpeech {
  /** The state as it is, as sentences by topic; an empty sentence is none. */
  tell(now: Readonly<Record<string, string>>): void;
  stop(): void;
}

/**
 * Says, at most once in `everyMs` (30 s) and at once after a longer silence, the topics whose sentence is not the one that was said last. What changed
 * and changed back meanwhile is not said. A topic that was gone for a while is news again.
 */
export function createWaitSpeech(
  env: Pick<Env, 'setTimer' | 'monotonic'>,
  say: (text: string) => void,
  everyMs = SPEECH_MS,
): WaitSpeech {
  const said = new Map<string, string>();
  let now: readonly (readonly [string, string])[] = [];
  let saidAt = -Infinity;
  let cancel: (() => void) | null = null;
  const speak = (): void => {
    const news = now.filter(([topic, text]) => said.get(topic) !== text);
    if (!news.length || cancel) return;
    const leftMs = saidAt + everyMs - env.monotonic();
    if (leftMs > 0) {
      cancel = env.setTimer(() => {
        cancel = null;
        speak();
      }, leftMs);
      return;
    }
    saidAt = env.monotonic();
    for (const [topic, text] of news) said.set(topic, text);
    say(news.map(([, text]) => text).join(' '));
  };
  return {
    tell(state) {
      now = Object.entries(state).filter(([, text]) => text);
      for (const topic of said.keys()) if (!now.some(([each]) => each === topic)) said.delete(topic);
      speak();
    },
    stop() {
      cancel?.();
      cancel = () => {}; // nothing is said any more
    },
  };
}
