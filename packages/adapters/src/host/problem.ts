import { HelpError, mapFailure } from '@helpkiosk/core';

export interface ProblemContext {
  /** Method of the adapter. */
  method: string;
  /** Epoch ms on the host's clock, or the device's where that is not known. */
  now: number;
}

/**
 * A failed answer as a HelpError: by the `code` of its problem document (RFC 9457), else by its status. `details` has `status`, and `problems`, `retryAfterMs` and
 * `detail` where they are given; `Retry-After` counts where the document is silent. A 5xx may pass and is retryable, whatever its code. Never rejects.
 */
export async function problemOf(response: Response, { method, now }: ProblemContext): Promise<HelpError> {
  const { status, headers } = response;
  const document = Object(await response.json().catch(() => null)) as Record<string, unknown>;
  const { code, problems, detail } = document;
  const retryAfterMs = document['retryAfterMs'] ?? readRetryAfter(headers, now);
  const { code: known, details, retryable, cause } = mapFailure({ status, code, problems, retryAfterMs }, method, true);
  const said = typeof detail === 'string' ? { detail: detail.slice(0, 500) } : {};
  return new HelpError(known, { ...details, status, ...said }, { cause, retryable: retryable || status >= 500 });
}

/** In ms, from seconds or a date (RFC 9110, 10.2.3); a date is held against the answer's own, where the host shows it. */
function readRetryAfter(headers: Headers, now: number): number | undefined {
  const text = headers.get('retry-after')?.trim();
  if (!text) return undefined;
  if (/^\d+$/.test(text)) return Number(text) * 1000;
  const sentAt = Date.parse(headers.get('date') ?? '');
  const waitMs = Date.parse(text) - (Number.isNaN(sentAt) ? now : sentAt);
  return Number.isNaN(waitMs) ? undefined : Math.max(waitMs, 0);
}
