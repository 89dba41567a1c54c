import type { SearchResult } from './contracts.js';

/** Where the panel is. */
export type View =
  | { name: 'home' }
  | { name: 'results'; text: string }
  | { name: 'category'; category: string }
  | { name: 'contact' }
  /** A ticket that is written, with `subject` where it is empty so far, and what has become of it; looked through before it is sent. */
  | { name: 'ticket'; subject?: string }
  | { name: 'ticket-check' }
  /** The tickets of this device; one of them with its messages; what has left the device. */
  | { name: 'tickets' }
  | { name: 'thread'; ticketId: string }
  | { name: 'rating'; ticketId: string }
  | { name: 'sent' }
  | { name: 'callback' }
  | { name: 'actions'; actionId?: string }
  | { name: 'waiting' }
  | { name: 'status' }
  /**
   * An article, as a result of a search leads to it: at a section, or at an instant of a video: of the one with the result's `url` where its
   * `kind` is `video`, else of the article's first.
   */
  | ({ name: 'article'; articleId: SearchResult['articleId'] } & {
      [Name in 'locale' | 'sectionId' | 'atMs' | 'kind' | 'url']?: SearchResult[Name] | undefined;
    });

/** The panel's place: open or not, and the way back. The first of the `trail` is always home, the last is shown. */
export interface Navigation {
  readonly open: boolean;
  readonly trail: readonly [View, ...View[]];
}

export type NavigationEvent =
  { type: 'open' } | { type: 'close' } | { type: 'go'; view: View } | { type: 'type'; text: string } | { type: 'back' };

/** Closed, at home. */
export const AT_HOME: Navigation = { open: false, trail: [{ name: 'home' }] };

/** The view that is shown. */
export function currentView({ trail }: { trail: Trail }): View {
  return trail[trail.length - 1]!;
}

/**
 * The pure transition of the panel's place. Typing replaces the results that are shown and, once the text is
 * empty, leaves them; going home starts the trail anew; closing keeps the place, so that opening again returns to it.
 */
export function navigate(state: Navigation, event: NavigationEvent): Navigation {
  const open = event.type === 'open' || (event.type !== 'close' && state.open);
  const trail = trailAfter(state.trail, event);
  return open === state.open && trail === state.trail ? state : { open, trail };
}

type Trail = Navigation['trail'];

function trailAfter(trail: Trail, event: NavigationEvent): Trail {
  switch (event.type) {
    case 'open':
    case 'close':
      return trail;
    case 'back':
      return trail.length > 1 ? withoutLast(trail) : trail;
    case 'go':
      return event.view.name === 'home' ? AT_HOME.trail : [...trail, event.view];
    case 'type':
      return type(trail, event.text);
  }
}

function type(trail: Trail, text: string): Trail {
  const view = currentView({ trail });
  if (view.name === 'results' && view.text === text) return trail;
  const before = view.name === 'results' ? withoutLast(trail) : trail;
  return text.trim() ? [...before, { name: 'results', text }] : before;
}

const withoutLast = (trail: Trail): Trail => trail.slice(0, -1) as unknown as Trail;
