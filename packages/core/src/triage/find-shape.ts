// The clues that no word gives: how something is written, and what was looked at before.
import type { HandoffContext } from '../contracts.js';
import type { TriageClue, TriageSpan } from './triage-types.js';

/** Capitals: three words or more in a row, or one that people stress. Acronyms alone are too short for the first. */
const CAPITALS =
  /\b[A-Z][A-Z']+(?:[ ,!?]+(?:[A-Z][A-Z']+|[AI]\b)){2,}|\b(?:NOW|AGAIN|NEVER|STILL|NOT|HARD|STOP|WHY|NOBODY|EVER)\b/g;

/** Marks of a raised voice, and what each adds. */
const MARKS = /[!！]{3,}|[!！?？]{2,}/g;

/** From so many units on a text tells of something complex, and how much; a Chinese character is three units. */
const LENGTHS = [
  [450, 3],
  [260, 2],
  [170, 1],
] as const;

/** Clues of capitals, marks, length and question marks. A short text that is all capitals is no shouting: some write so. */
export function findShape(text: string): TriageClue[] {
  const capitals = spansOf(text, CAPITALS).filter((span) => span.text !== text || text.length > 12);
  const marks = spansOf(text, MARKS).filter((span) => /[!！]/.test(span.text) || span.text.length > 2);
  const questions = spansOf(text, /[?？]+/g);
  const units = text.length + 2 * (text.match(/\p{Script=Han}/gu)?.length ?? 0);
  const long = LENGTHS.find(([least]) => units > least);
  const isBrief = units <= 18 && (text.match(/\S+/g)?.length ?? 0) <= 3;
  const clues: (TriageClue | false | undefined)[] = [
    capitals.length > 0 && { what: 'shouting', sum: 'upset', weight: capitals.some(isLong) ? 3 : 1, words: capitals },
    marks.length > 0 && { what: 'shouting', sum: 'upset', weight: marks.some(isTriple) ? 2 : 1, words: marks },
    questions.length > 2 && { what: 'questions', sum: 'complexity', weight: 3, words: questions },
    long && { what: 'long', sum: 'complexity', weight: long[1], words: [] },
    isBrief && { what: 'brief', sum: 'need', weight: -1, words: [] },
  ];
  return clues.filter((clue) => typeof clue === 'object');
}

/** What was searched for and read before, each two of them 1, up to 3. */
export function findAttempts(context: HandoffContext | undefined): TriageClue[] {
  const count = lengthOf(context?.searches) + lengthOf(context?.articles);
  const weight = Math.min(3, Math.floor(count / 2));
  return weight > 0 ? [{ what: 'looked-before', sum: 'complexity', weight, words: [] }] : [];
}

const spansOf = (text: string, pattern: RegExp): TriageSpan[] =>
  [...text.matchAll(pattern)].map(({ 0: words, index }) => ({ text: words, start: index, end: index + words.length }));
const isLong = ({ text }: TriageSpan): boolean => text.includes(' ');
const isTriple = ({ text }: TriageSpan): boolean => text.length > 2;
const lengthOf = (list: unknown): number => (Array.isArray(list) ? list.length : 0);
