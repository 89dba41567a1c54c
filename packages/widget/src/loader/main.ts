// The tag: reads its options, shows the launcher, and leaves all else until somebody needs it.
import type { AppModule, PagesModule } from '../app-contract.js';
import { make, whenParsed } from './dom.js';
import { installGlobal } from './global.js';
import { createInstance, type Door } from './instance.js';
import { readTag, withConfigBlock, type Tag } from './read-tag.js';

const tag = readTag();
if (tag) start(tag);

function start({ config, src, nonce }: Tag): void {
  const chunk = (name: string): Promise<unknown> => import(`${new URL(`${name}.js`, src)}`);
  const door: Omit<Door, 'host'> = {
    nonce,
    place: (host) => document.body.append(host),
    pages: () => chunk('pages') as Promise<PagesModule>,
    load(locale) {
      chunk(`locale/${locale}/home`).catch(() => {}); // the panel will import it anyway; asked for at the same moment
      return chunk('panel') as Promise<AppModule>;
    },
  };
  const { init } = window.HelpKiosk?.init
    ? window.HelpKiosk // an earlier tag: this one only adds an instance, if it has a name of its own
    : installGlobal(
        (options) => createInstance(options, { ...door, host: make('help-kiosk' as 'div') }),
        (verb) => chunk('explain').then((words) => (words as { warnOfVerb(verb: string): void }).warnOfVerb(verb)),
      );
  if (config.config) withConfigBlock(config).then(init);
  else if (Object.keys(config).length) init!(config); // a tag without options waits for the page to call init
  whenParsed(() => {
    if (document.querySelector('hk-search-box')) chunk('elements').catch(() => {});
  });
}
