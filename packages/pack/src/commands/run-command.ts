import { BUILD_HELP, runBuild } from './build.js';
import { CHECK_HELP, runCheck } from './check.js';
import { CHECK_HOST_HELP, runCheckHost } from './check-host.js';
import type { CommandContext, ExitCode } from './command-context.js';
import { INIT_HELP, runInit } from './init.js';
import { nearestName } from './nearest-name.js';
import { runServe, SERVE_HELP } from './serve.js';

interface Command {
  run(words: readonly string[], context: CommandContext): Promise<ExitCode>;
  help: string;
}

const COMMANDS: Readonly<Record<string, Command>> = {
  init: { run: runInit, help: INIT_HELP },
  build: { run: runBuild, help: BUILD_HELP },
  check: { run: runCheck, help: CHECK_HELP },
  'check-host': { run: runCheckHost, help: CHECK_HOST_HELP },
  serve: { run: runServe, help: SERVE_HELP },
};

/** What `helpkiosk --help` prints. */
export const HELP = `helpkiosk <command>

  init         get a site ready: settings, widget, first pack, the tag to paste
  serve        show the site on this machine, and follow every change
  check        say what is wrong with the articles
  build        build the pack to publish
  check-host   say what is wrong with a host that people can be reached through

  --version    print the version
  --help       print this; helpkiosk build --help tells more about build`;

/** Runs the command that the words name. `--version` means the same wherever it stands. Rejects only with what reading the version throws. */
export async function runCommand(
  words: readonly string[],
  context: CommandContext,
  readVersion: () => Promise<string>,
): Promise<ExitCode> {
  const { terminal } = context;
  const [command = 'help', ...rest] = words;
  if (['version', '-v'].includes(command) || words.includes('--version')) {
    terminal.out(await readVersion());
    return 0;
  }
  if (Object.hasOwn(COMMANDS, command)) return COMMANDS[command]!.run(rest, context);
  if (['help', '--help', '-h'].includes(command)) {
    const asked = rest[0] !== undefined && Object.hasOwn(COMMANDS, rest[0]) ? COMMANDS[rest[0]]! : null;
    terminal.out(asked?.help ?? HELP);
    return words.length ? 0 : 2;
  }
  const nearest = nearestName(command.replace(/^-+/u, ''), [...Object.keys(COMMANDS), 'help', 'version']);
  const hint = nearest ? `: did you mean ${nearest}?` : '.';
  terminal.error(`${command} is no command${hint} helpkiosk --help lists them.`);
  return 2;
}
