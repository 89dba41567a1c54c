// Judgements that several tests make.
import { isAbortError, isHelpError } from '@helpkiosk/core';
import { ERROR_CODES } from '../schemas/exchange.js';
import { findTraps, tell, type Traps } from '../traps.js';
import type { AdapterKit } from './adapter-kit.js';

/** No time zone is nearer to UTC than a quarter of an hour; clocks may differ by less than this. */
export const CLOCK_MS = 10 * 60_000;

/** An answer has no mistake of this kind. */
export function holds(kit: AdapterKit, kind: keyof Traps, name: string, answer: unknown): void {
  kit.same(tell(findTraps(name, answer)[kind]), '', `${name} (${kind})`);
}

/** An instant that must be about now. */
export function isNow(kit: AdapterKit, at: number, what: string): void {
  const awayMinutes = Math.round(Math.abs(at - kit.now()) / 60_000);
  kit.same(
    awayMinutes < CLOCK_MS / 60_000,
    true,
    `${what} is ${awayMinutes} minutes away from now: local time as UTC?`,
  );
}

/** What the client would make of a failure: its code, or null where it cannot tell. */
export function codeOf(error: unknown): string | null {
  if (isHelpError(error)) return error.code;
  const { code, status } = Object(error) as { code?: unknown; status?: unknown };
  const known = ERROR_CODES.find((each) => each === code);
  if (known) return known;
  if (typeof status !== 'number' || !(error instanceof Error)) return null;
  return status === 401 ? 'unauthorized' : status === 403 ? 'forbidden' : 'refused';
}

/** How somebody ends who was told to stop: well, or with the signal's reason; never with an error of the service. */
export function endedByAbort(ended: { value: unknown } | { error: unknown } | null, reason: unknown): string {
  if (!ended) return 'it goes on';
  if ('value' in ended) return 'ended';
  return isAbortError(ended.error) || ended.error === reason ? 'ended' : `an error: ${String(ended.error)}`;
}
