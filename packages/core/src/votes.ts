import type { Env, HelpEvents, Store } from './contracts.js';
import { createStore } from './store.js';

/** How long a vote can be taken back before anybody hears of it. */
export const UNDO_VOTE_MS = 10_000;

/** "Did this help?": one vote for each article of this visit. */
export interface Votes {
  readonly votes: Store<Readonly<Record<string, boolean>>>;
  /** null takes the vote back. The same vote again changes nothing. */
  vote(articleId: string, helpful: boolean | null): void;
  /** Tells what still waits, and ends. */
  stop(): void;
}

/**
 * Keeps votes and tells each once: `UNDO_VOTE_MS` after it was given, or when the page is hidden, from where it may not come back. One that
 * was taken back before was never given; one that is taken back after stays told.
 */
export function createVotes(
  env: Pick<Env, 'setTimer' | 'visible'>,
  tell: (vote: HelpEvents['articleVote']) => void,
): Votes {
  const votes = createStore<Readonly<Record<string, boolean>>>({});
  const waiting = new Map<string, () => void>();
  const settle = (articleId: string, helpful: boolean): void => {
    waiting.get(articleId)?.();
    waiting.delete(articleId);
    tell({ articleId, helpful });
  };
  const settleAll = (): void => {
    for (const articleId of [...waiting.keys()]) settle(articleId, votes.get()[articleId]!);
  };
  const stopListening = env.visible.subscribe((visible) => {
    if (!visible) settleAll();
  });
  return {
    votes,
    vote(articleId, helpful) {
      const { [articleId]: before, ...rest } = votes.get();
      if (before === (helpful ?? undefined)) return;
      waiting.get(articleId)?.();
      waiting.delete(articleId);
      votes.set(helpful === null ? rest : { ...rest, [articleId]: helpful });
      if (helpful !== null)
        waiting.set(
          articleId,
          env.setTimer(() => settle(articleId, helpful), UNDO_VOTE_MS),
        );
    },
    stop() {
      stopListening();
      settleAll();
    },
  };
}
