// What goes on from an earlier page: looked for under the one key, and taken up once this page is at rest.
import { liveKeyOf } from '@helpkiosk/core';
import type { StartApp } from '../app-contract.js';

/** A page that is never at rest is not waited for. */
const REST_TIMEOUT_MS = 3000;
/** Where the browser cannot tell. */
const REST_MS = 500;

/** Fetches what takes it up, only if there is something; the returned function calls it off until then. */
export function takeUp(host: HTMLElement): () => void {
  const record = readRecord(host.getAttribute('data-name') ?? '');
  if (record === null) return () => {};
  const start = (): void =>
    void import('../app/resume.js').then(
      ({ resume }) => resume((host as unknown as Record<symbol, StartApp>)[Symbol.for('helpkiosk')]!, record),
      () => {}, // the file did not come: the record stays, and the next page tries again
    );
  if (typeof requestIdleCallback !== 'function') {
    const timer = setTimeout(start, REST_MS);
    return () => clearTimeout(timer);
  }
  const id = requestIdleCallback(start, { timeout: REST_TIMEOUT_MS });
  return () => cancelIdleCallback(id);
}

function readRecord(name: string): string | null {
  try {
    return localStorage.getItem(liveKeyOf(name));
  } catch {
    return null; // nothing can be kept on this page
  }
}
