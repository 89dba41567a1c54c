// A visit to the demo shop in a frame of a browser test: a page of its own with its own tag, policy and requests.
import { until } from './check.js';
import { partsOf, type Kiosk } from './kiosk.js';
import type { View } from './ledger.js';

/**
 * One visitor's page. `asked` are the files of ours that it has fetched so far (`helpkiosk.js`, `pack/pack.json`), those
 * of its workers not among them.
 */
export interface Shop extends Omit<Kiosk, 'help'> {
  view: View;
  launcher: HTMLElement;
  asked(): string[];
  /** `HelpKiosk('destroy')` as the page's own script calls it. */
  destroy(): Promise<unknown>;
  /** Removes the page. */
  leave(): void;
}

/** Opens `path`, such as `/shop/zh.html?data-worker=off`; done when its launcher is there. */
export async function visitShop(path: string): Promise<Shop> {
  const frame = document.createElement('iframe');
  // As large as a small desktop: narrower ones get the sheet of a phone.
  Object.assign(frame, { src: path, width: '1000', height: '700' });
  document.body.append(frame);
  const host = await until(() => {
    const found = frame.contentDocument?.querySelector<HTMLElement>('help-kiosk');
    return frame.contentDocument?.readyState === 'complete' && found?.shadowRoot && found;
  }, `the widget on ${path}`);
  const parts = partsOf(host);
  const view = frame.contentWindow as View & { HelpKiosk(verb: string): Promise<unknown> };
  return {
    ...parts,
    view,
    launcher: await until(() => parts.one('[part=launcher]'), 'the launcher'),
    asked: () =>
      view.performance
        .getEntriesByType('resource')
        .map(({ name }) => new URL(name).pathname)
        .filter((name) => /^\/(helpkiosk|pack)\//.test(name))
        .map((name) => name.replace(/^\/(helpkiosk\/(\d[^/]*\/)?)?/, '')),
    destroy: () => view.HelpKiosk('destroy'),
    leave: () => frame.remove(),
  };
}
