import { HelpError } from '@helpkiosk/core';
import type { HelpErrorCode, ReadFile } from '@helpkiosk/core';

/**
 * Reads the files beside `packUrl` (the absolute URL of `pack.json`, whose query is kept for `pack.json` alone), without cookies. Rejects with HelpError
 * `pack-missing` for 404 and 410, `forbidden` for 401 and 403, `unavailable` for other statuses, `network` when nothing came.
 * `pack.json` is always asked of the server (`no-cache`), the other files never change.
 */
export function createFetchRead(packUrl: string): ReadFile {
  return async (name, { signal }) => {
    const isManifest = name === 'pack.json';
    const url = isManifest ? packUrl : new URL(name, packUrl).href;
    const response = await ask(url, {
      credentials: 'omit',
      cache: isManifest ? 'no-cache' : 'default',
      ...(signal ? { signal } : {}),
    });
    const { status } = response;
    if (!response.ok) throw new HelpError(codeOf(status), { file: name, status, url });
    try {
      return new Uint8Array(await response.arrayBuffer());
    } catch (cause) {
      signal?.throwIfAborted();
      throw new HelpError('network', { file: name, url }, { cause });
    }
  };
}

async function ask(url: string, options: RequestInit): Promise<Response> {
  try {
    return await fetch(url, options);
  } catch (cause) {
    options.signal?.throwIfAborted();
    throw new HelpError('network', { url }, { cause });
  }
}

function codeOf(status: number): HelpErrorCode {
  if (status === 404 || status === 410) return 'pack-missing';
  return status === 401 || status === 403 ? 'forbidden' : 'unavailable';
}
