#!/usr/bin/env node
// The helpkiosk command: finds the command that is meant and hands it the rest of the line.
import { readFile } from 'node:fs/promises';
import { runBuild } from './commands/build.js';
import { nearestName } from './commands/parse-build-args.js';
import { createProcessTerminal } from './commands/terminal.js';

const HELP = `helpkiosk <command>

  build <folder> --out <folder>   build a knowledge pack from Markdown files

  --version   print the version
  --help      print this; helpkiosk build --help tells more`;

const COMMANDS = ['build', 'help', 'version'];

async function run(words: readonly string[]): Promise<number> {
  const terminal = createProcessTerminal();
  const [command = 'help', ...rest] = words;
  // `--version` means the same wherever it stands.
  const isVersion = command === 'version' || words.includes('--version');
  if (isVersion) {
    terminal.out(await readVersion());
    return 0;
  }
  if (command === 'build') return runBuild(rest, terminal);
  if (['help', '--help', '-h'].includes(command)) {
    terminal.out(HELP);
    return words.length ? 0 : 2;
  }
  const nearest = nearestName(command.replace(/^-+/, ''), COMMANDS);
  terminal.error(
    `${command} is no command${nearest ? `: did you mean ${nearest}?` : '.'} helpkiosk --help lists them.`,
  );
  return 2;
}

async function readVersion(): Promise<string> {
  const text = await readFile(new URL('../package.json', import.meta.url), 'utf8');
  return (JSON.parse(text) as { version: string }).version;
}

process.exitCode = await run(process.argv.slice(2));
