// The dialog that holds the panel: top layer, sheet on phones, focus and its return, keys.

export interface Frame {
  readonly element: HTMLElement;
  show(): void;
  /** Ends all that `show` has begun; the element may be removed then. */
  hide(): void;
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
export function createInlineFrame(options: FrameOptions): Frame {
  const element = makeFrame('section', options);
  return { element, show: () => {}, hide: () => {} };
}

/**
 * The panel over the page. On a desktop it is a popover, so that the page stays usable; on a phone, and while the
 * page itself shows a modal dialog, it is a modal dialog of our own, because everything else would be inert.
 */
export function createDialogFrame(options: FrameOptions): Frame {
  const { root, launcher, onClose } = options;
  const element = makeFrame('dialog', options);
  element.setAttribute('role', 'dialog'); // implied, but looked for by page scripts and tools
  const phone = matchMedia(PHONE);
  let returnTo: HTMLElement | null = null;

  const present = (): void => {
    const sheet = phone.matches;
    element.toggleAttribute('data-sheet', sheet);
    if (sheet || pageShowsModal()) element.showModal();
    else {
      element.setAttribute('popover', 'manual');
      if (element.showPopover) element.showPopover();
      else element.show();
    }
  };
  const withdraw = (): void => {
    element.removeAttribute('popover'); // which closes it
    element.close();
  };
  const focus = (target: HTMLElement | null): void => target?.focus({ preventScroll: true });
  const handleBreakpoint = (): void => {
    const focused = focusedIn(root);
    withdraw();
    present();
    focus(focused);
  };
  const handleKey = (event: KeyboardEvent): void => {
    const field = element.querySelector<HTMLElement>('[role=combobox]'); // of forms, where a slash is a letter, it is none
    if (event.key === 'Escape' && !event.isComposing) onClose();
    else if (event.key === '/' && field && root.activeElement !== field) field.focus();
    else return;
    event.preventDefault();
  };
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
  /** Begins to follow the window, or ends it. */
  const follow = (verb: 'addEventListener' | 'removeEventListener'): void => {
    phone[verb]('change', handleBreakpoint);
    visualViewport?.[verb]('resize', followViewport);
    visualViewport?.[verb]('scroll', followViewport);
  };

  element.addEventListener('keydown', handleKey);
  element.addEventListener('cancel', handleCancel);
  // The page's own keys are not meant while somebody types here.
  for (const type of ['keydown', 'keyup', 'keypress'])
    element.addEventListener(type, (event) => event.stopPropagation());
  return {
    element,
    show() {
      returnTo = focusedIn(document);
      follow('addEventListener');
      followViewport();
      present();
      // On a touch screen the field would bring up the keyboard over everything; there the dialog itself takes the focus.
      const coarse = matchMedia('(pointer: coarse)').matches;
      focus((!coarse && element.querySelector<HTMLElement>('input, .view-title')) || element);
    },
    hide() {
      const hadFocus = element.contains(root.activeElement);
      follow('removeEventListener');
      withdraw();
      if (hadFocus) focus(launcher.hidden ? returnTo : launcher);
    },
  };
}

/** What has the focus; where it is none that can take it again, that does no harm. */
const focusedIn = (root: Document | ShadowRoot): HTMLElement | null => root.activeElement as HTMLElement | null;

function makeFrame<Name extends 'dialog' | 'section'>(
  name: Name,
  { root, label, lang }: FrameOptions,
): HTMLElementTagNameMap[Name] {
  const element = document.createElement(name);
  element.setAttribute('part', 'panel');
  element.setAttribute('aria-label', label);
  element.className = 'panel';
  element.lang = lang;
  element.tabIndex = -1;
  return root.appendChild(element);
}

function pageShowsModal(): boolean {
  try {
    return document.querySelector(':modal') !== null;
  } catch {
    return document.querySelector('dialog[open]') !== null; // engines without the pseudo-class
  }
}
