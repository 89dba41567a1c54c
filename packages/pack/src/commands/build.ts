import { stat } from 'node:fs/promises';
import type { Problem } from '@helpkiosk/core';
import { MANIFEST_NAME, parseManifest } from '@helpkiosk/search';
import { buildPack } from '../build-pack.js';
import { readMarkdownFolder } from '../sources/read-markdown-folder.js';
import { parseBuildArgs, type BuildArgs } from './parse-build-args.js';
import type { Terminal } from './terminal.js';
import { writePackFiles } from './write-files.js';

const PROGRESS_AFTER_MS = 1_000;

/** What `helpkiosk build --help` prints. */
export const BUILD_HELP = `helpkiosk build <folder> --out <folder>

Builds a knowledge pack from the Markdown files in a folder.

  --out <folder>   where the pack goes; point data-pack at the pack.json in it
  --locale <tag>   language of files whose path and front matter name none (en)
  --strict         write nothing and exit with 1 when anything is wrong
  --json           print one JSON object instead of sentences
  --help           print this

Exit code: 0 built; 1 nothing to build, not written, or problems with --strict; 2 wrong usage.`;

/** Runs `helpkiosk build` with the words after it and gives the exit code. Never rejects. */
export async function runBuild(words: readonly string[], terminal: Terminal): Promise<number> {
  const parsed = parseBuildArgs(words);
  if (parsed.kind === 'help') {
    terminal.out(BUILD_HELP);
    return 0;
  }
  if (parsed.kind === 'usage') return refuse(terminal, parsed.message);
  const { args } = parsed;
  if (!(await isFolder(args.folder))) {
    return refuse(terminal, `${args.folder} is no folder: name the one that holds your Markdown files.`);
  }
  try {
    return await build(args, terminal);
  } catch (error) {
    terminal.error(`The pack could not be built: ${error instanceof Error ? error.message : String(error)}`);
    return 1;
  }
}

function refuse(terminal: Terminal, message: string): 2 {
  terminal.error(message);
  terminal.error('Usage: helpkiosk build <folder> --out <folder>   (--help tells more)');
  return 2;
}

async function isFolder(path: string): Promise<boolean> {
  try {
    return (await stat(path)).isDirectory();
  } catch {
    return false;
  }
}

async function build(args: BuildArgs, terminal: Terminal): Promise<number> {
  const startedAt = terminal.monotonic();
  const { articles, assets, problems } = await readMarkdownFolder(args.folder, {
    locale: args.locale,
    onFile: (done, total) => {
      if (terminal.monotonic() - startedAt < PROGRESS_AFTER_MS) return;
      terminal.progress?.(`${done} of ${total} articles`);
    },
  });
  const all: Problem[] = [...problems];
  const pack = await buildPack(articles, { onProblem: (problem) => void all.push(problem) });
  const files = new Map([...pack, ...assets]);
  const summary = summaryOf(files, all);
  const isEmpty = Object.keys(summary.locales).length === 0;
  const isRefused = args.strict && all.length > 0;
  const isWritten = !isEmpty && !isRefused;
  if (isWritten) await writePackFiles(args.out, files);
  if (args.json) terminal.out(JSON.stringify({ ...summary, written: isWritten }));
  else {
    for (const { path, message } of all) terminal.error(`${path} ${message}`);
    if (isEmpty) terminal.error(`No articles in ${args.folder}: put Markdown files (.md) there.`);
    else if (isRefused) terminal.error(`Nothing was written: ${counted(all.length, 'problem')} with --strict.`);
    else terminal.out(`${sentenceOf(summary)} in ${args.out}`);
  }
  return isWritten ? 0 : 1;
}

interface Summary {
  locales: Record<string, number>;
  files: { name: string; bytes: number }[];
  bytes: number;
  problems: Problem[];
}

function summaryOf(files: ReadonlyMap<string, Uint8Array>, problems: Problem[]): Summary {
  const { locales } = parseManifest(files.get(MANIFEST_NAME));
  const list = [...files].map(([name, { length }]) => ({ name, bytes: length }));
  return {
    locales: Object.fromEntries(Object.entries(locales).map(([locale, { articleCount }]) => [locale, articleCount])),
    files: list,
    bytes: list.reduce((sum, { bytes }) => sum + bytes, 0),
    problems,
  };
}

function sentenceOf({ locales, files, bytes, problems }: Summary): string {
  const counts = Object.entries(locales);
  const total = counts.reduce((sum, [, count]) => sum + count, 0);
  const each = counts.map(([locale, count]) => `${locale} ${count}`).join(', ');
  const wrong = problems.length ? `, ${counted(problems.length, 'problem')}` : '';
  return `${counted(total, 'article')} (${each}), ${counted(files.length, 'file')}, ${bytes} bytes${wrong}`;
}

const counted = (count: number, noun: string): string => `${count} ${noun}${count === 1 ? '' : 's'}`;
