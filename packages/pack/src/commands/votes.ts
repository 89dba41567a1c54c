import { readFile } from 'node:fs/promises';
import type { Problem } from '@helpkiosk/core';
import { decodeText } from '../sources/source-bytes.js';
import { fieldOf, isJsonObject, lineOfError } from '../sources/source-json.js';
import { readTable } from '../sources/table-rows.js';
import { entryLines } from './entry-lines.js';
import { voteColumns, type VoteColumns } from './vote-columns.js';
import { countVotes, type VoteRow, type VotesFile } from './count-votes.js';

/**
 * Reads a file of votes. A table (CSV, TSV, XLSX) has a header with the columns article, yes and no, or article and helpful, a vote in each row. JSON is a
 * list of such rows, an object of `{yes, no}` by article, or the `articleVote` events as an adapter's `report` gets them, in a list or one in a
 * line; other events are passed over. What says nothing is a problem with its line, and all else counts. Rejects where the file cannot be read.
 */
export async function readVotes(path: string): Promise<VotesFile> {
  const bytes = new Uint8Array(await readFile(path));
  const rows = /\.(?:json|jsonl|ndjson)$/iu.test(path) ? rowsOfJson(bytes) : await rowsOfTable(path, bytes);
  const { votes, problems } = countVotes(rows.rows, path);
  return { votes, problems: [...rows.problems.map(({ line, reason }) => problemAt(path, line, reason)), ...problems] };
}

const problemAt = (path: string, line: number, message: string): Problem => ({ path: `${path}:${line}`, message });

interface Rows {
  rows: VoteRow[];
  problems: { line: number; reason: string }[];
}

const refused = (line: number, reason: string): Rows => ({ rows: [], problems: [{ line, reason }] });

async function rowsOfTable(path: string, bytes: Uint8Array): Promise<Rows> {
  const table = await readTable(path, bytes);
  if ('reason' in table) return refused(table.line, table.reason);
  const [found] = table.sheets.flatMap(({ rows }) => {
    const columns = voteColumns(rows);
    return columns ? [{ rows, columns }] : [];
  });
  if (!found) return refused(1, 'no header found: name the columns article, yes and no (or 文章, 有用 and 没用)');
  const valueOf = (cells: readonly string[], column: keyof VoteColumns['places']): string | undefined =>
    cells[found.columns.places[column] ?? -1]?.normalize('NFKC').trim();
  return {
    problems: [],
    rows: found.rows
      .slice(found.columns.row + 1)
      .filter(({ cells }) => cells.some((cell) => cell.trim()))
      .map(({ line, cells }) => ({
        line,
        article: valueOf(cells, 'article'),
        yes: valueOf(cells, 'yes'),
        no: valueOf(cells, 'no'),
        helpful: valueOf(cells, 'helpful'),
      })),
  };
}

function rowsOfJson(bytes: Uint8Array): Rows {
  const text = decodeText(bytes);
  if (text === null) return refused(1, 'is no text: save it as JSON in UTF-8');
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (error) {
    return rowsOfLines(text) ?? refused(lineOfError(error, text), 'is no valid JSON from here on');
  }
  const lines = entryLines(text);
  if (Array.isArray(value)) return { problems: [], rows: value.flatMap((entry, i) => rowOfEntry(entry, lines[i]!)) };
  if (!isJsonObject(value)) return refused(1, 'holds neither a list nor an object');
  if (typeof articleOf(value) === 'string' || typeof fieldOf(value, 'name') === 'string')
    return { problems: [], rows: rowOfEntry(value, 1) };
  // One key said twice is one entry once it is parsed; places after it are lines of others.
  const isEach = lines.length === Object.keys(value).length;
  return {
    problems: [],
    rows: Object.entries(value).map(([article, counts], i) => {
      const row = { line: isEach ? lines[i]! : 1, article };
      return isJsonObject(counts) ? { ...row, yes: fieldOf(counts, 'yes'), no: fieldOf(counts, 'no') } : row;
    }),
  };
}

/** One value in a line; null where the first line is none, so that the text is no such file. */
function rowsOfLines(text: string): Rows | null {
  const found: Rows = { rows: [], problems: [] };
  const lines = text.split('\n').map((line, i) => ({ line: i + 1, text: line.trim() })).filter((each) => each.text); // prettier-ignore
  if (lines.length < 2) return null;
  for (const [place, { line, text: written }] of lines.entries()) {
    try {
      found.rows.push(...rowOfEntry(JSON.parse(written), line));
    } catch {
      if (place === 0) return null;
      found.problems.push({ line, reason: 'is no valid JSON line' });
    }
  }
  return found;
}

const articleOf = (entry: Readonly<Record<string, unknown>>): unknown =>
  fieldOf(entry, 'articleId') ?? fieldOf(entry, 'article') ?? fieldOf(entry, 'id');

/** None for an event that is no vote. */
function rowOfEntry(entry: unknown, line: number): VoteRow[] {
  if (!isJsonObject(entry)) return [{ line, article: undefined }];
  const name = fieldOf(entry, 'name');
  if (typeof name === 'string' && name !== 'articleVote') return [];
  const data = fieldOf(entry, 'data');
  const from = isJsonObject(data) ? data : entry;
  const [yes, no, helpful] = ['yes', 'no', 'helpful'].map((field) => fieldOf(from, field));
  return [{ line, article: articleOf(from), yes, no, helpful }];
}
