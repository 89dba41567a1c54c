// Footnotes: [^name] in the text and [^name]: below it; ^[words] in the line. They become numbers and a list at the end.
import { closesFence, fenceOf, outdent, replaceOutsideCode } from './code-lines.js';

const DEFINITION = /^ {0,3}\[\^([^\]\s]{1,80})\]:[ \t]*(.*)$/;
const REFERENCE = /\[\^([^\]\s]{1,80})\](?!:)|(?<!\\)\^\[([^[\]\n]+)\]/g;

/** The text with its footnotes as a list below it, in the order in which they are called; those that nobody calls come last. */
export function placeFootnotes(text: string): string {
  if (!text.includes('[^') && !text.includes('^[')) return text;
  const { lines, notes } = takeDefinitions(text.split('\n'));
  const order: string[] = [];
  const shown = withNumbers(lines, notes, order);
  for (const name of notes.keys()) if (!order.includes(name)) order.push(name);
  if (!order.length) return shown;
  const list = order.map((name, i) => {
    const [first = '', ...others] = notes.get(name)!;
    return [`${i + 1}. ${first}`, ...others.map((line) => (line ? `   ${line}` : ''))].join('\n');
  });
  return `${shown}\n\n---\n\n${list.join('\n')}\n`;
}

function takeDefinitions(lines: readonly string[]): { lines: string[]; notes: Map<string, string[]> } {
  const kept: string[] = [];
  const notes = new Map<string, string[]>();
  let fence: string | undefined;
  let note: string[] | undefined;
  for (const line of lines) {
    const found = fence === undefined ? DEFINITION.exec(line) : null;
    if (found && !notes.has(found[1]!)) notes.set(found[1]!, (note = [found[2]!]));
    else if (note && (/^(?: {2,}|\t)\S/.test(line) || (line.trim() && note.at(-1) && !fenceOf(line))))
      note.push(outdent(line, 4));
    else if (note && line.trim() === '') note.push('');
    else {
      note = undefined;
      if (fence === undefined) fence = fenceOf(line);
      else if (closesFence(line, fence)) fence = undefined;
    }
    if (!note) kept.push(line);
    else if (note.at(-1) === '') kept.push('');
  }
  for (const words of notes.values()) while (words.length > 1 && words.at(-1) === '') words.pop();
  return { lines: kept, notes };
}

function withNumbers(lines: readonly string[], notes: Map<string, string[]>, order: string[]): string {
  let fence: string | undefined;
  const numberOf = (name: string): number => order.indexOf(name) + 1 || order.push(name);
  const change = (match: RegExpExecArray): string => {
    if (match[2] !== undefined) notes.set(`^${match[2]}`, [match[2]]);
    const name = match[1] ?? `^${match[2]!}`;
    return notes.has(name) ? `<sup>\\[${numberOf(name)}]</sup>` : match[0];
  };
  const shown = lines.map((line) => {
    if (fence !== undefined) {
      if (closesFence(line, fence)) fence = undefined;
      return line;
    }
    fence = fenceOf(line);
    return fence === undefined && line.includes('^') ? replaceOutsideCode(line, REFERENCE, change) : line;
  });
  return shown.join('\n');
}
