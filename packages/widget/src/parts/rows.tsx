import { h, type VNode } from 'preact';
import { Icon } from './icon.js';

export interface Row {
  /** The path of its icon. */
  icon: string;
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
              <Icon path={icon} />
              <span class="row-text">
                <bdi>{text}</bdi>
              </span>
              {end && <small>{end}</small>}
            </button>
          </li>
        ))}
      </ul>
    </section>
  );
}
