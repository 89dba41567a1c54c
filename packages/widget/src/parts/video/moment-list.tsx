import { h, type VNode } from 'preact';
import { clockOf } from '../result-list.js';
import type { Moment } from './read-video.js';

export interface MomentListProps {
  moments: readonly Moment[];
  label: string;
  /** A class of its own. */
  name: string;
  /** The language of the words. */
  lang: string;
  listRef(element: HTMLElement | null): void;
  /** Goes to the moment; without it the words stand alone. */
  onGo?: ((atMs: number) => void) | undefined;
}

/**
 * The moments of a video, each a button that goes to it. The list is one stop of the Tab key; arrows, Home and End walk in it.
 * It may hold thousands: draw it once, and let `markMoment` say which one is now.
 */
export function MomentList({ moments, label, name, lang, listRef, onGo }: MomentListProps): VNode {
  return (
    <ul
      ref={listRef}
      class={`moments ${name}`}
      aria-label={label}
      lang={lang}
      tabIndex={onGo ? undefined : 0}
      onKeyDown={walk}
    >
      {moments.map(({ atMs, text }, place) => (
        <li>
          {onGo ? (
            <button type="button" class="moment" tabIndex={place ? -1 : 0} onClick={() => onGo(atMs)}>
              <Words atMs={atMs} text={text} />
            </button>
          ) : (
            <span class="moment">
              <Words atMs={atMs} text={text} />
            </span>
          )}
        </li>
      ))}
    </ul>
  );
}

const Words = ({ atMs, text }: Moment): VNode[] => [
  <span class="time">{clockOf(atMs)}</span>,
  <span class="said" dir="auto">
    {text}
  </span>,
];

/**
 * Marks the moment at `place` (-1: none) and, unless the reader is in the list or wants no motion, scrolls the list to it: the list alone, never what it stands in.
 */
export function markMoment(list: HTMLElement, place: number): void {
  const buttons = list.querySelectorAll<HTMLElement>('button');
  const now = buttons[place];
  const before = list.querySelector('[aria-current]');
  if (now === before) return;
  before?.removeAttribute('aria-current');
  if (!now) return;
  now.setAttribute('aria-current', 'true');
  if (list.contains((list.getRootNode() as ShadowRoot).activeElement)) return;
  stopAt(buttons, now);
  if (!matchMedia('(prefers-reduced-motion: reduce)').matches)
    list.scrollTop = now.offsetTop - (list.clientHeight - now.offsetHeight) / 2;
}

function walk(event: KeyboardEvent): void {
  const buttons = [...(event.currentTarget as HTMLElement).querySelectorAll<HTMLElement>('button')];
  const at = buttons.indexOf(event.target as HTMLElement);
  const next = { ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: buttons.length - 1 }[event.key];
  const target = next === undefined ? undefined : buttons[next];
  if (!target) return;
  event.preventDefault();
  stopAt(buttons, target);
  target.focus();
}

function stopAt(buttons: Iterable<HTMLElement>, stop: HTMLElement): void {
  for (const each of buttons) each.tabIndex = each === stop ? 0 : -1;
}
