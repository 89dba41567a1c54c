import { h, type VNode } from 'preact';

// What is asked of the host comes a moment after the rest of home: its places are kept, so that nothing moves under a finger. Their looks are in more.css.

/** The room of the line that says whether people can be reached. */
export const StripRoom = (): VNode => (
  <p class="status-room" aria-hidden="true">
    &nbsp;
  </p>
);

/** The room of the way into the line, among the other ways. */
export const JoinRoom = (): VNode => (
  <p class="way" aria-hidden="true">
    <b>&nbsp;</b>
    <small>&nbsp;</small>
  </p>
);
