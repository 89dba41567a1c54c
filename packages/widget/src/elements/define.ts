// The only file with an effect of its own: it defines the elements, unless the page has done so before.
import { HelpKioskElement } from './help-kiosk.js';
import { SearchBox } from './search-box.js';

for (const [name, element] of [
  ['help-kiosk', HelpKioskElement],
  ['hk-search-box', SearchBox],
] as const) {
  if (!customElements.get(name)) customElements.define(name, element);
}

export { HelpKioskElement, SearchBox };
