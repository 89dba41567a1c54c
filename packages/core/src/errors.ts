import type { HelpError as HelpErrorShape, HelpErrorCode, Problem } from './contracts.js';

const BRAND: unique symbol = Symbol.for('@helpkiosk/HelpError') as never;

const RETRYABLE: ReadonlySet<HelpErrorCode> = new Set<HelpErrorCode>([
  'network',
  'timeout',
  'rate-limited',
  'unavailable',
]);

/** What an error carries for the people who build: where, what, and for how long. */
export type HelpErrorDetails = Readonly<Record<string, unknown>> & {
  retryAfterMs?: number;
  problems?: readonly Problem[];
};

/**
 * The one error class of HelpKiosk. Its message is the code; the sentence for people who build is looked up by
 * `explain` when somebody reads it. Recognise it with `isHelpError`, never with `instanceof`: a page can hold
 * several copies of this module.
 */
export class HelpError extends Error implements HelpErrorShape {
  /** A field, not an assignment: that would throw on a page that has frozen `Error.prototype`. */
  override readonly name = 'HelpError';
  declare readonly code: HelpErrorCode;
  declare readonly retryable: boolean;
  declare readonly details: HelpErrorDetails;
  readonly [BRAND] = true;

  constructor(code: HelpErrorCode, details: HelpErrorDetails = {}, options?: { cause?: unknown; retryable?: boolean }) {
    super(code, options);
    this.code = code;
    this.details = details;
    this.retryable = options?.retryable ?? RETRYABLE.has(code);
  }
}

/** True for a HelpError of this or any other copy of HelpKiosk on the page. */
export function isHelpError(value: unknown): value is HelpError {
  return (value as { [BRAND]?: unknown } | null | undefined)?.[BRAND] === true;
}

/** The value itself if it is a HelpError, else a new one with `code` (default `internal`) that keeps the value as its cause. */
export function toHelpError(value: unknown, code: HelpErrorCode = 'internal', details?: HelpErrorDetails): HelpError {
  return isHelpError(value) ? value : new HelpError(code, details, { cause: value });
}

/** True for the error that an aborted signal throws: no failure, only somebody who no longer waits. */
export function isAbortError(value: unknown): boolean {
  return (value as { name?: unknown } | null | undefined)?.name === 'AbortError';
}

/** Survives `postMessage` and JSON, which keep neither classes nor brands. */
export interface HelpErrorRecord {
  code: HelpErrorCode;
  retryable: boolean;
  details: HelpErrorDetails;
}

/** A plain record of an error, for a message port. */
export function errorToRecord(value: unknown): HelpErrorRecord {
  const error = toHelpError(value);
  const cause = error.cause instanceof Error ? { cause: String(error.cause) } : {};
  return { code: error.code, retryable: error.retryable, details: { ...cause, ...error.details } };
}

/** The HelpError that `errorToRecord` wrote down. */
export function errorFromRecord(record: HelpErrorRecord): HelpError {
  return new HelpError(record.code, record.details, { retryable: record.retryable });
}
