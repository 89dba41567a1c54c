// Starts other programs. Used before node_modules exists: node built-ins only.
import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The folder of the repository, without a slash at its end. */
export const root = fileURLToPath(new URL('../..', import.meta.url)).replace(/[\\/]$/, '');

const ownGroup = process.platform !== 'win32';
const running = new Set();
const handleInterrupt = async (signal) => {
  await Promise.all([...running].map(stop));
  process.exit(signal === 'SIGINT' ? 130 : 143);
};
/** How long a program may take to end, with the browsers that it has started in groups of their own. */
const ENDING_LIMIT_MS = 5000;

/**
 * Runs one program to its end. Its output goes to the screen, or is collected when `capture` is true.
 * A program that has not ended after `timeoutMs` (default: no limit) is stopped together with all that it started.
 * Never rejects: a program that cannot be started ends with code 127 and the reason as its output.
 *
 * @param {string} command
 * @param {readonly string[]} args
 * @param {{cwd?: string, env?: Record<string, string>, capture?: boolean, timeoutMs?: number}} [options]
 * @returns {Promise<{code: number, output: string, timedOut: boolean}>}
 */
export function run(command, args, { cwd = root, env = {}, capture = false, timeoutMs } = {}) {
  return new Promise((resolve) => {
    const child = spawn(command, args, {
      cwd,
      env: { ...process.env, ...env },
      stdio: capture ? ['ignore', 'pipe', 'pipe'] : ['ignore', 'inherit', 'inherit'],
      // A group of its own, so that a time-out reaches the browsers that a test runner has started.
      detached: ownGroup,
      shell: process.platform === 'win32' && !/\.exe$/i.test(command),
    });
    let output = '';
    let timedOut = false;
    for (const stream of [child.stdout, child.stderr]) stream?.on('data', (chunk) => (output += chunk));
    const timer = timeoutMs && setTimeout(() => ((timedOut = true), stop(child)), timeoutMs);
    const finish = (code, reason = '') => {
      clearTimeout(timer);
      forget(child);
      resolve({ code: timedOut ? 124 : code, output: output + reason, timedOut });
    };
    child.once('error', (error) => finish(127, error.message));
    child.once('close', (code) => finish(code ?? 1));
    remember(child);
  });
}

/**
 * The arguments that start a command-line tool of node_modules with this very Node: `run(process.execPath, [...tool('rollup'), '-c'])`.
 *
 * @param {string} packageName
 * @param {string} [command] Its name in `bin` (default: the last part of the package's name).
 * @returns {string[]}
 */
export function tool(packageName, command = packageName.split('/').at(-1)) {
  const folder = join(root, 'node_modules', packageName);
  const { bin } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
  return [join(folder, typeof bin === 'string' ? bin : bin[command])];
}

/**
 * Runs npm: the very npm that started us, else the one on the PATH.
 *
 * @param {readonly string[]} args
 * @param {Parameters<typeof run>[2]} [options]
 */
export function runNpm(args, options) {
  const cli = process.env.npm_execpath;
  if (cli && /npm-cli\.c?js$/.test(cli)) return run(process.execPath, [cli, ...args], options);
  return run('npm', args, options);
}

/** Asks the program and all that it has started to end, and makes them. */
async function stop(child) {
  const isOver = new Promise((resolve) => child.once('exit', resolve));
  signalAll(child, 'SIGTERM');
  let timer;
  await Promise.race([isOver, new Promise((resolve) => (timer = setTimeout(resolve, ENDING_LIMIT_MS)))]);
  clearTimeout(timer);
  signalAll(child, 'SIGKILL');
}

function signalAll(child, signal) {
  try {
    if (ownGroup) process.kill(-child.pid, signal);
    else child.kill(signal);
  } catch (error) {
    if (error.code !== 'ESRCH') throw error;
  }
}

function remember(child) {
  if (running.size === 0) for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, handleInterrupt);
  running.add(child);
}

function forget(child) {
  if (!running.delete(child) || running.size > 0) return;
  for (const signal of ['SIGINT', 'SIGTERM']) process.off(signal, handleInterrupt);
}
