import { safeHref, type HelpConfig } from '@helpkiosk/core';
import { h, type VNode } from 'preact';
import { LINK, MAIL, PHONE, SCAN } from './contact-icons.js';
import { Icon } from './icon.js';

/** One way to a person. */
export interface Channel {
  kind: 'email' | 'phone' | 'link';
  icon: string;
  title: string;
  /** The address or number itself; empty for a link. */
  fact: string;
  /** null where the owner gave an address that may not be followed: then there is an image. */
  href: string | null;
  /** A code to scan. */
  image?: string;
}

export interface ChannelWords {
  /** The language in which labels are looked for before English and any other. */
  locale: string;
  email: string;
  phone: string;
}

/** The owner's ways to a person that can be used, in the order mail, phone, links. */
export function channelsOf(contact: HelpConfig['contact'], words: ChannelWords): readonly Channel[] {
  const { email, phone, links = [] } = contact ?? {};
  const channels: Channel[] = [];
  if (email)
    channels.push({ kind: 'email', icon: MAIL, title: words.email, fact: email, href: safeHref(`mailto:${email}`) });
  if (phone) {
    const href = safeHref(`tel:${phone.replace(/[^\d+*#]/g, '')}`);
    channels.push({ kind: 'phone', icon: PHONE, title: words.phone, fact: phone, href });
  }
  for (const { label, url, image } of links) {
    const title = label[words.locale] ?? label['en'] ?? Object.values(label)[0] ?? url;
    channels.push({
      kind: 'link',
      icon: image ? SCAN : LINK,
      title,
      fact: '',
      href: safeHref(url),
      ...(image ? { image } : {}),
    });
  }
  return channels.filter(({ href, image }) => href ?? image);
}

/** One way to a person as a link that looks like a card. */
export function ChannelLink({
  channel: { kind, icon, title, fact, href },
  label = title,
}: {
  channel: Channel;
  /** Default: its title. */
  label?: string;
}): VNode {
  return (
    <a class="way" href={href!} {...(kind === 'link' ? { target: '_blank', rel: 'noopener noreferrer' } : {})}>
      <Icon path={icon} />
      <b>
        <bdi>{label}</bdi>
      </b>
      {fact && (
        <small>
          <bdi dir="ltr">{fact}</bdi>
        </small>
      )}
    </a>
  );
}
