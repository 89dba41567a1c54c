// Hands on a mounted widget in a browser test: its parts, its field, its results.
import type { ArticleSource, HelpConfig, HelpHandle } from '@helpkiosk/widget';
import { mount } from '@helpkiosk/widget';
import { until } from './check.js';

/** The demo's pack, as the browser runner serves it. */
export const DEMO_PACK = '/examples/script-tag/public/pack/pack.json';

/** A small live article: a lead, and a section `more` when `section` is given. */
export function anArticle(
  id: string,
  title: string,
  { section = '', locale = 'en', category = '' } = {},
): ArticleSource {
  return {
    id,
    locale,
    title,
    ...(category ? { category } : {}),
    body: {
      v: 1,
      nodes: [
        { tag: 'p', children: [`This is about ${title.toLowerCase()}.`] },
        ...(section
          ? [
              { tag: 'h2' as const, id: 'more', children: [section] },
              { tag: 'p' as const, children: ['More words.'] },
            ]
          : []),
      ],
    },
  };
}

/** A widget of the page with what a test reads of it. */
export interface Kiosk {
  help: HelpHandle;
  host: HTMLElement;
  root: ShadowRoot;
  one<E extends Element = HTMLElement>(selector: string): E | null;
  all(selector: string): HTMLElement[];
  field(): HTMLInputElement;
  /** Writes into the field as a keyboard does. */
  type(text: string): void;
  press(key: string, init?: KeyboardEventInit): boolean;
  /** The titles of the results, once there are any whose title holds `part`. */
  results(part: string): Promise<string[]>;
}

/** Mounts one; the test destroys it by its handle. */
export function mountKiosk(config: HelpConfig & { into?: Element }): Kiosk {
  const before = new Set(document.querySelectorAll('help-kiosk'));
  const help = mount(config);
  const host = [...document.querySelectorAll<HTMLElement>('help-kiosk')].find((each) => !before.has(each))!;
  return { help, ...partsOf(host) };
}

/** The parts of a widget that is already there. */
export function partsOf(host: HTMLElement): Omit<Kiosk, 'help'> {
  const root = host.shadowRoot!;
  const field = (): HTMLInputElement => root.querySelector('input')!;
  const all = (selector: string): HTMLElement[] => [...root.querySelectorAll<HTMLElement>(selector)];
  return {
    host,
    root,
    one: (selector) => root.querySelector(selector),
    all,
    field,
    type(text) {
      field().value = text;
      field().dispatchEvent(new InputEvent('input', { bubbles: true, composed: true, data: text }));
    },
    press: (key, init) =>
      (root.activeElement ?? field()).dispatchEvent(
        new KeyboardEvent('keydown', { key, bubbles: true, composed: true, cancelable: true, ...init }),
      ),
    results: (part) =>
      until(() => {
        const titles = all('[role=option] .result-title').map((title) => title.textContent ?? '');
        return titles.some((title) => title.includes(part)) && titles;
      }, `a result with “${part}”`),
  };
}
