import { Fragment, h, type VNode } from 'preact';

export interface StatusStripProps {
  /** The colour of the dot: open, busy, closed, or not known. */
  tone: 'open' | 'busy' | 'closed' | 'unknown';
  /** "Open · closes 22:00". */
  text: string;
  /** "about 3–5 min"; empty: not known. */
  wait: string;
  /** How old it is, where that matters; empty: it is fresh. */
  age: string;
  details?: { label: string; onOpen(): void };
}

/** The state of the service in one line: a dot, open or closed and until when, the wait now, the way to all of it. */
export function StatusStrip({ tone, text, wait, age, details }: StatusStripProps): VNode {
  return (
    <p class="status-strip">
      <i class={`pip is-${tone}`} aria-hidden="true" />
      <span>
        {text}
        {wait && ` · ${wait}`}
        {age && <small>{age}</small>}
        {details && (
          <>
            {' '}
            <button type="button" class="link" onClick={() => details.onOpen()}>
              {details.label}
            </button>
          </>
        )}
      </span>
    </p>
  );
}
