import type { HelpErrorCode, Problem } from '../contracts.js';
import { HelpError, isHelpError } from '../errors.js';
import { figure, own } from '../status/read-figures.js';

/** Every code, so that a plain object of another realm is recognised by it. */
const CODES: readonly HelpErrorCode[] = [
  ...(['config-invalid', 'adapter-missing-method', 'adapter-bad-answer', 'network', 'timeout'] as const),
  ...(['unauthorized', 'forbidden', 'rate-limited', 'refused', 'unavailable', 'conflict'] as const),
  ...(['content-too-big', 'pack-missing', 'pack-incompatible', 'storage-unavailable', 'storage-full'] as const),
  'internal',
];

const MOST_PROBLEMS = 50;

/** HTTP, as adapters tend to hand it on (RFC 9110). */
const BY_STATUS: Readonly<Record<number, HelpErrorCode>> = {
  401: 'unauthorized',
  403: 'forbidden',
  408: 'timeout',
  409: 'conflict',
  413: 'content-too-big',
  425: 'unavailable',
  429: 'rate-limited',
};

/** Browsers reject `fetch` with a TypeError and words of their own (Chromium, Firefox, Safari, Node). */
const FETCH_FAILED = /failed to fetch|networkerror|load failed|fetch failed|network/i;

/**
 * Whatever an adapter threw, as a HelpError that keeps it as its cause: a HelpError as it is; else by its `code`, its HTTP `status`, its name, the words of a
 * failed `fetch`; else `network` off line and `internal` on line. `retryAfterMs` is taken over where it is a duration, and of `problems` those with a
 * path and a message, up to 50; both may lie in `details`. Never throws.
 */
export function mapFailure(thrown: unknown, method: string, online: boolean): HelpError {
  try {
    if (isHelpError(thrown)) return thrown;
    const retryAfterMs = figure(own(thrown, 'retryAfterMs') ?? own(own(thrown, 'details'), 'retryAfterMs'), 86_400_000);
    const problems = problemsOf(own(thrown, 'problems') ?? own(own(thrown, 'details'), 'problems'));
    const details = {
      method,
      ...(retryAfterMs === null ? {} : { retryAfterMs }),
      ...(problems.length ? { problems } : {}),
    };
    return new HelpError(codeOf(thrown, online), details, { cause: thrown });
  } catch (cause) {
    return new HelpError('internal', { method }, { cause }); // it throws even when it is looked at
  }
}

function problemsOf(given: unknown): Problem[] {
  if (!Array.isArray(given)) return [];
  return given.slice(0, MOST_PROBLEMS).flatMap((each: unknown) => {
    const [path, message] = [own(each, 'path'), own(each, 'message')];
    return typeof path === 'string' && typeof message === 'string' ? [{ path, message }] : [];
  });
}

function codeOf(thrown: unknown, online: boolean): HelpErrorCode {
  const code = CODES.find((each) => each === own(thrown, 'code'));
  if (code) return code;
  const status = figure(own(thrown, 'status') ?? own(thrown, 'statusCode'), 599, 400);
  if (status !== null) return BY_STATUS[status] ?? (status >= 500 ? 'unavailable' : 'refused');
  const { name, message } = Object(thrown) as { name?: unknown; message?: unknown };
  if (name === 'TimeoutError') return 'timeout';
  if (name === 'AbortError') return 'unavailable'; // it gave up by itself: ours had not aborted
  if (!online || name === 'NetworkError') return 'network';
  return name === 'TypeError' && FETCH_FAILED.test(String(message)) ? 'network' : 'internal';
}
