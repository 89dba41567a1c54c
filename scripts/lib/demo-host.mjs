// The reference host as `npm start` runs it: its embedded store, its simulated staff, open to the demo site alone.
import { pathToFileURL } from 'node:url';
import { join } from 'node:path';
import { root } from './run.mjs';

/**
 * Starts it in this process; the host must be built.
 *
 * @param {{port: number, sitePort: number}} options
 * @returns {Promise<{url: string, close(): Promise<void>}>}
 * @throws {Error} When the port is taken (`code` is `EADDRINUSE`).
 */
export async function startDemoHost({ port, sitePort }) {
  const { startHost } = await import(pathToFileURL(join(root, 'examples/host/dist/index.js')).href);
  const origins = [`http://127.0.0.1:${sitePort}`, `http://localhost:${sitePort}`];
  return startHost({ port, origins, staff: true });
}
