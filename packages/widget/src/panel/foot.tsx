import { h, type VNode } from 'preact';
import { ChannelLink } from '../parts/contact.js';
import { CHAT, ONWARD, TICKET } from '../parts/contact-icons.js';
import { Icon } from '../parts/icon.js';
import { channelsIn, hasDesk, mayHaveLine } from './channels.js';
import type { ViewProps } from './lazy-view.js';

/** The ways to a person at the foot of a view: into the line, mail and phone themselves, or one row that leads to the view with all of them. */
export function Foot({ session, view, part }: ViewProps): VNode | null {
  const { help, t } = session;
  const channels = channelsIn(session);
  const join = part('status', 'join') ?? (mayHaveLine(session) && !part('status', 'settled') && <JoinRoom />);
  const desk = hasDesk(session);
  if (!channels.length && !join && !desk) return null;
  const simple = !desk && channels.every(({ kind }) => kind !== 'link');
  return (
    <nav class="ways" aria-label={t('contact.heading')}>
      {join}
      {desk && (
        <button
          type="button"
          class="way"
          onClick={() => help.go({ name: 'ticket', subject: view.name === 'results' ? view.text : '' })}
        >
          <Icon path={TICKET} />
          <b>{t('contact.ticket')}</b>
          <small>{t(help.stores.online.get() ? 'contact.ticket.fact' : 'contact.ticket.offline')}</small>
        </button>
      )}
      {simple ? (
        channels.map((channel) => <ChannelLink channel={channel} />)
      ) : (
        <button type="button" class="way onward" onClick={() => help.go({ name: 'contact' })}>
          <Icon path={CHAT} />
          <b>{t('contact.heading')}</b>
          <Icon path={ONWARD} flip />
          <small dir="auto">{channels.map(({ title }) => title).join(' · ')}</small>
        </button>
      )}
    </nav>
  );
}

/** The room of the way into the line, among the other ways. */
const JoinRoom = (): VNode => (
  <p class="way" aria-hidden="true">
    <b>&nbsp;</b>
    <small>&nbsp;</small>
  </p>
);

/** The foot of the results: the keys, on a desktop, and the way to a person. */
export function ResultsFoot({ session }: ViewProps): VNode | null {
  const { help, t } = session;
  return (
    <div class="keys">
      <span class="hints" aria-hidden="true">
        <kbd>↑</kbd> <kbd>↓</kbd> {t('keys.select')} <kbd>↵</kbd> {t('keys.open')}
      </span>
      {(channelsIn(session).length > 0 || hasDesk(session)) && (
        <button type="button" class="link" onClick={() => help.go({ name: 'contact' })}>
          {t('results.ask')}
        </button>
      )}
    </div>
  );
}
