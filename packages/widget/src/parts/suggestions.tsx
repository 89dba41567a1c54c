import { h, type TargetedFocusEvent, type TargetedKeyboardEvent, type TargetedWheelEvent, type VNode } from 'preact';
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
  /** The focus has left the row, which is not to change while it is there. */
  onLeave(): void;
}

/**
 * What a typed text may become: buttons in one row that scrolls sideways, by a plain wheel too, from its beginning whenever it is another. Tab stops once, where the focus was last;
 * arrow keys, Home and End go along the row: the toolbar pattern of the ARIA Authoring Practices.
 */
export function Suggestions({ label, suggestions, onTake, onLeave }: SuggestionsProps): VNode | null {
  if (!suggestions.length) return null;
  return (
    <div
      key={suggestions.map(({ text }) => text).join('\n')}
      class="suggestions"
      role="toolbar"
      aria-label={label}
      onKeyDown={goAlong}
      onWheel={rollAlong}
      onFocusIn={stopHere}
      onFocusOut={({ currentTarget, relatedTarget }) =>
        currentTarget.contains(relatedTarget as Node | null) || onLeave()
      }
    >
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

/** Gives the focus to the neighbour on the side of the arrow, or to an end; beyond the ends it stays. */
function goAlong(event: TargetedKeyboardEvent<HTMLElement>): void {
  if (event.altKey || event.ctrlKey || event.metaKey) return; // the browser's own: back, forward
  const buttons = buttonsOf(event.currentTarget);
  const at = buttons.indexOf(event.target as HTMLElement);
  const on = forward(event.currentTarget);
  const next = { ArrowRight: at + on, ArrowLeft: at - on, Home: 0, End: buttons.length - 1 }[event.key];
  if (next === undefined) return;
  event.preventDefault();
  buttons[next]?.focus();
}

/** However the focus came here, Tab and Shift+Tab lead on from here, out of the row. */
function stopHere({ currentTarget, target }: TargetedFocusEvent<HTMLElement>): void {
  for (const each of buttonsOf(currentTarget)) each.tabIndex = each === target ? 0 : -1;
}

/** A mouse has one wheel: where not all of them fit, it goes along the row, and the page behind stays. Whatever goes sideways of itself does so as ever. */
function rollAlong(event: TargetedWheelEvent<HTMLElement>): void {
  const { currentTarget: row, deltaX, deltaY, ctrlKey, shiftKey } = event;
  if (deltaX || ctrlKey || shiftKey || row.scrollWidth <= row.clientWidth) return;
  event.preventDefault();
  row.scrollLeft += deltaY * forward(row); // pixels in every browser, as long as nobody reads deltaMode
}

/** The sign of what lies further along the row. */
const forward = (row: HTMLElement): 1 | -1 => (getComputedStyle(row).direction === 'rtl' ? -1 : 1);

const buttonsOf = (row: HTMLElement): HTMLElement[] => [...row.querySelectorAll('button')];
