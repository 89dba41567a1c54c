import { isHelpError, safeHref, type ArticleSource, type ArticleTree } from '@helpkiosk/core';
import { join } from 'node:path';
import { instantOf } from '../content/html/page-facts.js';
import { slugOf } from '../content/heading-ids.js';
import { detectRowLanguages } from './detect-language.js';
import { localeOf } from './locale-tag.js';
import { readBytes, reasonOf } from './source-bytes.js';
import { adoptImages, countForeignImages } from './source-images.js';
import { placeOfSource } from './source-place.js';
import type { SourceReader } from './source-reader.js';
import { compileAnswer } from './table-answer.js';
import { findHeader, type TableColumn } from './table-columns.js';
import { readTable, type TableRow, type TableSheet } from './table-rows.js';

const SIMILAR_SEPARATOR = /[;；|｜\n、]/u;
const KEYWORD_SEPARATOR = /[;；|｜\n、,，]/u;

interface Sheet {
  path: string;
  /** Put before each sentence, so that the sheet can be found. */
  prefix: string;
  /** The language of a row that does not name its own. */
  otherLocaleOf: (row: TableRow) => string;
  folder: string;
  valueOf: (row: TableRow, column: TableColumn) => string;
}

/**
 * The articles of a table of questions (CSV, TSV, XLSX), one a row: the question is the title, the answer the body, similar questions are keywords.
 * Columns are found by their names in English or Chinese. An empty category is that of the row above, as merged cells leave it. Without an id
 * column the id is made of the question's words. The language is that which the row names, the folder, the option; else the text tells it.
 */
export async function readTableArticles(path: string, reader: SourceReader): Promise<ArticleSource[]> {
  const read = await readBytes(join(reader.folder, path));
  if ('reason' in read) return refuse(path, 1, read.reason, reader);
  const table = await readTable(path, read.bytes);
  if ('reason' in table) return refuse(path, table.line, table.reason, reader);
  const taken = new Map<string, string>();
  const articles: ArticleSource[] = [];
  for (const sheet of table.sheets) articles.push(...(await readSheet(path, sheet, taken, reader)));
  const isEmpty = table.sheets.every(({ rows }) => rows.every(isEmptyRow));
  if (isEmpty) reader.report(path, 1, 'has no rows');
  return articles;
}

function refuse(path: string, line: number, reason: string, reader: SourceReader): [] {
  reader.report(path, line, reason);
  return [];
}

const isEmptyRow = ({ cells }: TableRow): boolean => cells.every((cell) => cell.trim() === '');

async function readSheet(
  path: string,
  { name, rows }: TableSheet,
  taken: Map<string, string>,
  reader: SourceReader,
): Promise<ArticleSource[]> {
  if (rows.every(isEmptyRow)) return [];
  const prefix = name === undefined ? '' : `sheet "${name}": `;
  const header = findHeader(rows);
  if (!header) {
    const line = rows.find((row) => !isEmptyRow(row))!.line;
    return refuse(
      path,
      line,
      `${prefix}no header found: name the columns question and answer (or 问题 and 答案)`,
      reader,
    );
  }
  const valueOf = (row: TableRow, column: TableColumn): string =>
    (row.cells[header.columns.get(column) ?? -1] ?? '').trim();
  const below = rows.slice(header.row + 1);
  if (below.every(isEmptyRow)) return refuse(path, rows[header.row]!.line, `${prefix}has a header and no rows`, reader);
  const place = placeOfSource(path);
  const otherLocaleOf = await chooseLocales(below, valueOf, place.locale ?? reader.options.locale);
  const sheet: Sheet = { path, prefix, folder: place.id, otherLocaleOf, valueOf };
  const articles: ArticleSource[] = [];
  let category = '';
  for (const row of below) {
    reader.options.signal?.throwIfAborted();
    if (isEmptyRow(row)) continue;
    category = sheet.valueOf(row, 'category') || category;
    const article = await readRow(row, category, sheet, taken, reader);
    if (article) articles.push(article);
  }
  return articles;
}

async function chooseLocales(
  rows: readonly TableRow[],
  valueOf: Sheet['valueOf'],
  said: string | undefined,
): Promise<Sheet['otherLocaleOf']> {
  if (said !== undefined) return () => said;
  const untold = rows.filter((row) => !localeOf(valueOf(row, 'locale')));
  const texts = untold.map((row) => `${valueOf(row, 'question')}\n\n${valueOf(row, 'answer')}`);
  const languages = await detectRowLanguages(texts, 'en');
  const byRow = new Map(untold.map((row, i) => [row, languages[i]!]));
  return (row) => byRow.get(row) ?? 'en';
}

async function readRow(
  row: TableRow,
  category: string,
  sheet: Sheet,
  taken: Map<string, string>,
  reader: SourceReader,
): Promise<ArticleSource | null> {
  const { path, prefix, valueOf } = sheet;
  const report = (message: string): null => (reader.report(path, row.line, prefix + message), null);
  const question = valueOf(row, 'question').replaceAll(/\s+/gu, ' ');
  const answer = valueOf(row, 'answer');
  if (!question && !answer) return null;
  if (!question) return report('has an answer and no question: a merged cell keeps its text in its first row alone');
  if (!answer) return report(`"${question}" has no answer`);
  const written = valueOf(row, 'locale');
  const own = written ? localeOf(written) : null;
  if (written && !own) report(`"${written}" is no language tag such as en or zh-Hans; it is not used`);
  const locale = own ?? sheet.otherLocaleOf(row);
  const id = valueOf(row, 'id') || `${sheet.folder}/${slugOf(question)}`;
  const where = `${prefix}line ${row.line}`;
  for (const key of [`question ${locale} ${question.toLowerCase()}`, `id ${locale} ${id}`]) {
    const before = taken.get(key);
    if (before !== undefined) return report(`is left out: ${before} has the same ${key.split(' ', 1)[0]!}`);
    taken.set(key, where);
  }
  const body = await compileCell(answer, row.line, sheet, reader);
  if (!body) return null;
  const about = { path, locale, title: question };
  const shown = await reader.videos.adopt(body, about, { inArticle: (_, message) => void report(message), inFile: reader.report }); // prettier-ignore
  const videos = shown.videos.length ? { videos: shown.videos } : {};
  return { id, locale, title: question, body: shown.tree, ...videos, ...fieldsOf(row, category, sheet, reader) };
}

async function compileCell(
  answer: string,
  line: number,
  { path, prefix }: Sheet,
  reader: SourceReader,
): Promise<ArticleTree | null> {
  const imageOrigins = reader.options.imageOrigins ?? [];
  try {
    const foreign = countForeignImages(imageOrigins);
    for (const [, src] of answer.matchAll(/(?:<img\b[^>]*?\ssrc\s*=\s*["']?|!\[[^\]]*\]\()([^\s"'>)]+)/giu))
      foreign.see(src!);
    for (const sentence of foreign.sentences()) reader.report(path, line, prefix + sentence);
    const tree = compileAnswer(answer, { imageOrigins });
    return await adoptImages(tree, path, reader, (_, message) => reader.report(path, line, prefix + message));
  } catch (error) {
    if (!isHelpError(error)) throw error;
    reader.report(path, line, prefix + reasonOf(error));
    return null;
  }
}

function fieldsOf(row: TableRow, category: string, sheet: Sheet, reader: SourceReader): Partial<ArticleSource> {
  const { valueOf } = sheet;
  const words = (column: TableColumn, separator: RegExp): string[] =>
    valueOf(row, column).split(separator).map((word) => word.trim()).filter(Boolean); // prettier-ignore
  const keywords = [...new Set([...words('keywords', KEYWORD_SEPARATOR), ...words('similar', SIMILAR_SEPARATOR)])];
  const written = valueOf(row, 'order');
  const order = written && Number.isFinite(Number(written)) ? Number(written) : undefined;
  if (written && order === undefined) {
    reader.report(sheet.path, row.line, `${sheet.prefix}"${written}" is no number to order by; it is not used`);
  }
  const url = safeHref(valueOf(row, 'url'));
  const updatedAt = instantOf(valueOf(row, 'updatedAt'));
  return {
    ...(keywords.length ? { keywords } : {}),
    ...(category ? { category } : {}),
    ...(order === undefined ? {} : { order }),
    ...(url === null ? {} : { url }),
    ...(updatedAt === undefined ? {} : { updatedAt }),
  };
}
