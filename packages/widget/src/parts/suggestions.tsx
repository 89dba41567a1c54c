import { h, type TargetedKeyboardEvent, type VNode } from 'preact';
import { PAST } from './contact-icons.js';
import { Icon } from './icon.js';

/** A text that a typed one may become. */
export interface Suggestion {
  text: string;
  /** This device has searched for it before; default: it has not. */
  recent?: boolean;
}

export interface SuggestionsProps {
  /** What the row is called for those who do not see it. */
  label: string;
  /** None: nothing is drawn. */
  suggestions: readonly Suggestion[];
  onTake(text: string, event: MouseEvent & { currentTarget: HTMLElement }): void;
}

/**
 * What a typed text may become: buttons in one row that scrolls sideways, from its beginning whenever the first of them is another. Tab stops once, arrow
 * keys go along the row: the toolbar pattern of the ARIA Authoring Practices.
 */
export function Suggestions({ label, suggestions, onTake }: SuggestionsProps): VNode | null {
  const [first] = suggestions;
  if (!first) return null;
  return (
    <div key={first.text} class="suggestions" role="toolbar" aria-label={label} onKeyDown={goAlong}>
      {suggestions.map(({ text, recent }, place) => (
        <button
          type="button"
          class="suggestion"
          tabIndex={place ? -1 : 0}
          onMouseDown={(event) => event.preventDefault()} // keeps the focus in the field
          onClick={(event) => onTake(text, event)}
        >
          <span>
            {recent && <Icon path={PAST} />}
            <bdi>{text}</bdi>
          </span>
        </button>
      ))}
    </div>
  );
}

/** Gives the focus to the neighbour on the side of the arrow; at the ends it stays. */
function goAlong(event: TargetedKeyboardEvent<HTMLElement>): void {
  const { key, currentTarget: row } = event;
  if (key !== 'ArrowLeft' && key !== 'ArrowRight') return;
  const isOn = (key === 'ArrowLeft') === (getComputedStyle(row).direction === 'rtl');
  const from = event.target as HTMLElement;
  const next = isOn ? from.nextElementSibling : from.previousElementSibling;
  event.preventDefault();
  (next as HTMLElement | null)?.focus();
}
