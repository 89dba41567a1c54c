// What dialects are rewritten to: CommonMark, a few HTML tags, and `<hk-note>`, which becomes a note of the tree.
import type { NoteKind } from '@helpkiosk/core';

/** Lines that stand for the beginning and the end of a construct; Markdown stands between them. */
export interface Wrapping {
  open: readonly string[];
  close: readonly string[];
}

const PUNCTUATION = /&(?:#\w{1,7}|\w{1,16});|[!"#$%'()*+,./:;<=>?@[\\\]^_`{|}~-]/g;

/** A text that shall be read as it is, on one line. Character references in it keep their meaning. */
export const plainText = (text: string): string =>
  text
    .replace(/\s+/gu, ' ')
    .trim()
    .replace(PUNCTUATION, (mark) => (mark.length > 1 ? mark : `\\${mark}`));

/** A text within a tag or between two. */
export const htmlText = (text: string): string =>
  text.replace(/\s+/gu, ' ').trim().replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');

/** An address in the pointed brackets of a Markdown link. */
const target = (address: string): string =>
  address.replace(/\s+/gu, '%20').replaceAll('<', '%3C').replaceAll('>', '%3E').replaceAll('\\', '%5C');

/** A Markdown link; `label` is Markdown. */
export const link = (label: string, address: string): string => `[${label}](<${target(address)}>)`;

/** A Markdown image; a caption makes a figure of it where it stands alone. */
export function image(alt: string, address: string, caption = ''): string {
  const title = caption ? ` "${caption.replace(/\s+/gu, ' ').replaceAll('\\', '\\\\').replaceAll('"', '\\"')}"` : '';
  return `![${plainText(alt)}](<${target(address)}>${title})`;
}

/** A note; `title` is Markdown. */
export function note(kind: NoteKind, title = ''): Wrapping {
  const heading = title.trim() ? ` title="${htmlText(title)}"` : '';
  return { open: [`<hk-note kind="${kind}"${heading}>`], close: ['</hk-note>'] };
}

/** Something that opens on a click; `summary` is Markdown. */
export function details(summary: string, isOpen = false): Wrapping {
  const words = summary.trim();
  const heading = words ? ['<summary>', '', words, '', '</summary>'] : [];
  return { open: [isOpen ? '<details open>' : '<details>', '', ...heading], close: ['</details>'] };
}

/** A part with a name of its own, as a tab or a card has one; `label` is Markdown. */
export function labelled(label: string): Wrapping {
  const words = label.trim();
  return { open: words ? [`**${words.replaceAll('**', '')}**`] : [], close: [] };
}

/** Nothing but what stands in it. */
export const BARE: Wrapping = { open: [], close: [] };
