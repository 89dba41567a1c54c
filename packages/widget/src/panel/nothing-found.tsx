import { Fragment, h, type VNode } from 'preact';
import { FOLDER } from '../parts/more-icons.js';
import { Button } from '../parts/notice.js';
import { Rows } from '../parts/rows.js';
import { Foot } from './foot.js';
import type { ViewProps } from './lazy-view.js';

/** Topics that are offered where nothing was found. */
const TOPICS = 4;

/** What was searched for, what there is instead, and the ways to a person. */
export function NothingFound(props: ViewProps): VNode {
  const { help, t } = props.session;
  const { results, contents } = help.stores;
  const now = results.get();
  const known = contents.get();
  const topics = 'value' in known ? (known.value?.categories ?? []) : [];
  return (
    <>
      <div class="pad empty">
        <h3>{t('results.none', { text: now.state === 'ready' ? now.text : '' })}</h3>
        <p>{t('results.none.hint')}</p>
        <Button label={t('home.topics')} onPress={() => help.go({ name: 'home' })} />
      </div>
      <Rows
        heading={t('results.none.topics')}
        rows={topics.slice(0, TOPICS).map(({ name, count }) => ({
          icon: FOLDER,
          text: name,
          end: String(count),
          onOpen: () => help.go({ name: 'category', category: name }),
        }))}
      />
      <div class="fill" />
      <Foot {...props} />
    </>
  );
}
