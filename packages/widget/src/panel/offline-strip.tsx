import { h, type VNode } from 'preact';
import { OFFLINE } from '../parts/contact-icons.js';
import { Icon } from '../parts/icon.js';
import type { ViewProps } from './lazy-view.js';

/** Says, under the head, that there is no network, and how old the articles on this device are. */
export function OfflineStrip({ session: { help, locale, t } }: ViewProps): VNode | null {
  if (help.stores.online.get()) return null;
  const contents = help.stores.contents.get();
  const builtAt = 'value' in contents ? contents.value?.builtAt : undefined;
  return (
    <div class="strip">
      <Icon path={OFFLINE} />
      <div>
        <p>{t('offline.notice')}</p>
        {builtAt && (
          <small>
            {t('offline.age', { date: new Intl.DateTimeFormat(locale, { dateStyle: 'long' }).format(builtAt) })}
          </small>
        )}
      </div>
    </div>
  );
}
