import type { HelpError } from '@helpkiosk/core';
import { h, type VNode } from 'preact';
import { INFO } from '../parts/more-icons.js';
import { Button, Notice } from '../parts/notice.js';
import type { Session } from '../app/session.js';
import type { ViewProps } from './lazy-view.js';

/** What could not be loaded for the view that is shown: the cause in a sentence, and a way to try again. */
export function Failed({ session: { help, t }, view }: ViewProps): VNode {
  const { results, contents, category, article } = help.stores;
  const stores = { results, category, article };
  const store = view.name in stores ? stores[view.name as keyof typeof stores] : contents;
  const state = store.get() as { error?: HelpError };
  const key = `error.${state.error?.code ?? 'internal'}` as const;
  const cause = t(key);
  return (
    <Notice title={t(view.name === 'results' ? 'results.failed' : 'error.title')}>
      {/* Its own words come after it, or not at all without a network. */}
      {cause !== key && <p>{cause}</p>}
      <Button label={t('error.retry')} onPress={help.retry} />
    </Notice>
  );
}

/** What a view rests on could not be had, with a way to ask again. */
export function Unreachable({ session: { t }, onRetry }: { session: Session; onRetry: () => void }): VNode {
  return (
    <div role="status">
      <Notice title={t('error.title')}>
        <Button label={t('error.retry')} onPress={onRetry} />
      </Notice>
    </div>
  );
}

/** An article that is not there any more. */
export function Missing({ session: { help, t } }: ViewProps): VNode {
  return (
    <Notice icon={INFO} title={t('article.missing')}>
      <p>{t('article.missing.hint')}</p>
      <Button label={t('article.missing.topics')} onPress={() => help.go({ name: 'home' })} />
    </Notice>
  );
}
