import { checkHost, type CheckResult } from '@helpkiosk/adapters/contract';
import { refuseUsage, type CommandContext, type ExitCode } from './command-context.js';
import { parseWords } from './parse-words.js';

const USAGE = 'helpkiosk check-host <url>';

/** What `helpkiosk check-host --help` prints. */
export const CHECK_HOST_HELP = `${USAGE}

Asks a running host whether it keeps the host protocol, as far as its status says that it serves it: directly, and then
through a proxy that loses answers, cuts streams, sends writes twice and refuses. The URL is that of the option "host",
without /v1. Tickets and conversations are made, with the subject "helpkiosk check-host": use a host for tests.

  --origin <origin>   a page's origin that the host should answer, such as https://shop.example
  --token <jwt>       a token of yours, for a host that takes no anonymous customers
  --topic <topic>     topic of the requests, for a host that needs one
  --no-faults         directly only
  --json              print one JSON object instead of lines
  --help              print this

A line for each check: ok; FAIL and what does not hold; "-" and why there was nothing to check.
Exit code: 0 all hold; 1 something does not; 2 wrong usage.`;

const OPTIONS = {
  origin: { type: 'string' },
  token: { type: 'string' },
  topic: { type: 'string' },
  'no-faults': { type: 'boolean' },
  json: { type: 'boolean' },
} as const;

/** Runs `helpkiosk check-host` with the words after it. Never rejects. */
export async function runCheckHost(
  words: readonly string[],
  { terminal, signal }: Pick<CommandContext, 'terminal' | 'signal'>,
): Promise<ExitCode> {
  const parsed = parseWords(words, OPTIONS);
  if (parsed.kind === 'help') {
    terminal.out(CHECK_HOST_HELP);
    return 0;
  }
  if (parsed.kind === 'usage') return refuseUsage(terminal, parsed.message, USAGE);
  const [url, extra] = parsed.positionals;
  if (url === undefined) return refuseUsage(terminal, 'Which host? Give its URL.', USAGE);
  if (extra !== undefined) return refuseUsage(terminal, `One host at a time: "${extra}" is one too many.`, USAGE);
  const wrong = problemOf(url);
  if (wrong) return refuseUsage(terminal, wrong, USAGE);
  const { origin, token, topic, json, 'no-faults': noFaults } = parsed.values;
  try {
    const results = await checkHost(url, {
      ...(typeof origin === 'string' && { origin }),
      ...(typeof token === 'string' && { token }),
      ...(typeof topic === 'string' && { request: { topic } }),
      ...{ faults: !noFaults, signal },
      onResult: (result) => (json ? undefined : terminal.out(lineOf(result))),
    });
    const [passed, failed] = (['passed', 'failed'] as const).map(
      (state) => results.filter((each) => each.state === state).length,
    );
    terminal.out(json ? JSON.stringify({ passed, failed, results }) : `${passed} passed, ${failed} failed`);
    return failed ? 1 : 0;
  } catch (error) {
    const reason = signal.aborted ? 'it was stopped' : error instanceof Error ? error.message : String(error);
    terminal.error(`The host could not be checked: ${reason}`);
    return 1;
  }
}

const MARKS: Readonly<Record<CheckResult['state'], string>> = { passed: 'ok  ', failed: 'FAIL', 'left-out': '-   ' };

const lineOf = ({ name, state, reason }: CheckResult): string =>
  `${MARKS[state]} ${name}${reason ? ` (${reason})` : ''}`;

function problemOf(url: string): string | null {
  const { protocol, pathname } = URL.canParse(url) ? new URL(url) : { protocol: '', pathname: '' };
  if (protocol !== 'http:' && protocol !== 'https:') return `${url} is no URL: write http://localhost:4180, say.`;
  return /\/v1\/*$/.test(pathname) ? `Leave out /v1: ${url.replace(/\/v1\/*$/, '')}` : null;
}
