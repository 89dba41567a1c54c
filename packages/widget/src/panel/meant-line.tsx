import { Fragment, h, type VNode } from 'preact';
import type { Session } from '../app/session.js';
import type { ViewProps } from './lazy-view.js';

/** The sentence over results of a question that was mended; `about` is the question that was meant, a button that puts it into the field. */
export function MeantLine({ session }: ViewProps, about: unknown): VNode {
  const text = about as string;
  const [before, after] = session.t('results.meant', { text: '\n' }).split('\n');
  return (
    <>
      {before}
      <button type="button" class="link" onClick={({ currentTarget }) => take(currentTarget, text, session)}>
        {text}
      </button>
      {after}
    </>
  );
}

/** Writes a text into the field as typing does, so that the browser's own undo takes it back, and leaves the focus there: the button goes. */
function take(button: HTMLElement, text: string, { help }: Session): void {
  const field = (button.getRootNode() as ShadowRoot).querySelector('input')!;
  field.focus();
  field.select();
  if (!document.execCommand('insertText', false, text)) help.type(text);
}
