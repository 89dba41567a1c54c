// ::: containers of Docusaurus, VitePress and Starlight.
import { BARE, details, labelled, note, type Wrapping } from './markup.js';
import { noteKindOf } from './note-names.js';

/** `colons`: how many its end needs. `namesCode`: names of code blocks within are shown, as tabs have them. */
export interface Container {
  colons: number;
  wrapping: Wrapping;
  namesCode: boolean;
}

const START =
  /^[ \t]*(:{3,})[ \t]*([A-Za-z][\w-]*)[ \t]*(?:\[((?:[^\]\\]|\\.)*)\])?[ \t]*(?:\{[^}]*\})?[ \t]*(.*?)[ \t]*$/;
const END = /^[ \t]*:{3,}[ \t]*$/;
const TITLE_FIELD = /\btitle=(?:"([^"]*)"|'([^']*)')/;

/** True for a line of colons alone. */
export const isContainerEnd = (line: string): boolean => END.test(line);

/** The container that begins in the line; its title stands in brackets, after its name, or as `title="..."`. Undefined: none. */
export function containerOf(line: string): Container | undefined {
  const match = START.exec(line);
  if (!match) return undefined;
  const [, colons, name, inBrackets, rest] = match as unknown as [string, string, string, string?, string?];
  const field = TITLE_FIELD.exec(line);
  const title = inBrackets ?? field?.[1] ?? field?.[2] ?? (rest ?? '').replace(/\s*\{[^}]*\}\s*$/, '');
  return {
    colons: colons.length,
    wrapping: wrappingOf(name.toLowerCase(), title, line),
    namesCode: name === 'code-group',
  };
}

function wrappingOf(name: string, title: string, line: string): Wrapping {
  if (name === 'details') return details(title || 'Details', /\{[^}]*\bopen\b[^}]*\}/.test(line));
  const kind = noteKindOf(name);
  if (kind) return note(kind, title);
  return title ? labelled(title) : BARE;
}
