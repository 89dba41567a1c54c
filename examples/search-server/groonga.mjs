// A Groonga server of its own in a folder, and the commands that are sent to it. It listens on this machine alone: only the small server
// beside it talks to it.
import { spawn } from 'node:child_process';
import { access, mkdir } from 'node:fs/promises';
import { join } from 'node:path';

const START_LIMIT_MS = 10_000;
const COMMAND_LIMIT_MS = 60_000;

/**
 * Starts Groonga over the database in `folder`, which is made if there is none. Rejects when the program is not there or does not answer within ten seconds.
 *
 * @type {typeof import('./groonga.d.mts').startGroonga}
 */
export async function startGroonga({ folder, port, program = 'groonga' }) {
  await mkdir(folder, { recursive: true });
  const database = join(folder, 'articles.db');
  const isThere = await access(database).then(
    () => true,
    () => false,
  );
  const options = ['-s', '--protocol', 'http', '--bind-address', '127.0.0.1', '-p', `${port}`];
  const child = spawn(
    program,
    [...options, '--log-path', join(folder, 'groonga.log'), ...(isThere ? [] : ['-n']), database],
    {
      stdio: 'ignore',
    },
  );
  let failure = null;
  const ended = new Promise((resolve) => {
    child.once('error', (error) => resolve((failure = error)));
    child.once('exit', (code) => resolve((failure ??= new Error(`${program} ended with code ${code}.`))));
  });
  const groonga = {
    pid: child.pid,
    send: (name, parameters, body) => sendCommand(port, name, parameters, body),
    async stop(signal = 'SIGTERM') {
      child.kill(signal);
      await ended;
    },
  };
  for (const endAt = performance.now() + START_LIMIT_MS; ; await new Promise((done) => setTimeout(done, 50))) {
    if (failure) throw failure;
    const answers = await groonga.send('status').then(
      () => true,
      () => false,
    );
    if (answers) return groonga;
    if (performance.now() > endAt) {
      await groonga.stop('SIGKILL');
      throw new Error(`${program} did not answer on port ${port}.`);
    }
  }
}

/** One command; `body` is what `load` loads. Rejects with what Groonga says is wrong. */
async function sendCommand(port, name, parameters = {}, body) {
  const response = await fetch(`http://127.0.0.1:${port}/d/${name}?${new URLSearchParams(parameters)}`, {
    signal: AbortSignal.timeout(COMMAND_LIMIT_MS),
    ...(body && { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) }),
  });
  const [[code, , , message], answer] = await response.json();
  if (code !== 0) throw new Error(`${name}: ${message ?? code}`);
  return answer;
}
