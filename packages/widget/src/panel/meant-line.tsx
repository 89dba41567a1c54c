import { Fragment, h, type VNode } from 'preact';
import type { ViewProps } from './lazy-view.js';
import { takeText } from './take-text.js';

/** The sentence over results of a question that was mended; `about` is the question that was meant, a button that puts it into the field. */
export function MeantLine({ session }: ViewProps, about: unknown): VNode {
  const text = about as string;
  const [before, after] = session.t('results.meant', { text: '\n' }).split('\n');
  return (
    <>
      {before}
      <button type="button" class="link" onClick={({ currentTarget }) => takeText(currentTarget, text, session)}>
        {text}
      </button>
      {after}
    </>
  );
}
