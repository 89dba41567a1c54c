// What MkDocs marks by indentation: !!! and ??? admonitions, and === tabs.
import { details, labelled, note, type Wrapping } from './markup.js';
import { noteKindOf } from './note-names.js';

const ADMONITION = /^[ \t]*(!!!|\?\?\?\+?)[ \t]+([\w-]+(?:[ \t]+[\w-]+)*)?[ \t]*(?:"((?:[^"\\]|\\.)*)")?[ \t]*$/;
const TAB = /^[ \t]*===[!+]*[ \t]+(?:"((?:[^"\\]|\\.)*)"|'((?:[^'\\]|\\.)*)')[ \t]*$/;

/** What begins in the line; all that is indented below belongs to it. Undefined: nothing. */
export function admonitionOf(line: string): Wrapping | undefined {
  const tab = TAB.exec(line);
  if (tab) return labelled(unescaped(tab[1] ?? tab[2]!));
  const match = ADMONITION.exec(line);
  if (!match || (match[2] === undefined && match[3] === undefined)) return undefined;
  const [type = 'note'] = (match[2] ?? '').split(/\s+/);
  const title = unescaped(match[3] ?? '');
  if (match[1]!.startsWith('?'))
    return details(title || type.replace(/^./, (letter) => letter.toUpperCase()), match[1] === '???+');
  return note(noteKindOf(type) ?? 'note', title);
}

const unescaped = (text: string): string => text.replace(/\\(["'])/g, '$1');
