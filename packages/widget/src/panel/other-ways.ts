import { createReplyPromise, type ServiceView, type TimeWording } from '@helpkiosk/core';
import type { Session } from '../app/session.js';
import type { OtherWay } from '../parts/waiting/other-ways.js';

/** What one can do instead of waiting: what the host serves, else the owner's own ways to a person, all in the view of contact. */
export function otherWays(service: ServiceView, { help, t }: Session, words: TimeWording): OtherWay[] {
  const { supports } = service;
  const to = (name: 'contact' | 'callback' | 'ticket') => (): void => void help.go({ name });
  const ways: OtherWay[] = [];
  if (supports.requestCallback)
    ways.push({ kind: 'call', title: words.t('wait.call'), fact: '', onChoose: to('callback') });
  if (supports.submitTicket)
    ways.push({
      kind: 'ticket',
      title: words.t('wait.ticket'),
      fact: promiseOf(service, words),
      onChoose: to('ticket'),
    });
  const { email, phone, links } = help.stores.config.get().contact ?? {};
  if (!ways.length && (email || phone || links?.length))
    ways.push({ kind: phone ? 'call' : 'ticket', title: t('contact.heading'), fact: '', onChoose: to('contact') });
  return ways;
}

/** "Reply by tomorrow 18:00"; empty where nothing can be promised. */
function promiseOf({ replyPolicy, hours, now, deskZone }: ServiceView, words: TimeWording): string {
  if (!replyPolicy || !hours) return '';
  const { replyBy } = createReplyPromise(replyPolicy, hours)('normal', now);
  return replyBy === null ? '' : words.t('wait.ticket.by', { time: words.whenAtDesk(replyBy, now, deskZone) });
}
