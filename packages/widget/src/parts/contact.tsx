import { safeHref, type HelpConfig } from '@helpkiosk/core';
import { h, type VNode } from 'preact';
import { Icon } from './icon.js';
import { LINK, MAIL, PHONE } from './more-icons.js';

export interface ContactWaysProps {
  contact: HelpConfig['contact'];
  /** The language in which labels are looked for before English and any other. */
  locale: string;
  words: { heading: string; email: string; phone: string };
}

/** The owner's ways to a person; nothing when there are none. */
export function ContactWays({ contact = {}, locale, words }: ContactWaysProps): VNode | null {
  const { email, phone, links = [] } = contact;
  const ways: { icon: string; title: string; fact: string; href: string | null }[] = [];
  if (email) ways.push({ icon: MAIL, title: words.email, fact: email, href: safeHref(`mailto:${email}`) });
  if (phone)
    ways.push({
      icon: PHONE,
      title: words.phone,
      fact: phone,
      href: safeHref(`tel:${phone.replace(/[^\d+*#]/g, '')}`),
    });
  for (const { label, url } of links) {
    const title = label[locale] ?? label['en'] ?? Object.values(label)[0] ?? url;
    ways.push({ icon: LINK, title, fact: '', href: safeHref(url) });
  }
  const shown = ways.filter((way) => way.href);
  if (!shown.length) return null;
  return (
    <nav class="ways" aria-label={words.heading}>
      {shown.map(({ icon, title, fact, href }) => (
        <a
          key={href}
          class="way"
          href={href!}
          {...(icon === LINK ? { target: '_blank', rel: 'noopener noreferrer' } : {})}
        >
          <Icon path={icon} />
          <b>{title}</b>
          {fact && <small dir="ltr">{fact}</small>}
        </a>
      ))}
    </nav>
  );
}
