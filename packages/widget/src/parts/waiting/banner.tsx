import { h, type VNode } from 'preact';
import { Icon } from '../icon.js';
import { ALERT, INFO } from '../more-icons.js';

export interface BannerProps {
  level: 'outage' | 'warning' | 'info' | 'peak';
  title: string;
  text: string;
  /** Since when, and when there is news again. */
  facts: readonly string[];
}

/** An incident, or a busy time: its level in words, what it is, and when there is news. */
export function Banner({ level, title, text, facts }: BannerProps): VNode {
  return (
    <section class={`banner is-${level}`}>
      <Icon path={level === 'info' ? INFO : ALERT} />
      <div>
        <h3>{title}</h3>
        <p>
          <bdi>{text}</bdi>
        </p>
        {facts.length > 0 && <small>{facts.join(' · ')}</small>}
      </div>
    </section>
  );
}
