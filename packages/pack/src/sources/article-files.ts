import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parseFrontMatter, type FrontMatter } from './front-matter.js';
import type { ArticlePlace } from './folder-places.js';

/** A file that was read and is an article, or a draft of one. `locale` is empty while nothing has told it. */
export interface ArticleFile {
  path: string;
  id: string;
  locale: string;
  category?: string;
  fields: FrontMatter;
  /** The lines before the body. */
  head: string;
  body: string;
  bodyLine: number;
  /** Folder of the article, without its language. */
  folder: string;
  isIndex: boolean;
  order?: number;
}

/** Says what is wrong in which line of a file. */
export type Report = (path: string, line: number, message: string) => void;

/** The file as an article without its tree, or null with a report when it cannot be read as text. */
export async function readArticleFile(
  folder: string,
  path: string,
  place: ArticlePlace,
  report: Report,
): Promise<ArticleFile | null> {
  const text = await readText(join(folder, path));
  if (typeof text !== 'string') {
    report(path, 1, text.problem);
    return null;
  }
  const { fields, body, bodyLine, problems } = parseFrontMatter(text);
  for (const problem of problems) report(path, problem.line, problem.message);
  const { id, isIndex, order } = place;
  return {
    path,
    id,
    locale: fields.locale ?? place.locale ?? '',
    fields,
    head: text.slice(0, text.length - body.length),
    body,
    bodyLine,
    folder: place.folder,
    isIndex,
    ...(order === undefined ? {} : { order }),
  };
}

async function readText(file: string): Promise<string | { problem: string }> {
  let bytes: Uint8Array;
  try {
    bytes = await readFile(file);
  } catch (error) {
    return { problem: `cannot be read: ${(error as NodeJS.ErrnoException).code ?? 'unknown error'}` };
  }
  if (bytes.subarray(0, 8_000).includes(0)) return { problem: 'is no text: it has zero bytes' };
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes).replaceAll(/\r\n?/gu, '\n');
  } catch {
    return { problem: 'cannot be read as UTF-8 text: save it in UTF-8' };
  }
}
