/** The part of the Navigation API that is used (https://html.spec.whatwg.org/multipage/nav-history-apis.html#navigation-api). */
interface NavigationTarget extends EventTarget {
  readonly currentEntry: unknown;
}

/**
 * Calls `onRoute` when the page's address has changed without a new document. Where there is no Navigation API only steps through
 * the history and changes of the hash are seen; a page that navigates by `pushState` there tells by `update({page})`.
 */
export function watchRoutes(onRoute: () => void): () => void {
  const { navigation } = globalThis as { navigation?: NavigationTarget };
  let last = location.href;
  const handleChange = (): void => {
    if (location.href === last) return;
    last = location.href;
    onRoute();
  };
  const targets: [EventTarget, string][] = navigation?.currentEntry
    ? [[navigation, 'currententrychange']]
    : [
        [window, 'popstate'],
        [window, 'hashchange'],
      ];
  for (const [target, type] of targets) target.addEventListener(type, handleChange);
  return () => {
    for (const [target, type] of targets) target.removeEventListener(type, handleChange);
  };
}
