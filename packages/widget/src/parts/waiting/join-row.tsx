import { h, type VNode } from 'preact';
import { Icon } from '../icon.js';
import { AGENT } from './waiting-icons.js';

export interface JoinRowProps {
  title: string;
  /** "7th in line, about 3–5 min"; empty: it cannot be said. */
  fact: string;
  onOpen(): void;
}

/** The way to a person who answers now, as a card among the other ways. Its looks are those of more.css. */
export function JoinRow({ title, fact, onOpen }: JoinRowProps): VNode {
  return (
    <button type="button" class="way" onClick={() => onOpen()}>
      <Icon path={AGENT} />
      <b>{title}</b>
      {fact && <small>{fact}</small>}
    </button>
  );
}
