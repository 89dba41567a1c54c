#!/usr/bin/env node
// The helpkiosk command: gives the words of this process and what it can do to the command that is meant.
import { readFile } from 'node:fs/promises';
import { runCommand } from './commands/run-command.js';
import { createProcessTerminal } from './commands/terminal.js';
import { findInstalledRelease } from './commands/widget-release.js';

async function readVersion(): Promise<string> {
  const text = await readFile(new URL('../package.json', import.meta.url), 'utf8');
  return (JSON.parse(text) as { version: string }).version;
}

const stop = new AbortController();
// The second Ctrl+C ends the process as it would without us.
for (const name of ['SIGINT', 'SIGTERM'] as const) process.once(name, () => stop.abort());

const context = {
  terminal: createProcessTerminal(),
  cwd: process.cwd(),
  findRelease: findInstalledRelease,
  signal: stop.signal,
};
process.exitCode = await runCommand(process.argv.slice(2), context, readVersion);
