import type { ComponentChildren, VNode } from 'preact';
import { Icon, type IconName } from './icon.js';

export interface Row {
  icon: IconName;
  text: string;
  /** A fact at the end of the row, such as a count. */
  end?: string;
  onOpen(): void;
}

/** A list of quiet rows, each a button; nothing at all when there are none. */
export function Rows({ heading, rows }: { heading: string; rows: readonly Row[] }): VNode | null {
  if (!rows.length) return null;
  return (
    <section class="section">
      <h3 class="section-heading">{heading}</h3>
      <ul class="rows">
        {rows.map(({ icon, text, end, onOpen }) => (
          <li>
            <button type="button" class="row" onClick={onOpen}>
              <Icon name={icon} />
              <span class="row-text" dir="auto">
                {text}
              </span>
              {end && <span class="row-end">{end}</span>}
            </button>
          </li>
        ))}
      </ul>
    </section>
  );
}

/** Grey bars where text will be; shown only when loading takes longer than 300 ms. */
export function Skeleton({ label }: { label: string }): VNode {
  return (
    <div class="skeleton" role="img" aria-label={label}>
      {[1, 2, 3, 4, 5, 6].map(() => (
        <span />
      ))}
    </div>
  );
}

/** One thing that the customer has to know, with what can be done about it. */
export function Notice({
  icon,
  title,
  children,
}: {
  icon: IconName;
  title: string;
  children: ComponentChildren;
}): VNode {
  return (
    <div class={`notice ${icon}`}>
      <Icon name={icon} />
      <div>
        <strong>{title}</strong>
        {children}
      </div>
    </div>
  );
}

/** The way on from a notice. */
export function RetryButton({ label, onRetry }: { label: string; onRetry: () => void }): VNode {
  return (
    <button type="button" class="button" onClick={onRetry}>
      {label}
    </button>
  );
}
