import { h, type VNode } from 'preact';
import { Icon } from '../icon.js';
import { AGENT } from './waiting-icons.js';

/** Dots that a line shows at the most. */
const MOST = 12;

export interface PlaceDotsProps {
  /** 1-based; below 1: not known, and nothing is drawn. */
  position: number;
  /** Null, or less than the position: nobody is drawn behind. */
  length: number | null;
  /** What the customer is called. */
  you: string;
}

/**
 * The line as dots, the desk first and the customer marked in it; from the thirteenth place on a number stands for those who do not fit. For the eye:
 * the place is said in words beside it.
 */
export function PlaceDots({ position, length, you }: PlaceDotsProps): VNode | null {
  if (!(position >= 1)) return null;
  const ahead = position - 1;
  const hidden = ahead < MOST ? 0 : ahead - (MOST - 3);
  const behind = hidden ? 0 : Math.max(Math.min(length ?? 0, MOST) - position, 0);
  return (
    <div class="dots" aria-hidden="true">
      <Icon path={AGENT} />
      {[...Array(ahead - hidden).keys()].map(() => (
        <i />
      ))}
      {hidden > 0 && <span>+{hidden}</span>}
      <b>{you}</b>
      {[...Array(behind).keys()].map(() => (
        <i class="behind" />
      ))}
    </div>
  );
}
