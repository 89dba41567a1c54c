import type { Session } from '../app/session.js';
import { channelsOf, type Channel } from '../parts/contact.js';

/** The ways to a person of this widget, in its words. */
export const channelsIn = ({ help, locale, t }: Session): readonly Channel[] =>
  channelsOf(help.stores.config.get().contact, { locale, email: t('contact.email'), phone: t('contact.phone') });

/** Whether there may be a line to get into, which only the state of the service tells. */
export function mayHaveLine({ help }: Session): boolean {
  const { adapter, host } = help.stores.config.get();
  return !!(host ?? adapter?.startConversation) && help.stores.online.get();
}

/** Whether there is somebody behind the page who may take tickets, calls or actions; what is served, only the host's status tells. */
export function hasDesk({ help }: Session): boolean {
  const { adapter, host } = help.stores.config.get();
  return !!(host ?? adapter?.submitTicket ?? adapter?.requestCallback ?? adapter?.runAction);
}
