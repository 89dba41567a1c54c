import { HelpError, isHelpError } from '../errors.js';

/**
 * What a failing store rejects with: `storage-full` where the browser's quota is used up, `internal` for a value that
 * cannot be stored (a function, a node), `storage-unavailable` for everything else. Keeps the cause.
 */
export function toStorageError(cause: unknown): HelpError {
  if (isHelpError(cause)) return cause;
  const name = nameOf(cause);
  if (name === 'QuotaExceededError') return new HelpError('storage-full', {}, { cause });
  return new HelpError(name === 'DataCloneError' ? 'internal' : 'storage-unavailable', {}, { cause });
}

const nameOf = (value: unknown): unknown =>
  typeof value === 'object' && value !== null ? (value as { name?: unknown }).name : undefined;
