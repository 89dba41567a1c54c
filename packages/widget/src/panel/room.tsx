import { h, type VNode } from 'preact';
import type { Session } from '../app/session.js';

/** Whether the owner gives anything that says whether people can be reached. */
export function hasStatus({ help }: Session): boolean {
  const { adapter, host, hours, notices } = help.stores.config.get();
  return !!(adapter?.getServiceStatus ?? adapter?.startConversation ?? host ?? hours ?? notices);
}

/** The room of the line that says whether people can be reached, as high as that line: it comes a moment after the rest of home, and nothing is to move under a finger. */
export const StripRoom = (): VNode => (
  <p class="note-line" aria-hidden="true">
    &nbsp;
  </p>
);
