import { parse, type CsvError, type Info } from 'csv-parse/sync';
import readSheets from 'read-excel-file/node';
import { decodeText } from './source-bytes.js';
import { findHeader } from './table-columns.js';

/** One sheet of a table file: its rows with the line, or the row of the sheet, in which each begins. CSV has one sheet without a name. */
export interface TableSheet {
  name?: string;
  rows: readonly TableRow[];
}

export interface TableRow {
  line: number;
  cells: readonly string[];
}

const SEPARATORS = [',', ';', '\t', '|'] as const;

/** True for the names of files that hold a table. */
export const isTableFile = (path: string): boolean => /\.(?:csv|tsv|tab|xlsx)$/i.test(path);

/** The sheets of a CSV, TSV or XLSX file, or the line and sentence that say why there are none. Never rejects. */
export async function readTable(
  path: string,
  bytes: Uint8Array,
): Promise<{ sheets: TableSheet[] } | { line: number; reason: string }> {
  if (/\.xlsx$/iu.test(path)) return readWorkbook(bytes);
  const text = decodeText(bytes);
  if (text === null) return { line: 1, reason: 'is no text: save it as CSV in UTF-8' };
  return readSeparated(text, /\.ts?a?[vb]$/iu.test(path));
}

async function readWorkbook(bytes: Uint8Array): Promise<{ sheets: TableSheet[] } | { line: number; reason: string }> {
  try {
    const sheets = await readSheets(Buffer.from(bytes), { trim: false });
    return {
      sheets: sheets.map(({ sheet, data }) => ({
        name: sheet,
        rows: data.map((cells, i) => ({ line: i + 1, cells: cells.map(textOfCell) })),
      })),
    };
  } catch (error) {
    const why = error instanceof Error ? error.message : 'unknown reason';
    return { line: 1, reason: `cannot be read as a workbook: ${why}` };
  }
}

function textOfCell(value: unknown): string {
  if (value instanceof Date) return value.toISOString().slice(0, 10);
  if (typeof value === 'boolean') return value ? 'true' : 'false';
  return typeof value === 'string' || typeof value === 'number' ? String(value).replaceAll(/\r\n?/gu, '\n') : '';
}

/** The separator is the one with which a header is found, the more columns the better; without a header the one that stands most often. */
function readSeparated(text: string, prefersTab: boolean): { sheets: TableSheet[] } | { line: number; reason: string } {
  const head = text.split('\n', 40).join('\n');
  const order = prefersTab ? (['\t', ',', ';', '|'] as const) : SEPARATORS;
  const scoreOf = (separator: string): number => {
    const rows = rowsOf(head, separator, true);
    const header = 'rows' in rows ? findHeader(rows.rows) : null;
    return header ? 1_000_000 + header.columns.size : head.split(separator).length;
  };
  const best = [...order].sort((a, b) => scoreOf(b) - scoreOf(a))[0]!;
  const result = rowsOf(text, best, false);
  return 'rows' in result ? { sheets: [{ rows: result.rows }] } : result;
}

function rowsOf(
  text: string,
  delimiter: string,
  isPart: boolean,
): { rows: TableRow[] } | { line: number; reason: string } {
  const rows: TableRow[] = [];
  let line = 1;
  try {
    parse(text, {
      delimiter,
      relax_column_count: true,
      relax_quotes: true,
      skip_empty_lines: false,
      ...(isPart ? { to: 10 } : {}),
      on_record: (cells: string[], { lines }: Info) => {
        rows.push({ line, cells: cells.map((cell) => cell.replaceAll(/\r\n?/gu, '\n')) });
        line = lines + 1;
        return null;
      },
    });
    return { rows };
  } catch (error) {
    if (isPart) return { rows };
    const { code } = error as CsvError;
    const why =
      code === 'CSV_QUOTE_NOT_CLOSED' ? 'a quotation mark is opened and never closed' : (error as Error).message;
    return { line, reason: `cannot be read from here on: ${why}` };
  }
}
