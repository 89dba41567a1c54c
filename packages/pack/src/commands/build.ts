import { resolve } from 'node:path';
import type { Problem } from '@helpkiosk/core';
import { counted, refuseUsage, type CommandContext, type ExitCode } from './command-context.js';
import { compilePack, toRequest, type CompiledPack } from './compile-pack.js';
import { explainEmpty, explainExtra, explainFailure, explainMissing } from './explain-failure.js';
import type { VotesUsed } from './count-votes.js';
import { isThere } from './file-facts.js';
import { parseWords } from './parse-words.js';
import { createProgressBar } from './progress-bar.js';
import { readProject } from './project.js';
import { resolveOut, resolveReading } from './settings.js';
import { writePackFiles } from './write-files.js';

const USAGE = 'helpkiosk build [folder] [--out <folder>]';

/** What `helpkiosk build --help` prints. */
export const BUILD_HELP = `${USAGE}

Builds a knowledge pack from a folder (or a file) of articles: Markdown, HTML, CSV or XLSX tables, exports of
other help centres. What is left out comes from helpkiosk.json, which helpkiosk init writes.

  --out <folder>      where the pack goes; point data-pack at the pack.json in it
  --locale <tag>      language of sources that name none
  --synonyms <file>   words that mean the same: one group a line, commas between them
  --votes <file>      how many said that an article helped: the columns article, yes and no, or articleVote events
  --strict            write nothing and exit with 1 when anything is wrong
  --json              print one JSON object instead of sentences
  --help              print this

The pack is written whole or not at all; until then the one before stays.
Exit code: 0 built; 1 nothing to build, not written, or problems with --strict; 2 wrong usage.`;

const OPTIONS = {
  out: { type: 'string' },
  locale: { type: 'string' },
  synonyms: { type: 'string' },
  votes: { type: 'string' },
  strict: { type: 'boolean' },
  json: { type: 'boolean' },
} as const;

/** Runs `helpkiosk build` with the words after it. Never rejects. */
export async function runBuild(words: readonly string[], context: CommandContext): Promise<ExitCode> {
  const { terminal, cwd, signal } = context;
  const parsed = parseWords(words, OPTIONS);
  if (parsed.kind === 'help') {
    terminal.out(BUILD_HELP);
    return 0;
  }
  if (parsed.kind === 'usage') return refuseUsage(terminal, parsed.message, USAGE);
  const { values, positionals } = parsed;
  const [content, extra] = positionals;
  if (extra !== undefined) return refuseUsage(terminal, explainExtra(extra), USAGE);
  const { strict = false, json = false } = values;
  try {
    const project = await readProject(cwd);
    const reading = resolveReading({ ...values, content }, project);
    if (typeof reading === 'string') return refuseUsage(terminal, reading, USAGE);
    const target = resolveOut(values.out, reading.content, project, cwd);
    if (typeof target === 'string') return refuseUsage(terminal, target, USAGE);
    if (!(await isThere(resolve(cwd, reading.content))))
      return refuseUsage(terminal, explainMissing(reading.content), USAGE);
    const pack = await compilePack({ ...toRequest(reading, cwd), onFile: createProgressBar(terminal), signal });
    return await report(pack, { ...reading, ...target, strict: strict === true, json: json === true }, context);
  } catch (error) {
    for (const line of explainFailure(error)) terminal.error(`The pack could not be built: ${line}`);
    return 1;
  }
}

interface Report {
  content: string;
  out: string;
  strict: boolean;
  json: boolean;
}

async function report(
  pack: CompiledPack,
  { content, out, strict, json }: Report,
  { terminal, cwd }: CommandContext,
): Promise<ExitCode> {
  const isEmpty = Object.keys(pack.locales).length === 0;
  const isRefused = strict && pack.problems.length > 0;
  const isWritten = !isEmpty && !isRefused;
  if (isWritten) await writePackFiles(resolve(cwd, out), pack.files);
  if (json) terminal.out(JSON.stringify({ ...summaryOf(pack), written: isWritten }));
  else {
    for (const { path, message } of pack.problems) terminal.error(`${path} ${message}`);
    for (const { path, reason } of pack.leftOut) terminal.error(`${path} left out: ${reason}`);
    if (isEmpty) terminal.error(explainEmpty(content));
    else if (isRefused)
      terminal.error(`Nothing was written: ${counted(pack.problems.length, 'problem')} with --strict.`);
    else terminal.out(`${packSentence(pack)} in ${out}`);
    if (isWritten && pack.votes) terminal.out(votesSentence(pack.votes));
  }
  return isWritten ? 0 : 1;
}

interface Summary {
  locales: Readonly<Record<string, number>>;
  files: { name: string; bytes: number }[];
  bytes: number;
  problems: readonly Problem[];
  leftOut: CompiledPack['leftOut'];
  votes?: { articles: number; votes: number };
}

function summaryOf({ files, locales, problems, leftOut, votes: used }: CompiledPack): Summary {
  const list = [...files].map(([name, { length }]) => ({ name, bytes: length }));
  const votes = used && { votes: { articles: used.articles, votes: used.votes } };
  return { locales, files: list, bytes: list.reduce((sum, { bytes }) => sum + bytes, 0), problems, leftOut, ...votes };
}

/** `3 articles (en 2, zh-Hans 1), 5 files, 4012 bytes, 2 left out, 1 problem`. */
export function packSentence(pack: CompiledPack): string {
  const { locales, files, bytes, problems, leftOut } = summaryOf(pack);
  const counts = Object.entries(locales);
  const total = counts.reduce((sum, [, count]) => sum + count, 0);
  const each = counts.map(([locale, count]) => `${locale} ${count}`).join(', ');
  const wrong = problems.length ? `, ${counted(problems.length, 'problem')}` : '';
  const others = leftOut.length ? `, ${leftOut.length} left out` : '';
  return `${counted(total, 'article')} (${each}), ${counted(files.length, 'file')}, ${bytes} bytes${others}${wrong}`;
}

const votesSentence = ({ articles, votes }: VotesUsed): string =>
  `${counted(votes, 'vote')} on ${counted(articles, 'article')}: of results that are nearly equal, the one that helped comes first`;
