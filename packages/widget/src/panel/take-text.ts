import type { Session } from '../app/session.js';

/** Writes a text into the search field as typing does, so that the browser's own undo takes it back, and leaves the focus there: `button`, which was pressed for it, goes. */
export function takeText(button: HTMLElement, text: string, { help }: Session): void {
  const field = (button.getRootNode() as ShadowRoot).querySelector('input')!;
  field.focus();
  field.select();
  if (!document.execCommand('insertText', false, text)) help.type(text);
}
