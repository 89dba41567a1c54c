import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parseFrontMatter, type FrontMatter } from './front-matter.js';
import { placeOfFile } from './place-of-file.js';

/** A file that was read and is an article, or a draft of one. */
export interface ArticleFile {
  path: string;
  id: string;
  locale: string;
  category?: string;
  fields: FrontMatter;
  body: string;
  bodyLine: number;
}

/** Says what is wrong in which line of a file. */
export type Report = (path: string, line: number, message: string) => void;

/** The file as an article without its tree, or null with a report when it cannot be read as text. */
export async function readArticleFile(
  folder: string,
  path: string,
  fallbackLocale: string,
  report: Report,
): Promise<ArticleFile | null> {
  const text = await readText(join(folder, path));
  if (text === null) {
    report(path, 1, 'cannot be read as UTF-8 text: save it in UTF-8');
    return null;
  }
  const { fields, body, bodyLine, problems } = parseFrontMatter(text);
  for (const problem of problems) report(path, problem.line, problem.message);
  const place = placeOfFile(path);
  const category = fields.category ?? place.category;
  return {
    path,
    id: place.id,
    locale: fields.locale ?? place.locale ?? fallbackLocale,
    ...(category ? { category } : {}),
    fields,
    body,
    bodyLine,
  };
}

async function readText(file: string): Promise<string | null> {
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(await readFile(file));
    return text.replaceAll(/\r\n?/gu, '\n');
  } catch {
    return null;
  }
}
