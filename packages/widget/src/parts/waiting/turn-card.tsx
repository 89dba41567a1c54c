import { h, type VNode } from 'preact';
import { Icon } from '../icon.js';
import { clockOf } from '../result-list.js';
import { AGENT } from './waiting-icons.js';

export interface TurnCardProps {
  /** How long the offer stands; null: no limit. */
  leftMs: number | null;
  /** Taken: the conversation opens. */
  accepted: boolean;
  words: {
    title: string;
    hint: string;
    /** Of the time that is left, such as 0:45. */
    left(time: string): string;
    accept: string;
    decline: string;
    opening: string;
  };
  onAccept(): void;
  onDecline(): void;
}

/** It is the customer's turn: said at once and once, while the time that is left counts down in silence. */
export function TurnCard({ leftMs, accepted, words, onAccept, onDecline }: TurnCardProps): VNode {
  return (
    <section class="turn">
      <Icon path={AGENT} />
      <div role="alert">
        <h3>{words.title}</h3>
        <p>{words.hint}</p>
      </div>
      {accepted ? (
        <p class="soft" role="status">
          {words.opening}
        </p>
      ) : (
        <div class="choices">
          <button type="button" class="primary" onClick={() => onAccept()}>
            {words.accept}
          </button>
          <button type="button" class="choice" onClick={() => onDecline()}>
            {words.decline}
          </button>
        </div>
      )}
      {!accepted && leftMs !== null && <small class="num">{words.left(clockOf(leftMs))}</small>}
    </section>
  );
}
