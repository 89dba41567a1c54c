import { h, type ComponentChildren, type VNode } from 'preact';
import { Rows, type Row } from '../rows.js';
import { OtherWays, type OtherWay } from './other-ways.js';

export interface WaitingRoomProps {
  /** The wait card. */
  children: ComponentChildren;
  /** In the customer's own words. */
  question: string;
  /** How one is called: `AlertRows`. */
  alerts: VNode;
  /** What answers the question, at most a few. */
  answers: readonly Row[];
  ways: readonly OtherWay[];
  /** The other ways come first, right under the card: it takes longer than was said. */
  waysFirst: boolean;
  words: Record<'question' | 'meanwhile' | 'helped' | 'leave' | 'ways', string>;
  onHelped(): void;
  onLeave(): void;
}

/** What one sees while one waits: the own question, the wait, answers to it meanwhile, and the ways out. */
export function WaitingRoom(props: WaitingRoomProps): VNode {
  const { children, question, alerts, answers, ways, waysFirst, words, onHelped, onLeave } = props;
  const others = ways.length > 0 && <OtherWays ways={ways} label={words.ways} />;
  return (
    <div class="room">
      <div class="asked">
        {question && (
          <p>
            <small>{words.question}</small>
            <bdi>{question}</bdi>
          </p>
        )}
        <button type="button" class="choice bare" onClick={() => onLeave()}>
          {words.leave}
        </button>
      </div>
      {children}
      {waysFirst && others}
      {alerts}
      <Rows heading={words.meanwhile} rows={answers} />
      {answers.length > 0 && (
        <div class="outs">
          <button type="button" class="choice" onClick={() => onHelped()}>
            {words.helped}
          </button>
        </div>
      )}
      <div class="fill" />
      {!waysFirst && others}
    </div>
  );
}
