import { currentView, type View } from '@helpkiosk/core';
import { Fragment, h, type VNode } from 'preact';
import type { Session } from '../app/session.js';
import { BACK, CLOSE, Icon, OFFLINE } from '../parts/icon.js';
import { nextActive } from '../parts/list-keys.js';
import { optionId, SearchField } from '../parts/search-field.js';
import { Skeleton } from '../parts/skeleton.js';
import { fileOf, type LazyViews } from './lazy-view.js';
import { LIST_ID, openResult, shownResults } from './result-keys.js';

export interface PanelProps {
  session: Session;
  views: LazyViews;
  /** The place of the selected result; -1 while none is. */
  active: number;
  canClose: boolean;
  setActive(place: number): void;
}

/** The frame that all views share: way back, title, search field, close, and the view. It is drawn from the stores alone. */
export function Panel(props: PanelProps): VNode {
  const { session, canClose } = props;
  const { help, locale, t } = session;
  const view = currentView(help.stores.navigation.get());
  const atHome = view.name === 'home';
  return (
    <>
      <div class={`top at-${view.name}`}>
        {!atHome && <IconButton name="back" label={t('panel.back')} path={BACK} onClick={help.back} />}
        <h2 class="title">{titleOf(view, session)}</h2>
        {atHome && <p class="greeting">{help.stores.config.get().greeting?.[locale] ?? t('home.greeting')}</p>}
        {view.name !== 'article' && <Field {...props} view={view} />}
        {canClose && (
          <IconButton name="close" label={t('panel.close')} path={CLOSE} onClick={() => void help.close()} />
        )}
      </div>
      {!help.stores.online.get() && (
        <p class="strip">
          <Icon path={OFFLINE} />
          {t('offline.notice')}
        </p>
      )}
      {/* A list of options takes no focus, so what scrolls it must. */}
      <div class="body" tabIndex={view.name === 'results' ? 0 : undefined}>
        {drawLazy(view, props)}
      </div>
    </>
  );
}

function IconButton({
  name,
  label,
  path,
  onClick,
}: {
  name: string;
  label: string;
  path: string;
  onClick: () => void;
}): VNode {
  return (
    <button type="button" class={`icon-button ${name}`} aria-label={label} onClick={onClick}>
      <Icon path={path} flip={name === 'back'} />
    </button>
  );
}

function Field({ session, active, setActive, view }: PanelProps & { view: View }): VNode {
  const { help, t } = session;
  const results = shownResults(session);
  return (
    <SearchField
      text={view.name === 'results' ? view.text : ''}
      label={t('search.label')}
      placeholder={t('search.placeholder')}
      clearLabel={t('search.clear')}
      listId={results.length ? LIST_ID : undefined}
      activeId={active < 0 ? undefined : optionId(LIST_ID, active)}
      onText={help.type}
      onKey={(key) => {
        const next = results.length ? nextActive(key, active, results.length) : null;
        if (next !== null) setActive(next);
        else if (key === 'Enter' && results.length) openResult(session, results[Math.max(active, 0)]!);
        else return false;
        return true;
      }}
    />
  );
}

function titleOf(view: View, { help, t }: Session): string {
  const article = help.stores.article.get();
  if (view.name === 'category') return view.category;
  return (view.name === 'article' && article.state === 'ready' && article.value?.category) || t('panel.label');
}

function drawLazy(view: View, { session, views, active }: PanelProps): VNode {
  const { t } = session;
  const name = fileOf(view);
  const lazy = views.get(name);
  if (lazy && lazy !== 'failed') return lazy.draw({ session, view, active });
  if (!lazy) return <Skeleton label={t('home.loading')} />;
  return (
    <p class="strip">
      {t('error.title')}
      <button type="button" class="link" onClick={() => (views.load(name), session.help.retry())}>
        {t('error.retry')}
      </button>
    </p>
  );
}
