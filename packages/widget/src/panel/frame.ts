// The dialog that holds the panel: top layer, sheet on phones, focus and its return, keys.

export interface Frame {
  readonly element: HTMLElement;
  show(): void;
  hide(): void;
  destroy(): void;
}

export interface FrameOptions {
  root: ShadowRoot;
  label: string;
  lang: string;
  launcher: HTMLElement;
  onClose(): void;
}

const PHONE = '(max-width: 479.98px)';

/** The panel as a part of the page: no top layer, no focus to take or to give back. */
export function createInlineFrame({ root, label, lang }: FrameOptions): Frame {
  const element = document.createElement('section');
  dressFrame(element, label, lang);
  element.dataset['inline'] = '';
  root.append(element);
  return { element, show: () => {}, hide: () => {}, destroy: () => element.remove() };
}

/**
 * The panel over the page. On a desktop it is a popover, so that the page stays usable; on a phone, and while the
 * page itself shows a modal dialog, it is a modal dialog of our own, because everything else would be inert.
 */
export function createDialogFrame({ root, label, lang, launcher, onClose }: FrameOptions): Frame {
  const element = document.createElement('dialog');
  element.setAttribute('role', 'dialog'); // implied, but looked for by page scripts and tools
  dressFrame(element, label, lang);
  const phone = matchMedia(PHONE);
  let returnTo: HTMLElement | null = null;
  let shown = false;

  const present = (): void => {
    const sheet = phone.matches;
    element.toggleAttribute('data-sheet', sheet);
    if (sheet || pageShowsModal()) {
      element.removeAttribute('popover');
      element.showModal();
    } else {
      element.setAttribute('popover', 'manual');
      if (element.showPopover) element.showPopover();
      else element.show();
    }
  };
  const withdraw = (): void => {
    if (element.hasAttribute('popover') && element.hidePopover && element.matches(':popover-open'))
      element.hidePopover();
    if (element.open) element.close();
  };
  const handleBreakpoint = (): void => {
    if (!shown) return;
    const focused = root.activeElement;
    withdraw();
    present();
    if (focused instanceof HTMLElement) focused.focus({ preventScroll: true });
  };
  const handleKey = (event: KeyboardEvent): void => {
    if (event.type === 'keydown' && event.key === 'Escape' && !event.isComposing) {
      event.preventDefault();
      onClose();
    }
    const field = element.querySelector<HTMLElement>('[role=combobox]'); // of forms, where a slash is a letter, it is none
    if (event.type === 'keydown' && event.key === '/' && field && root.activeElement !== field) {
      event.preventDefault();
      field.focus();
    }
    event.stopPropagation(); // the page's own keys are not meant while somebody types here
  };
  /** On a touch screen the field would bring up the keyboard over everything; there the dialog itself takes the focus. */
  const firstFocus = (): HTMLElement =>
    matchMedia('(pointer: coarse)').matches
      ? element
      : (element.querySelector<HTMLElement>('input, .view-title') ?? element);
  const handleCancel = (event: Event): void => {
    event.preventDefault();
    onClose();
  };
  /** A phone keyboard covers the layout viewport; the sheet keeps to what can be seen. */
  const followViewport = (): void => {
    const { height = innerHeight, offsetTop = 0 } = visualViewport ?? {};
    element.style.setProperty('--hk-sheet-block', `${height}px`);
    element.style.setProperty('--hk-sheet-top', `${offsetTop}px`);
  };

  for (const type of ['keydown', 'keyup', 'keypress'] as const) element.addEventListener(type, handleKey);
  element.addEventListener('cancel', handleCancel);
  root.append(element);
  return {
    element,
    show() {
      shown = true;
      const active = document.activeElement;
      returnTo =
        active instanceof HTMLElement && active !== document.body && active.shadowRoot !== root ? active : null;
      phone.addEventListener('change', handleBreakpoint);
      visualViewport?.addEventListener('resize', followViewport);
      visualViewport?.addEventListener('scroll', followViewport);
      followViewport();
      present();
      firstFocus().focus({ preventScroll: true });
    },
    hide() {
      shown = false;
      const hadFocus = !!root.activeElement && element.contains(root.activeElement);
      stopFollowing();
      withdraw();
      const target = launcher.hidden ? returnTo : launcher;
      if (hadFocus) target?.focus({ preventScroll: true });
    },
    destroy() {
      stopFollowing();
      element.remove();
    },
  };

  function stopFollowing(): void {
    phone.removeEventListener('change', handleBreakpoint);
    visualViewport?.removeEventListener('resize', followViewport);
    visualViewport?.removeEventListener('scroll', followViewport);
  }
}

function dressFrame(element: HTMLElement, label: string, lang: string): void {
  element.setAttribute('part', 'panel');
  element.setAttribute('aria-label', label);
  element.className = 'panel';
  element.lang = lang;
  element.tabIndex = -1;
}

function pageShowsModal(): boolean {
  try {
    return document.querySelector(':modal') !== null;
  } catch {
    return document.querySelector('dialog[open]') !== null; // engines without the pseudo-class
  }
}
