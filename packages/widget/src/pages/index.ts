// What ties the widget to the page's address: hidden pages, links that lead to an article, the way back; and what goes on from an earlier page.
// Loaded for owners who use one of these, for customers with something that goes on, and for everybody after the first opening.
import { matchPage, readConfig } from '@helpkiosk/core';
import type { PagesModule } from '../app-contract.js';
import { createHistoryEntry } from './history-entry.js';
import { takeUp } from './take-up.js';
import { watchRoutes } from './watch-routes.js';

/** A link that leads to an article: `#hk=ID` or `#hk=ID:SECTION`, each part percent-encoded. */
const LINK = /^#hk=([^:]+)(?::(.+))?$/;

/**
 * Follows the page's address until the returned function is called: tells the widget of a new route, hides the launcher on pages of
 * `hiddenOn`, lets an element of the owner's open the panel, opens what `#hk=` names and lets the way back close the panel (both only with `deepLinks`). The page's history is never patched.
 */
export const followPages: PagesModule['followPages'] = (config, host, launcher, run) => {
  const entry = createHistoryEntry(() => void run('close'));
  const options = () => readConfig(config()).config;
  const ignore = (): void => {}; // the loader has said what failed
  /** The owner's own element, by its selector; null for a launcher of ours, or none. */
  const ownLauncher = (): string | null => {
    const { launcher: choice = '' } = options();
    return /^[#.[]/.test(choice) ? choice : null;
  };
  /** What the address names, as far as it has been opened. */
  let opened = '';
  const openLink = (hash: string): void => {
    const [link, id, sectionId] = (options().deepLinks && LINK.exec(hash)) || [''];
    opened = link;
    if (link) void run('article', decode(id!), sectionId ? { sectionId: decode(sectionId) } : {}).catch(ignore);
  };
  const handleClick = ({ target }: Event): void => {
    // A link that the address holds already changes nothing in it, and yet somebody has pressed it.
    const link = target instanceof Element && target.closest('a');
    if (link && link.href === location.href && opened) openLink(link.hash);
    const selector = ownLauncher();
    if (selector && target instanceof Element && isWithin(target, selector)) void run('toggle').catch(ignore);
  };
  const placeLauncher = (): void => {
    const { hiddenOn = [], launcher: choice } = options();
    const isHidden = hiddenOn.some((pattern) => matchPage(pattern, location.href));
    const isOurs = choice !== 'none' && !ownLauncher();
    // What the loader has hidden because it cannot judge it, and what depends on the page; else `hide` stands.
    if (hiddenOn.length || (isOurs && choice !== config()['launcher'])) launcher.hidden = isHidden || !isOurs;
  };
  const handleRoute = (): void => {
    placeLauncher();
    if (location.hash !== opened) openLink(location.hash);
  };
  const handleOpen = (): void => {
    if (options().deepLinks) entry.push();
  };
  handleRoute();
  const stopTakingUp = takeUp(host);
  const stopWatching = watchRoutes(() => {
    handleRoute();
    void run('update', { page: location.href });
  });
  document.addEventListener('click', handleClick);
  host.addEventListener('hk-open', handleOpen);
  host.addEventListener('hk-close', entry.drop);
  return () => {
    stopWatching();
    stopTakingUp();
    host.removeEventListener('hk-open', handleOpen);
    host.removeEventListener('hk-close', entry.drop);
    document.removeEventListener('click', handleClick);
    entry.stop();
  };
};

/** A selector that cannot be read fits nothing. */
function isWithin(element: Element, selector: string): boolean {
  try {
    return element.closest(selector) !== null;
  } catch {
    return false;
  }
}

/** Text that is no valid encoding is taken as it is. */
function decode(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
