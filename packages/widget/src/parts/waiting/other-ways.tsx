import { h, type VNode } from 'preact';
import { Icon } from '../icon.js';
import { PHONE, TICKET } from '../contact-icons.js';

/** Another way to be served, with what will happen. */
export interface OtherWay {
  kind: 'call' | 'ticket';
  title: string;
  fact: string;
  onChoose(): void;
}

/** What one can do instead of waiting, as cards side by side. */
export function OtherWays({ ways, label }: { ways: readonly OtherWay[]; label: string }): VNode {
  return (
    <nav class="other-ways" aria-label={label}>
      {ways.map(({ kind, title, fact, onChoose }) => (
        <button type="button" onClick={() => onChoose()}>
          <Icon path={kind === 'call' ? PHONE : TICKET} />
          <b>{title}</b>
          {fact && <small>{fact}</small>}
        </button>
      ))}
    </nav>
  );
}
