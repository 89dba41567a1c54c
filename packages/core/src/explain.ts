// Sentences for the people who build: what is wrong, where, and what to do. Loaded when the first error is logged.
import { describeRejected } from './config/expectations.js';
import { nearestName } from './config/nearest-name.js';
import type { HelpErrorCode } from './contracts.js';
import type { HelpError } from './errors.js';

/** The verbs of the global `HelpKiosk`. */
export const VERBS = [
  'init', 'update', 'open', 'close', 'toggle', 'show', 'hide', 'search', 'article', 'suggest', 'identify', 'reset', 'destroy',
  'on', 'once', 'off',
] as const; // prettier-ignore

const SENTENCES: Readonly<Record<HelpErrorCode, string>> = {
  'config-invalid': 'Some options do not fit. They were left out; the rest is used.',
  'adapter-missing-method':
    'The adapter lacks the method that this step needs. Add it, or hide the step by leaving the capability out.',
  'adapter-bad-answer':
    'The adapter gave an answer of another shape than the contract says. Compare it with contracts.ts.',
  network:
    'A request did not get through. Check the address, the network, CORS, and connect-src in the page\u2019s content security policy.',
  timeout: 'No answer came in time. Check that the server answers; the step can be tried again.',
  unauthorized: 'The server does not know the customer. Check the identity function and the life of its tokens.',
  forbidden: 'The server refuses this customer. Check what the token may do.',
  'rate-limited': 'Too many requests. It is tried again after the time that the server named.',
  refused: 'The server or the widget refused the input; the details name the fields.',
  unavailable: 'This part is not there now: it was closed, or the server is away.',
  conflict: 'The same key was used for another content. Use a new key for a new request.',
  'content-too-big': 'An article is larger than 64 kB, deeper than 32 levels or has more than 5,000 nodes. Split it.',
  'pack-missing':
    'The knowledge pack could not be read. data-pack must be the URL of pack.json, with the other files beside it.',
  'pack-incompatible':
    'The pack was built for another version of the widget. Build it again with the helpkiosk command of this version.',
  'storage-unavailable':
    'The browser gives no storage here (private mode or a sandbox). Nothing is kept between pages.',
  'storage-full': 'The browser\u2019s storage is full. Nothing more can be kept on this device.',
  internal: 'Something failed inside HelpKiosk. Please report it with the cause below.',
};

/** One readable text for an error: the code, what it means and what to do, then each problem or detail on a line of its own. */
export function explain(error: HelpError): string {
  const { problems = [], ...details } = error.details;
  const lines = [`[HelpKiosk] ${error.code}: ${SENTENCES[error.code] ?? ''}`];
  for (const { path, message } of problems.map(describeRejected))
    lines.push(`  ${path === 'config' ? 'data-config could not be read' : path || '(all)'}: ${message}`);
  for (const [name, value] of Object.entries(details)) lines.push(`  ${name}: ${String(value)}`);
  return lines.join('\n');
}

/** Writes that text to the console, with the cause if there is one. */
export function logError(error: HelpError): void {
  console.error(explain(error), ...(error.cause === undefined ? [] : [error.cause]));
}

/** Names, in the console, a verb that does not exist, and the nearest one that does. */
export function warnOfVerb(verb: string): void {
  const nearest = nearestName(verb, VERBS);
  console.warn(
    `[HelpKiosk] There is no verb \u201c${verb}\u201d${nearest ? `; did you mean \u201c${nearest}\u201d?` : '.'} Known: ${VERBS.join(', ')}.`,
  );
}
