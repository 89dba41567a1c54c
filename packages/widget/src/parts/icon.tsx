import { h, type VNode } from 'preact';

// Our own set: a grid of 20 px, a stroke of 1.5 px in the colour of the text. These are the ones of the frame.
export const BACK = 'M12 4.5L6.5 10l5.5 5.5';
export const CLOSE = 'M5 5l10 10M15 5L5 15';
export const SEARCH = 'M9 3.75a5.25 5.25 0 1 0 .01 0zM13 13l3.75 3.75';

export interface IconProps {
  path: string;
  /** It points along the line of text: mirrored in right-to-left. */
  flip?: boolean;
}

/** One picture of the set, hidden from screen readers. */
export function Icon({ path, flip = false }: IconProps): VNode {
  return (
    <svg class={flip ? 'icon flip' : 'icon'} viewBox="0 0 20 20" aria-hidden="true">
      <path d={path} />
    </svg>
  );
}
