import { h, type VNode } from 'preact';
import { Rows, type Row } from '../rows.js';
import { JoinNow } from './join-form.js';

export interface JoinAnswersProps {
  question: string;
  answers: readonly Row[];
  announced: string;
  /** `confirm` empty: there are several answers, and none to confirm. */
  words: Record<'question' | 'edit' | 'title' | 'goOn' | 'confirm' | 'now', string>;
  onEdit(): void;
  onGoOn(): void;
  onConfirm(): void;
}

/** What the help has to say to the question before its asker stands in line. They take the focus of the button that was pressed. */
export function JoinAnswers(props: JoinAnswersProps): VNode {
  const { question, answers, announced, words, onEdit, onGoOn, onConfirm } = props;
  return (
    <div class="room">
      <div class="asked">
        <p>
          <small>{words.question}</small>
          <bdi>{question}</bdi>
        </p>
        <button type="button" class="choice bare" onClick={() => onEdit()}>
          {words.edit}
        </button>
      </div>
      <div class="join-answers" role="group" aria-label={words.title} tabIndex={-1} ref={takeFocus}>
        <Rows heading={words.title} rows={answers} />
      </div>
      <div class="join">
        <JoinNow label={words.now} text={announced} />
        <div class="choices">
          {words.confirm && (
            <button type="button" class="choice" onClick={() => onConfirm()}>
              {words.confirm}
            </button>
          )}
          <button type="button" class="choice" onClick={() => onGoOn()}>
            {words.goOn}
          </button>
        </div>
      </div>
    </div>
  );
}

function takeFocus(element: HTMLElement | null): void {
  element?.focus({ preventScroll: true });
}
