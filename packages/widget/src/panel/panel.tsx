import { currentView, type View } from '@helpkiosk/core';
import { Fragment, h, type VNode } from 'preact';
import type { Session } from '../app/session.js';
import { BACK, CLOSE, Icon } from '../parts/icon.js';
import { SearchField } from '../parts/search-field.js';
import { Skeleton } from '../parts/skeleton.js';
import { fileOf, type LazyName, type LazyViews, type ViewProps } from './lazy-view.js';

export interface PanelProps {
  session: Session;
  views: LazyViews;
  canClose: boolean;
}

/** The frame that all views share: way back, title, search field, close, and the view. It is drawn from the stores alone. */
export function Panel({ session, views, canClose }: PanelProps): VNode {
  const { help, locale, t } = session;
  const view = currentView(help.stores.navigation.get());
  const { greeting, logo } = help.stores.config.get();
  const file = fileOf(view);
  const atHome = view.name === 'home';
  const started = (file: LazyName) => {
    const found = views.get(file);
    return found === 'failed' ? null : found;
  };
  const props: ViewProps = {
    session,
    view,
    has: (file) => !!started(file),
    part: (file, name, about) => started(file)?.draws[name]?.(props, about) ?? null,
    whole: (file, name) =>
      started(file) ? (
        props.part(file, name)
      ) : views.get(file) ? (
        <Unreachable session={session} load={() => views.load(file)} />
      ) : (
        <Skeleton label={t('home.loading')} />
      ),
  };
  return (
    <>
      <div class={`top at-${view.name}`}>
        {!atHome ? (
          <IconButton name="back" label={t('panel.back')} path={BACK} onClick={help.back} />
        ) : (
          logo && <img class="logo" src={logo} alt="" height={28} />
        )}
        <h2 class="title">{started(file)?.title ?? titleOf(view, session)}</h2>
        {atHome && <p class="greeting">{greeting?.[locale] ?? t('home.greeting')}</p>}
        {(atHome || file === 'results' || file === 'more') && (
          <SearchField
            text={view.name === 'results' ? view.text : ''}
            label={t('search.label')}
            placeholder={t('search.placeholder')}
            clearLabel={t('search.clear')}
            onText={help.type}
            {...started('results')?.field?.(view)}
          />
        )}
        {props.part(view.name === 'article' ? 'tools' : 'suggest', 'head')}
        {canClose && (
          <IconButton name="close" label={t('panel.close')} path={CLOSE} onClick={() => void help.close()} />
        )}
      </div>
      {props.part('more', 'strip')}
      {/* A list of options takes no focus, so what scrolls it must. */}
      <div class="body" tabIndex={view.name === 'results' ? 0 : undefined}>
        {props.whole(file, view.name)}
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

function titleOf(view: View, { help, t }: Session): string {
  const article = help.stores.article.get();
  if (view.name === 'category') return view.category;
  if (view.name === 'contact') return t('contact.heading');
  return (view.name === 'article' && article.state === 'ready' && article.value?.category) || t('panel.label');
}

/** A file of views did not come. */
function Unreachable({ session: { help, t }, load }: { session: Session; load: () => void }): VNode {
  return (
    <p class="strip">
      {t('error.title')}
      <button type="button" class="link" onClick={() => (load(), help.retry())}>
        {t('error.retry')}
      </button>
    </p>
  );
}
