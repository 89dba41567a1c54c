import { h, type VNode } from 'preact';
import css from '../parts/contact.css';
import { ChannelLink, type Channel } from '../parts/contact.js';
import { channelsIn, hasDesk } from './channels.js';
import type { LazyView, ViewProps } from './lazy-view.js';

/** Every way to a person that the owner has named. */
const contactView: LazyView = {
  css,
  start({ load, session }) {
    if (hasDesk(session)) load('ways');
    return { draws: { contact: ContactView } };
  },
};
export default contactView;

function ContactView({ session, part, whole }: ViewProps): VNode {
  const { help, t } = session;
  const channels = channelsIn(session);
  const offline = !help.stores.online.get();
  const canCall = channels.some(({ kind }) => kind === 'phone');
  const join = part('status', 'join');
  const ways = hasDesk(session) && whole('ways', 'ways');
  if (!channels.length && !join && !ways) return <p class="pad soft">{t('contact.none')}</p>;
  return (
    <div class="channels">
      {join}
      {ways}
      {channels.length > 0 && (
        <p class="soft">
          {offline ? `${t('contact.offline')}${canCall ? ` ${t('contact.offline.call')}` : ''}` : t('contact.intro')}
        </p>
      )}
      {channels.map((channel) =>
        channel.image ? <Code channel={channel} session={session} /> : <ChannelLink channel={channel} />,
      )}
    </div>
  );
}

/** A code to scan, large, with what to do with it; the link beside it serves who is on the phone already. */
function Code({ channel, session: { t } }: { channel: Channel; session: ViewProps['session'] }): VNode {
  const { image, title, href } = channel;
  return (
    <figure class="code">
      <figcaption>
        <b>
          <bdi>{title}</bdi>
        </b>
        <span>{t('contact.scan')}</span>
      </figcaption>
      <img src={image} alt={t('contact.code', { name: title })} referrerpolicy="no-referrer" />
      {href && <ChannelLink channel={channel} label={t('contact.open', { name: title })} />}
    </figure>
  );
}
