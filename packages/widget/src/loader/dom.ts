// The few things that the loader does with the document, all inside our own element.

/** An element of ours with attributes and children; text goes in as text. */
export function make<Name extends keyof HTMLElementTagNameMap>(
  name: Name | 'help-kiosk',
  attributes: Readonly<Record<string, string>> = {},
  ...children: (Node | string)[]
): HTMLElementTagNameMap[Name] {
  const element = document.createElement(name) as HTMLElementTagNameMap[Name];
  for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, value);
  element.append(...children);
  return element;
}

/**
 * Puts a sheet on a shadow root and returns what replaces its text. The sheet is constructed where the browser can
 * (no rule of a content security policy is about those), else it is an element with the nonce.
 */
export function addSheet(root: ShadowRoot, css: string, nonce: string): (css: string) => void {
  try {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(css);
    root.adoptedStyleSheets = [...root.adoptedStyleSheets, sheet];
    return (text) => sheet.replaceSync(text);
  } catch {
    const style = make('style', {}, css);
    style.nonce = nonce;
    root.append(style);
    return (text) => void (style.textContent = text);
  }
}

/** Runs `run` once the page has been parsed: before that a part of it may be missing, and the launcher would be in its way. */
export function whenParsed(run: () => void): void {
  if (document.readyState === 'loading') document.addEventListener('DOMContentLoaded', run, { once: true });
  else run();
}
