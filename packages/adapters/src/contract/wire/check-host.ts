import type { HelpRequest } from '@helpkiosk/core';
import { conversationChecks } from './conversation-checks.js';
import { createFaultProxy } from './fault-proxy.js';
import { HARD_FAULTS } from './faults.js';
import { openHost, type HostCheck, type HostUnderTest, type OpenHost } from './host-under-test.js';
import { otherChecks } from './other-checks.js';
import { statusChecks } from './status-checks.js';
import { ticketChecks } from './ticket-checks.js';
import { createWire } from './wire.js';

/** What became of a check: it holds, it does not, or there was nothing to check. */
export interface CheckResult {
  readonly name: string;
  readonly state: 'passed' | 'failed' | 'left-out';
  /** Why, unless it passed. */
  readonly reason?: string;
}

export interface CheckHostOptions {
  /** An origin that the host should answer, such as `https://shop.example`; what it answers strangers is checked without. */
  origin?: string;
  /** A JWT of the owner's, for a host that takes no anonymous customers (default: anonymous). What keeps customers apart is then left out. */
  token?: string;
  /** Beside the words of the checks, what requests must have, such as a topic. */
  request?: Partial<HelpRequest>;
  /** Asks everything once more over a bad way (default true; needs Node). */
  faults?: boolean;
  /** Which checks to make, by name (default: all). */
  only?(name: string): boolean;
  /** For how long events are waited for, in ms (default 20,000). */
  limitMs?: number;
  /** For how long conversations are kept at least, in ms (default 1,100): desks measure them. */
  holdMs?: number;
  /** Gets each result as soon as it is there. */
  onResult?(result: CheckResult): void;
  fetch?: typeof fetch;
  signal?: AbortSignal;
}

const CHECKS: readonly HostCheck[] = [...statusChecks, ...ticketChecks, ...conversationChecks, ...otherChecks];

/**
 * Asks a running host whether it keeps the protocol, as far as its status says that it serves it: first directly, then through a proxy that loses answers, cuts
 * streams, sends writes twice and refuses. It makes tickets and conversations with the subject `helpkiosk check-host`, which it ends where it can. Rejects only with the
 * reason of `signal`; a host that cannot be reached is one failed check.
 */
export async function checkHost(url: string, options: CheckHostOptions = {}): Promise<readonly CheckResult[]> {
  const results = await runChecks(url, options, '');
  if (options.faults === false || results.some(({ name }) => name === NO_STATUS)) return results;
  const proxy = await createFaultProxy({ target: url, faults: HARD_FAULTS });
  try {
    return [...results, ...(await runChecks(proxy.url, options, 'over a bad way: '))];
  } finally {
    await proxy.close();
  }
}

const NO_STATUS = 'status: can be had';

async function runChecks(url: string, options: CheckHostOptions, prefix: string): Promise<CheckResult[]> {
  const { origin = null, token = null, request = {}, limitMs = 20_000, holdMs = 1100, onResult, fetch } = options;
  const { signal = new AbortController().signal } = options;
  const results: CheckResult[] = [];
  const tell = (name: string, rest: Omit<CheckResult, 'name'>): void => {
    const result = { name: prefix + name, ...rest };
    results.push(result);
    onResult?.(result);
  };
  const wire = createWire({ url, limitMs: limitMs + 10_000, ...(fetch && { fetch }), signal });
  let host: OpenHost;
  try {
    host = await openHost({ wire, origin, token, limitMs, holdMs, signal, request });
  } catch (error) {
    signal.throwIfAborted();
    tell(NO_STATUS, { state: 'failed', reason: sentenceOf(error) });
    return results;
  }
  for (const check of CHECKS) {
    if (!check.needs.every((method) => host.serves(method)) || options.only?.(check.name) === false) continue;
    signal.throwIfAborted();
    tell(check.name, await resultOf(check, host));
  }
  await host.finish().catch(() => signal.throwIfAborted()); // whether it ends is a check of its own
  return results;
}

async function resultOf(check: HostCheck, host: HostUnderTest): Promise<Omit<CheckResult, 'name'>> {
  try {
    const reason = await check.run(host);
    return reason ? { state: 'left-out', reason } : { state: 'passed' };
  } catch (error) {
    return { state: 'failed', reason: sentenceOf(error) };
  }
}

function sentenceOf(error: unknown): string {
  const { message, cause } = Object(error) as { message?: unknown; cause?: unknown };
  const why = cause === undefined ? '' : `: ${sentenceOf(cause)}`;
  return (typeof message === 'string' && message ? message : String(error)) + why;
}
