import type { LauncherPort, RawConfig } from '../app-contract.js';
import { make } from './dom.js';
import type { LoaderWords } from './words.js';

export interface LauncherOptions {
  /** Its `launcher`: button or pill; anything else has none of ours. With `hiddenOn` it waits to be told. */
  config: RawConfig;
  words: LoaderWords;
  onToggle(): void;
  /** The customer is about to open: a pointer over it, a finger or the focus on it. */
  onIntent(): void;
}

/** The button that opens the panel, in plain DOM; its icon is drawn by the style sheet. */
export function createLauncher({
  config: { launcher = 'button', hiddenOn },
  words: [help, closeHelp],
  onToggle,
  onIntent,
}: LauncherOptions): LauncherPort {
  const button = make('button', {
    part: 'launcher',
    popover: 'manual',
    textContent: launcher === 'pill' ? help : '',
    hidden: !!hiddenOn || (launcher !== 'button' && launcher !== 'pill'),
    onclick: onToggle,
    onpointerenter: onIntent, // a finger enters before it presses
    onfocus: onIntent,
  });
  const setOpen = (open: boolean): void => {
    button.setAttribute('aria-expanded', open as unknown as string); // which makes text of it
    button.setAttribute('aria-label', open ? closeHelp : help);
  };
  setOpen(false);
  return { button, setOpen };
}
