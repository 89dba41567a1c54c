// Definition lists as PHP Markdown Extra, Hugo and MkDocs have them: a term, then lines that begin with a colon.
import { fenceOf, indentOf, outdent } from './code-lines.js';

const DEFINITION = /^ {0,3}:[ \t]+\S/;
const NO_TERM = /^(?:\s*$|[ \t]{4}|\s{0,3}(?:[:#>|<!]|[-*+][ \t]|\d{1,9}[.)][ \t]|={2,}\s*$|-{3,}\s*$))/;

/**
 * The list that begins with `term` as lines with tags, or null where none begins. `queue` holds the lines after the term, the next
 * one last; those that belong to the list are taken out of it.
 */
export function definitionLines(term: string, queue: string[]): string[] | null {
  if (NO_TERM.test(term) || !definesNext(queue)) return null;
  const lines = ['', '<dl>', ''];
  let current: string | undefined = term;
  while (current !== undefined) {
    lines.push('<dt>', '', current.trim(), '', '</dt>', '');
    while (definesNext(queue)) lines.push('<dd>', '', ...takeDefinition(queue), '', '</dd>', '');
    current = takeNextTerm(queue);
  }
  return [...lines, '</dl>', ''];
}

function definesNext(queue: readonly string[]): boolean {
  const next = queue.at(-1);
  if (next === undefined) return false;
  return DEFINITION.test(next) || (next.trim() === '' && DEFINITION.test(queue.at(-2) ?? ''));
}

function takeDefinition(queue: string[]): string[] {
  if (queue.at(-1)!.trim() === '') queue.pop();
  const lines = [queue.pop()!.replace(/^ {0,3}:[ \t]+/, '')];
  let isAfterBlank = false;
  while (queue.length) {
    const next = queue.at(-1)!;
    const isBlank = next.trim() === '';
    const isInside = indentOf(next) >= 2 || (!isAfterBlank && !DEFINITION.test(next) && !fenceOf(next));
    if (!isBlank && (!isInside || (indentOf(next) < 2 && NO_TERM.test(next)))) break;
    if (isBlank && isAfterBlank) break;
    isAfterBlank = isBlank;
    lines.push(outdent(queue.pop()!, 4));
  }
  while (lines.at(-1)?.trim() === '') queue.push(lines.pop()!);
  return lines;
}

function takeNextTerm(queue: string[]): string | undefined {
  const isBlank = queue.at(-1)?.trim() === '';
  const term = queue.at(isBlank ? -2 : -1);
  if (term === undefined || NO_TERM.test(term)) return undefined;
  if (!definesNext(queue.slice(-5, isBlank ? -2 : -1))) return undefined;
  if (isBlank) queue.pop();
  return queue.pop();
}
