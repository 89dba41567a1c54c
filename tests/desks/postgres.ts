// A Postgres of its own in a folder of its own, for the time of a test. As root it runs as the user that Debian's package makes.
import { execFile, spawn, type ChildProcess } from 'node:child_process';
import { chown, mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import pg from 'pg';
import { freePort } from './free-port.js';

const PROGRAMS = '/usr/lib/postgresql';
const run = promisify(execFile);

export interface Postgres {
  /** An empty database; gives its address. */
  createDatabase(): Promise<string>;
  /** Ends every connection, as a restart of the server does. */
  dropConnections(): Promise<void>;
  stop(): Promise<void>;
}

/** Starts the newest Postgres of this machine. Rejects where there is none. */
export async function startPostgres(): Promise<Postgres> {
  const bin = await programsOf();
  const as = await ownUser();
  const folder = await mkdtemp(join(tmpdir(), 'helpkiosk-postgres-'));
  if (as) await chown(folder, as.uid, as.gid);
  const data = join(folder, 'data');
  const init = ['-D', data, '-U', 'host', '--auth=trust', '--encoding=UTF8', '--no-sync'];
  await run(join(bin, 'initdb'), init, { ...as, cwd: folder });
  const port = await freePort();
  const settings = ['fsync=off', `port=${port}`, 'listen_addresses=127.0.0.1', `unix_socket_directories=${folder}`];
  const args = ['-D', data, ...settings.flatMap((setting) => ['-c', setting])];
  const server = spawn(join(bin, 'postgres'), args, { ...as, cwd: folder, stdio: 'ignore' });
  const url = (name: string): string => `postgres://host@127.0.0.1:${port}/${name}`;
  await connects(url('postgres'), server);
  let made = 0;
  return {
    async createDatabase() {
      const name = `desk_${++made}`;
      await ask(url('postgres'), `create database ${name}`);
      return url(name);
    },
    dropConnections: () =>
      ask(
        url('postgres'),
        "select pg_terminate_backend(pid) from pg_stat_activity where backend_type = 'client backend' and pid <> pg_backend_pid()",
      ),
    async stop() {
      const ended = new Promise((resolve) => server.once('exit', resolve));
      server.kill('SIGINT');
      await ended;
      await rm(folder, { recursive: true, force: true });
    },
  };
}

async function programsOf(): Promise<string> {
  const versions = await readdir(PROGRAMS).catch(() => []);
  const newest = versions.map(Number).sort((a, b) => b - a)[0];
  if (newest === undefined) throw new Error('Postgres is not installed: "apt-get install postgresql".');
  return join(PROGRAMS, String(newest), 'bin');
}

/** Postgres refuses to run as root. */
async function ownUser(): Promise<{ uid: number; gid: number } | undefined> {
  if (process.getuid?.() !== 0) return undefined;
  const idOf = async (flag: string): Promise<number> => Number((await run('id', [flag, 'postgres'])).stdout);
  return { uid: await idOf('-u'), gid: await idOf('-g') };
}

async function connects(url: string, server: ChildProcess): Promise<void> {
  for (const endAt = performance.now() + 30_000; ; await new Promise((resolve) => void setTimeout(resolve, 100))) {
    const failure: unknown = await ask(url, 'select 1').then(
      () => null,
      (error: unknown) => error,
    );
    if (failure === null) return;
    if (server.exitCode !== null || performance.now() > endAt)
      throw new Error('Postgres did not start', { cause: failure });
  }
}

async function ask(connectionString: string, query: string): Promise<void> {
  const client = new pg.Client({ connectionString });
  await client.connect();
  await client.query(query).finally(() => client.end());
}
