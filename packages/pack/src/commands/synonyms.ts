import { HelpError, type Problem } from '@helpkiosk/core';
import { localeOf } from '../sources/locale-tag.js';
import { ANY_LANGUAGE, type Synonyms } from '../add-synonyms.js';

const SEPARATOR = /[,，、;；]/u;

/**
 * Reads a file of synonyms: one group in a line, its words with commas between them; `[zh-Hans]` on a line of its own begins the
 * groups of that language; lines that begin with `#` are not read. Throws HelpError `config-invalid` with every problem.
 */
export function parseSynonyms(text: string, path: string): Synonyms {
  const groups: Record<string, string[][]> = {};
  const problems: Problem[] = [];
  let locale = ANY_LANGUAGE;
  for (const [place, line] of text
    .replace(/^\uFEFF/u, '')
    .split(/\r\n?|\n/u)
    .entries()) {
    const written = line.trim();
    if (written === '' || written.startsWith('#')) continue;
    const complain = (message: string): void => void problems.push({ path: `${path}:${place + 1}`, message });
    const heading = /^\[(.+)\]$/u.exec(written)?.[1];
    if (heading !== undefined) {
      locale = localeOf(heading) ?? locale;
      if (!localeOf(heading)) complain(`[${heading}] is no language tag: write one such as [en] or [zh-Hans]`);
      continue;
    }
    const words = [...new Set(written.split(SEPARATOR).map((word) => word.trim()).filter(Boolean))]; // prettier-ignore
    if (words.length < 2) complain('one word alone has no synonym: put a comma and another word after it');
    else (groups[locale] ??= []).push(words);
  }
  if (problems.length) throw new HelpError('config-invalid', { problems });
  return groups;
}
