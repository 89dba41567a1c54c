import { currentView, type Article } from '@helpkiosk/core';
import { h, type VNode } from 'preact';
import type { Reader } from '../app/reader.js';
import { Icon } from '../parts/icon.js';
import { CHAIN, CHECK, MORE, NARROWER, PRINTER, WIDER } from '../parts/tool-icons.js';
import type { Announcer } from './announcer.js';
import type { ViewTools } from './lazy-view.js';
import { printArticle } from './print-article.js';

/** How long "Copied" stands in the place of "Copy link". */
const COPIED_MS = 4000;
const SIZES = [0, 1, 2] as const;

export interface ArticleMenuOptions extends ViewTools {
  announcer: Announcer;
  shown(): Article | null;
  reader(): Reader | null;
}

export interface ArticleMenu {
  /** The buttons in the head of the panel. */
  drawHead(): VNode | null;
  /** What the last of them unfolds under the head; null while it is folded. */
  drawMenu(): VNode | null;
  stop(): void;
}

/** Text size (kept for as long as the panel lives), link, print, and a wider window. */
export function createArticleMenu(options: ArticleMenuOptions): ArticleMenu {
  const { session, env, frame, announcer, redraw, shown, reader } = options;
  const { t, help } = session;
  let unfolded = false;
  let size: (typeof SIZES)[number] = 0;
  let wide = false;
  let copied: 'no' | 'yes' | 'by hand' = 'no';
  let cancel = (): void => {};
  const set = (change: () => void): void => {
    change();
    redraw();
  };
  const fitFrame = (): void =>
    void frame.toggleAttribute('data-wide', wide && currentView(help.stores.navigation.get()).name === 'article');
  const stop = help.stores.navigation.subscribe(() => {
    fitFrame();
    copied = 'no';
  });
  const address = (): string | null => {
    const view = currentView(help.stores.navigation.get());
    const article = shown();
    return article && (reader()?.linkTo(article, view.name === 'article' ? view.sectionId : undefined) ?? null);
  };
  const copy = async (text: string): Promise<void> => {
    cancel();
    try {
      await navigator.clipboard.writeText(text);
      set(() => (copied = 'yes'));
      announcer.say(t('article.copied'));
      cancel = env.setTimer(() => set(() => (copied = 'no')), COPIED_MS);
    } catch {
      set(() => (copied = 'by hand')); // refused, or not there without https: the address is shown instead
    }
  };
  const sizeButton = (each: (typeof SIZES)[number]): VNode => (
    <button
      type="button"
      class={`size size-${each}`}
      aria-label={t(`article.size.${each}`)}
      aria-pressed={size === each}
      onClick={() => set(() => (frame.dataset['size'] = `${(size = each)}`))}
    >
      A
    </button>
  );
  /** Escape folds the tools; the panel stays. */
  const handleKey = (event: KeyboardEvent): void => {
    if (event.key !== 'Escape' || !unfolded) return;
    event.preventDefault();
    event.stopPropagation();
    set(() => (unfolded = false));
    frame.querySelector<HTMLElement>('.more-tools')?.focus();
  };
  const drawMenu = (): VNode | null => {
    const link = address();
    if (!unfolded || !shown()) return null;
    return (
      <div class="tools" role="group" aria-label={t('article.tools')} onKeyDown={handleKey}>
        <div class="sizes" role="group" aria-label={t('article.size')}>
          {SIZES.map(sizeButton)}
        </div>
        {link && (
          <button type="button" class="tool" onClick={() => void copy(link)}>
            <Icon path={copied === 'yes' ? CHECK : CHAIN} />
            {t(copied === 'yes' ? 'article.copied' : 'article.copy')}
          </button>
        )}
        <button type="button" class="tool" onClick={() => void printArticle(options)}>
          <Icon path={PRINTER} />
          {t('article.print')}
        </button>
        {link && copied === 'by hand' && (
          <label class="address">
            {t('article.address')}
            <input type="text" readOnly value={link} dir="ltr" ref={selectAll} />
          </label>
        )}
      </div>
    );
  };
  const drawHead = (): VNode | null =>
    shown() && (
      <div class="head-tools">
        <button
          type="button"
          class="icon-button widen"
          aria-label={t(wide ? 'article.narrower' : 'article.wider')}
          onClick={() => set(() => ((wide = !wide), fitFrame()))}
        >
          <Icon path={wide ? NARROWER : WIDER} />
        </button>
        <button
          type="button"
          class="icon-button more-tools"
          aria-label={t('article.tools')}
          aria-expanded={unfolded}
          onKeyDown={handleKey}
          onClick={() => set(() => (unfolded = !unfolded))}
        >
          <Icon path={MORE} />
        </button>
      </div>
    );
  return {
    drawHead,
    drawMenu,
    stop() {
      stop();
      cancel();
      frame.removeAttribute('data-wide');
    },
  };
}

/** Called once when it is drawn: one key copies it. */
function selectAll(field: HTMLInputElement | null): void {
  field?.focus();
  field?.select();
}
