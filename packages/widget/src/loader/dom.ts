// The few things that the loader does with the document, all inside our own element.

/** An element of ours with properties and text. */
export function make<Name extends keyof HTMLElementTagNameMap>(
  name: Name,
  properties: Readonly<Record<string, unknown>> = {},
): HTMLElementTagNameMap[Name] {
  return Object.assign(document.createElement(name), properties);
}

/**
 * Puts a sheet on a shadow root and returns what replaces its text. The sheet is constructed where the browser can
 * (no rule of a content security policy is about those), else it is an element with the nonce.
 */
export function addSheet(root: ShadowRoot, css: string, nonce: string): (css: string) => void {
  try {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(css);
    root.adoptedStyleSheets.push(sheet);
    return (text) => sheet.replaceSync(text);
  } catch {
    const style = make('style', { textContent: css, nonce });
    root.append(style);
    return (text) => void (style.textContent = text);
  }
}

/** Runs `run` once the page has been parsed: before that a part of it may be missing, and the launcher would be in its way. */
export function whenParsed(run: () => void): void {
  if (document.readyState === 'loading') document.addEventListener('DOMContentLoaded', run, { once: true });
  else run();
}

/**
 * Adds an element to a root that is in the page, in the top layer, where no transform and no z-index of the page reaches it;
 * engines without one have its z-index.
 */
export function raise(root: ShadowRoot, element: HTMLElement): void {
  root.append(element);
  try {
    element.showPopover();
  } catch {
    // seen all the same
  }
}
