// A Groonga with the demo's articles, the small server before it, and the demo's pack: what the tests of this folder stand on.
import { execFile } from 'node:child_process';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import type { Search } from '@helpkiosk/core';
import { openPack } from '@helpkiosk/search';
import { createIndex, createTable, loadArticles } from '../../examples/search-server/articles.mjs';
import { startGroonga, type Groonga } from '../../examples/search-server/groonga.mjs';
import { readPack } from '../../examples/search-server/read-pack.mjs';
import { startSearchServer, type SearchServer } from '../../examples/search-server/server.mjs';
import { root } from '../support/source-files.js';
import { freePort } from './free-port.js';

/** Answers a request in the server's place; false leaves it to the server. */
export type Interception = (request: IncomingMessage, response: ServerResponse) => boolean | Promise<boolean>;

export interface Desk {
  readonly groonga: Groonga;
  readonly server: SearchServer;
  /** The pack of the same articles. */
  readonly pack: Search;
  readonly packFolder: string;
  /** From now on every request is first offered to it; null: no more. */
  intercept(interception: Interception | null): void;
  /** A second Groonga with an empty table; ends with the desk. */
  openEmpty(): Promise<Groonga>;
  close(): Promise<void>;
}

/** Packs the demo, loads it into a Groonga, and serves it. */
export async function openDesk(): Promise<Desk> {
  const folder = await mkdtemp(join(tmpdir(), 'helpkiosk-desk-'));
  const packFolder = join(folder, 'pack');
  const bin = join(root, 'packages/pack/dist/bin.js');
  await promisify(execFile)(process.execPath, [
    bin,
    'build',
    join(root, 'examples/script-tag/content'),
    '--out',
    packFolder,
  ]);
  const running: Groonga[] = [];
  const start = async (): Promise<Groonga> => {
    const groonga = await startGroonga({ folder: join(folder, `groonga-${running.length}`), port: await freePort() });
    running.push(groonga);
    await createTable(groonga);
    await createIndex(groonga);
    return groonga;
  };
  const groonga = await start();
  await loadArticles(groonga, readPack(packFolder));
  let interception: Interception | null = null;
  const server = await startSearchServer({
    groonga,
    intercept: (request, response) => interception?.(request, response) ?? false,
  });
  const pack = await openPack((name) => readFile(join(packFolder, name)));
  return {
    groonga,
    server,
    pack,
    packFolder,
    intercept: (next) => void (interception = next),
    openEmpty: start,
    async close() {
      pack.close();
      await server.close();
      await Promise.all(running.map((each) => each.stop('SIGKILL')));
      await rm(folder, { recursive: true, force: true });
    },
  };
}
