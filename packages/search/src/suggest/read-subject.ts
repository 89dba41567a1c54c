import { keepsMarks } from '../analysis/fold.js';
import { readHanData, type HanData } from '../han/read-han-data.js';
import { inSteps } from '../in-steps.js';
import { once } from '../once.js';
import type { LocaleIndex } from '../search-source.js';
import { foldText } from './fold-text.js';
import { foldLines, type Line } from './lines.js';
import { readSounds } from './sounds.js';

/** What one typed text is completed from. */
export interface Subject {
  /** The titles of the articles, in the owner's order. */
  readonly titles: readonly Line[];
  /** A text as it is compared with what was typed. */
  readonly fold: (text: string) => string;
  /** What was typed as the sounds of Chinese characters, and what they sound like; where it may be that and the pack knows. */
  readonly sounds?: { readonly letters: string; readonly han: HanData } | undefined;
}

type ReadSubject = (text: string, locale: string, index: LocaleIndex) => Promise<Subject>;

/** Makes what reads an index for completing; titles are folded once for each index. */
export function createSubjectReader(): ReadSubject {
  const titlesOf = once(async (docs: LocaleIndex['docs']) => {
    const titles = docs.filter(({ video, kind }) => video === undefined && kind !== 'video');
    const texts = titles.map(({ title }) => ({ text: title }));
    return inSteps(foldLines(texts, ({ text }) => foldText(text, false)));
  });
  const readHan = once(async (bytes: Uint8Array) => readHanData(bytes));
  const hanOf = async ({ han }: LocaleIndex): Promise<HanData | undefined> => {
    const bytes = await han();
    return bytes && readHan(bytes);
  };
  return async (text, locale, index) => {
    const plain = await titlesOf(index.docs);
    const letters = /^zh\b/.test(locale) ? readSounds(text) : undefined;
    const han = letters || index.converts ? await hanOf(index).catch(() => undefined) : undefined;
    const simplify = (index.converts && han?.simplify) || ((line: string) => line);
    const keepMarks = keepsMarks(locale) && /[^\0-\x7f]/.test(text);
    const fold = (line: string): string => simplify(foldText(line, keepMarks));
    const refold = keepMarks ? (line: Line) => fold(line.text) : (line: Line) => simplify(line.folded);
    const titles = keepMarks || index.converts ? await inSteps(foldLines(plain, refold)) : plain;
    return { titles, fold, sounds: letters && han ? { letters, han } : undefined };
  };
}
