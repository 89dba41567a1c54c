// An enlarged picture: a modal dialog of our own in the shadow root, so that the page and the panel wait under it.
import { CLOSE } from '../parts/icon.js';
import type { ViewTools } from './lazy-view.js';

/** Opens the picture of every button of class `picture` in the panel that is pressed, until the returned function is called. */
export function watchPictures({ session: { t, help }, frame, root }: ViewTools): () => void {
  let close = (): void => {};
  const handleClick = ({ target }: Event): void => {
    const button = target instanceof Element ? target.closest<HTMLElement>('button.picture') : null;
    const image = button?.querySelector('img');
    if (!button || !image) return;
    close();
    close = openPicture({ image, button, root, words: t });
  };
  frame.addEventListener('click', handleClick);
  // Before the panel is gone, so that the focus finds its way back from there.
  const stop = help.stores.navigation.subscribe(() => close());
  return () => {
    stop();
    frame.removeEventListener('click', handleClick);
    close();
  };
}

interface PictureOptions {
  image: HTMLImageElement;
  button: HTMLElement;
  root: ShadowRoot;
  words(key: 'picture.close' | 'picture.closer' | 'picture.whole' | 'picture.unnamed'): string;
}

/** Shows the whole picture with its alternative text under it; a press on it shows it in its own size. Returns what closes it. */
function openPicture({ image, button, root, words }: PictureOptions): () => void {
  const { src, alt } = image;
  const dialog = document.createElement('dialog');
  const sheet = document.createElement('section');
  const shown = document.createElement('img');
  const caption = document.createElement('p');
  dialog.className = 'lightbox';
  dialog.setAttribute('aria-label', alt || words('picture.unnamed'));
  sheet.className = 'panel';
  sheet.dir = getComputedStyle(button).direction;
  sheet.lang = button.closest<HTMLElement>('[lang]')?.lang ?? '';
  const closeButton = buttonOf('icon-button close', words('picture.close'));
  closeButton.append(cross());
  const zoom = buttonOf('zoom', words('picture.closer'));
  Object.assign(shown, { src, alt, referrerPolicy: 'no-referrer' });
  zoom.append(shown);
  caption.textContent = alt;
  sheet.append(closeButton, zoom, caption);
  dialog.append(sheet);
  const close = (): void => {
    if (!dialog.isConnected) return;
    dialog.close();
    dialog.remove();
    button.focus({ preventScroll: true });
  };
  closeButton.onclick = close;
  zoom.onclick = () => {
    const closer = dialog.toggleAttribute('data-closer');
    zoom.setAttribute('aria-label', words(closer ? 'picture.whole' : 'picture.closer'));
  };
  dialog.onclick = ({ target }) => {
    if (target === dialog) close(); // beside the picture
  };
  dialog.oncancel = (event) => {
    event.preventDefault();
    close();
  };
  dialog.onkeydown = dialog.onkeyup = dialog.onkeypress = (event) => event.stopPropagation(); // the page's own keys are not meant
  root.append(dialog);
  dialog.showModal();
  closeButton.focus();
  return close;
}

function buttonOf(className: string, label: string): HTMLButtonElement {
  const button = document.createElement('button');
  Object.assign(button, { type: 'button', className });
  button.setAttribute('aria-label', label);
  return button;
}

function cross(): SVGElement {
  const make = (name: string): SVGElement => document.createElementNS('http://www.w3.org/2000/svg', name);
  const icon = make('svg');
  const path = make('path');
  icon.setAttribute('class', 'icon');
  icon.setAttribute('viewBox', '0 0 20 20');
  path.setAttribute('d', CLOSE);
  icon.append(path);
  return icon;
}
