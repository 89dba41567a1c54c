import type { RawConfig } from '../app-contract.js';
import { make } from './dom.js';

export interface LauncherOptions {
  /** Its `launcher`: button or pill; anything else has none of ours. With `hiddenOn` it waits to be told. */
  config: RawConfig;
  label: string;
  onToggle(): void;
  /** The customer is about to open: a pointer over it, a finger or the focus on it. */
  onIntent(): void;
}

/** The button that opens the panel, in plain DOM; its icon is drawn by the style sheet, by `aria-expanded`. */
export function createLauncher({
  config: { launcher = 'button', hiddenOn },
  label,
  onToggle,
  onIntent,
}: LauncherOptions): HTMLElement {
  const button = make('button', {
    part: 'launcher',
    popover: 'manual',
    textContent: launcher === 'pill' ? label : '',
    hidden: !!hiddenOn || (launcher !== 'button' && launcher !== 'pill'),
    onclick: onToggle,
    onpointerenter: onIntent, // a finger enters before it presses
    onfocus: onIntent,
  });
  button.setAttribute('aria-expanded', 'false');
  button.setAttribute('aria-label', label);
  return button;
}
