import { resolve } from 'node:path';
import type { ArticleSource } from '@helpkiosk/core';
import { checkArticles, type Finding, type FindingKind } from './check-articles.js';
import { counted, refuseUsage, type CommandContext, type ExitCode } from './command-context.js';
import { compilePack, toRequest, type CompiledPack } from './compile-pack.js';
import { explainEmpty, explainExtra, explainFailure, explainMissing } from './explain-failure.js';
import { isThere } from './file-facts.js';
import { parseWords } from './parse-words.js';
import { createProgressBar } from './progress-bar.js';
import { readProject } from './project.js';
import { resolveReading } from './settings.js';
import type { Terminal } from './terminal.js';
import { tableLines } from './text-table.js';

const USAGE = 'helpkiosk check [folder]';

/** What `helpkiosk check --help` prints. */
export const CHECK_HELP = `${USAGE}

Reads the articles as build does, writes nothing, and says what is wrong with them and what looks wrong: beside broken
links and what build leaves out, missing translations, equal titles, empty and very long articles, articles that no
category and no link leads to, images without alternative text, links to missing sections, videos of unknown hosts, votes
on articles that are not there; as a hint, videos without captions, and articles of which most votes say that they did
not help.

  --locale <tag>   language of sources that name none
  --strict         warnings count as errors
  --json           print one JSON object instead of sentences
  --help           print this

Exit code: 0 no errors; 1 errors, or no articles; 2 wrong usage.`;

const OPTIONS = { locale: { type: 'string' }, strict: { type: 'boolean' }, json: { type: 'boolean' } } as const;

/** The columns of the summary: what is counted for each language. */
const COLUMNS: readonly (readonly [FindingKind, string])[] = [
  ['untranslated', 'missing'],
  ['empty', 'empty'],
  ['long', 'long'],
  ['same-title', 'same title'],
  ['orphaned', 'orphaned'],
  ['no-alternative', 'no alt text'],
  ['link', 'links'],
  ['video', 'videos'],
];

/** Runs `helpkiosk check` with the words after it. Never rejects. */
export async function runCheck(words: readonly string[], context: CommandContext): Promise<ExitCode> {
  const { terminal, cwd, signal } = context;
  const parsed = parseWords(words, OPTIONS);
  if (parsed.kind === 'help') {
    terminal.out(CHECK_HELP);
    return 0;
  }
  if (parsed.kind === 'usage') return refuseUsage(terminal, parsed.message, USAGE);
  const [content, extra] = parsed.positionals;
  if (extra !== undefined) return refuseUsage(terminal, explainExtra(extra), USAGE);
  const { strict, json } = parsed.values;
  try {
    const reading = resolveReading({ ...parsed.values, content }, await readProject(cwd));
    if (typeof reading === 'string') return refuseUsage(terminal, reading, USAGE);
    if (!(await isThere(resolve(cwd, reading.content))))
      return refuseUsage(terminal, explainMissing(reading.content), USAGE);
    const pack = await compilePack({ ...toRequest(reading, cwd), onFile: createProgressBar(terminal), signal });
    return report(pack, { content: reading.content, isStrict: strict === true, isJson: json === true }, terminal);
  } catch (error) {
    for (const line of explainFailure(error)) terminal.error(`The articles could not be checked: ${line}`);
    return 1;
  }
}

function report(
  { articles, problems, votes }: CompiledPack,
  { content, isStrict, isJson }: { content: string; isStrict: boolean; isJson: boolean },
  terminal: Terminal,
): ExitCode {
  const findings = checkArticles(articles, problems, votes);
  const errors = findings.filter(({ level }) => level === 'error').length;
  const warnings = findings.filter(({ level }) => level === 'warning').length;
  const hints = findings.length - errors - warnings;
  const locales = countsOf(articles, findings);
  if (isJson) terminal.out(JSON.stringify({ locales, errors, warnings, hints, findings }));
  else {
    for (const { level, path, message } of findings) terminal.error(`${path} ${level}: ${message}`);
    if (articles.length) for (const line of summaryLines(locales)) terminal.out(line);
    else terminal.error(explainEmpty(content));
    terminal.out(
      `${counted(errors, 'error')}, ${counted(warnings, 'warning')}${hints ? `, ${counted(hints, 'hint')}` : ''}`,
    );
  }
  return errors || !articles.length || (isStrict && warnings) ? 1 : 0;
}

type Counts = Record<string, { articles: number } & { [kind in FindingKind]?: number }>;

function countsOf(articles: readonly ArticleSource[], findings: readonly Finding[]): Counts {
  const counts: Counts = {};
  for (const locale of [...new Set(articles.map((article) => article.locale))].sort()) {
    const own = findings.filter((finding) => finding.locale === locale);
    const each = COLUMNS.map(([kind]) => [kind, own.filter((finding) => finding.kind === kind).length]);
    counts[locale] = {
      articles: articles.filter((article) => article.locale === locale).length,
      ...Object.fromEntries(each),
    };
  }
  return counts;
}

function summaryLines(counts: Counts): string[] {
  const rows = Object.entries(counts).map(([locale, row]) => [
    locale,
    row.articles,
    ...COLUMNS.map(([kind]) => row[kind] ?? 0),
  ]);
  return tableLines([['language', 'articles', ...COLUMNS.map(([, title]) => title)], ...rows]);
}
