import { Fragment, h, type VNode } from 'preact';

/** As much of a question as is sent, in UTF-16 units. */
const LONGEST_TEXT = 4000;
const LONGEST_NAME = 80;

export interface JoinFormProps {
  /** What is written; the fields write into it. */
  draft: { text: string; name: string };
  /** What is wrong with the question; empty: nothing. */
  problem: string;
  /** What one is told of the wait before one joins; empty: it cannot be said. */
  announced: string;
  words: Record<'hint' | 'question' | 'name' | 'now' | 'join', string>;
  /** False leaves the form as it is, and the focus goes to the question. */
  onSubmit(): boolean;
}

/** What somebody says before they stand in line: the question, and a name if they like. */
export function JoinForm({ draft, problem, announced, words, onSubmit }: JoinFormProps): VNode {
  const submit = (event: Event & { currentTarget: HTMLFormElement }): void => {
    event.preventDefault();
    if (!onSubmit()) event.currentTarget.querySelector('textarea')?.focus();
  };
  return (
    <form class="join" noValidate onSubmit={submit}>
      <p class="soft">{words.hint}</p>
      <label for="hk-question">{words.question}</label>
      <textarea
        id="hk-question"
        rows={4}
        maxLength={LONGEST_TEXT}
        required
        value={draft.text}
        aria-invalid={problem ? 'true' : undefined}
        aria-describedby={problem ? 'hk-problem' : undefined}
        onInput={({ currentTarget }) => void (draft.text = currentTarget.value)}
      />
      {problem && (
        <p class="wrong" id="hk-problem">
          {problem}
        </p>
      )}
      <label for="hk-name">{words.name}</label>
      <input
        id="hk-name"
        autocomplete="name"
        maxLength={LONGEST_NAME}
        value={draft.name}
        onInput={({ currentTarget }) => void (draft.name = currentTarget.value)}
      />
      <JoinNow label={words.now} text={announced} />
      <button class="primary">{words.join}</button>
    </form>
  );
}

/** What is announced to one who joins now; nothing where it cannot be said. */
export function JoinNow({ label, text }: { label: string; text: string }): VNode {
  return (
    <>
      {text && (
        <p class="join-now">
          <span class="soft">{label}</span>
          <b>{text}</b>
        </p>
      )}
    </>
  );
}
