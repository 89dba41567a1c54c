import { HelpError, toHelpError } from '@helpkiosk/core';
import type { HelpErrorCode, ReadFile } from '@helpkiosk/core';
import { MANIFEST_NAME } from './pack-format.js';

/**
 * Reads the files beside `packUrl` (the absolute URL of `pack.json`, whose query is kept for `pack.json` alone), without cookies. Rejects with HelpError
 * `pack-missing` for 404 and 410, `forbidden` for 401 and 403, `unavailable` for other statuses, `network` when nothing came.
 * `pack.json` is asked of the server each time, unless `manifestCache` says otherwise; the other files never change. One that is asked for
 * again was no good: it comes past the browser's cache, which keeps a damaged answer as long as a good one.
 */
export function createFetchRead(packUrl: string, manifestCache: RequestCache = 'no-cache'): ReadFile {
  const asked = new Set<string>();
  return async (file, { signal = null }) => {
    const isManifest = file === MANIFEST_NAME;
    const cache = isManifest ? manifestCache : asked.has(file) ? 'reload' : 'default';
    asked.add(file);
    const url = isManifest ? packUrl : new URL(file, packUrl).href;
    try {
      const response = await fetch(url, { credentials: 'omit', cache, signal });
      if (response.ok) return new Uint8Array(await response.arrayBuffer());
      throw new HelpError(codeOf(response.status), { file, url, status: response.status });
    } catch (error) {
      signal?.throwIfAborted();
      throw toHelpError(error, 'network', { file, url });
    }
  };
}

function codeOf(status: number): HelpErrorCode {
  if (status === 404 || status === 410) return 'pack-missing';
  return status === 401 || status === 403 ? 'forbidden' : 'unavailable';
}
