import type { LauncherPort } from '../app-contract.js';
import { make } from './dom.js';
import type { LoaderWords } from './words.js';

const SVG = 'http://www.w3.org/2000/svg';
const CHAT = 'M5 4h10a2 2 0 0 1 2 2v6a2 2 0 0 1-2 2H9l-3 3v-3H5a2 2 0 0 1-2-2V6a2 2 0 0 1 2-2zM7 8h6M7 11h4';
const CLOSE = 'M5 5l10 10M15 5L5 15';

export interface LauncherOptions {
  /** `HelpConfig.launcher`: button, pill, or none. */
  kind: unknown;
  words: LoaderWords;
  onToggle(): void;
  /** The customer is about to open: a pointer over it, a finger or the focus on it. */
  onIntent(): void;
}

/** The button that opens the panel, in plain DOM, with an empty line above it for what goes wrong. */
export function createLauncher({ kind, words: [help, closeHelp], onToggle, onIntent }: LauncherOptions): LauncherPort {
  const icon = document.createElementNS(SVG, 'svg');
  const path = document.createElementNS(SVG, 'path');
  icon.setAttribute('viewBox', '0 0 20 20');
  icon.append(path);
  const button = make('button', { part: 'launcher' }, icon, kind === 'pill' ? help : '');
  const notice = make('p', { role: 'alert' });
  const dock = make('div', { class: 'dock', popover: 'manual' }, notice, button);
  button.hidden = kind === 'none';
  button.onclick = onToggle;
  button.onpointerenter = button.onfocus = onIntent; // a finger enters before it presses
  const setOpen = (open: boolean): void => {
    path.setAttribute('d', open ? CLOSE : CHAT);
    button.setAttribute('aria-expanded', `${open}`);
    button.setAttribute('aria-label', open ? closeHelp : help);
  };
  setOpen(false);
  return { dock, button, notice, setOpen };
}
