import { h, type VNode } from 'preact';
import { Icon } from '../icon.js';
import { Bar } from './wait-card.js';
import { DONE } from './waiting-icons.js';

export interface LeftCardProps {
  title: string;
  /** What happened meanwhile; empty: nothing. */
  news: string;
  undo: string;
  left: string;
  /** How much of the time to take it back is over, 0 to 1. */
  share: number;
  onUndo(): void;
}

/** The place has been given up, and can be taken back for a while. The button takes the focus of the one that was pressed. */
export function LeftCard({ title, news, undo, left, share, onUndo }: LeftCardProps): VNode {
  return (
    <section class="turn left">
      <Icon path={DONE} />
      <div>
        <h3 id="hk-left">{title}</h3>
        {news && <p role="alert">{news}</p>}
      </div>
      <div class="choices">
        <button type="button" class="choice" aria-describedby="hk-left" ref={takeFocus} onClick={() => onUndo()}>
          {undo}
        </button>
        <small class="num">{left}</small>
      </div>
      <Bar share={share} />
    </section>
  );
}

function takeFocus(element: HTMLElement | null): void {
  element?.focus({ preventScroll: true });
}
