// What a check of a host has at hand: the way to it, what it says of itself, customers, and sentences for what does not hold.
import type { HelpAdapter, HelpRequest, Problem, ServiceStatus } from '@helpkiosk/core';
import { checkShape } from '../check-shape.js';
import { findTraps, tell, type Traps } from '../traps.js';
import { pause, type Asker, type Wire, type WireAnswer, type WireRequest } from './wire.js';

/** What does not hold. */
export class CheckFailure extends Error {
  override readonly name = 'CheckFailure';
}

export interface HostUnderTest {
  readonly wire: Wire;
  /** Origin that the host should answer; null where none was given. */
  readonly origin: string | null;
  readonly limitMs: number;
  /** The status as it came first. */
  readonly status: ServiceStatus;
  serves(method: keyof HelpAdapter): boolean;
  now(): number;
  key(): string;
  /** A request for help, with what is added to it. */
  request(more?: object): HelpRequest;
  /** Headers of an anonymous customer: always the same one by that name. Empty for a host without sessions. */
  customer(name?: string): Promise<Asker>;
  /** Whether there are sessions, so that customers can be told apart. */
  hasSessions(): Promise<boolean>;
  /** Ends what a check has begun, once it is old enough for the desk's own figures. */
  later(end: () => Promise<unknown>): void;
  /** Waits until it is old enough now. */
  hold(): Promise<void>;
  /** Asks as a customer (default: the first). */
  ask(method: Parameters<Wire['ask']>[0], path: string, request?: WireRequest, asker?: Asker): Promise<WireAnswer>;
}

/** One check. `run` may answer with the reason why there is nothing to check now. */
export interface HostCheck {
  readonly name: string;
  readonly needs: readonly (keyof HelpAdapter)[];
  run(host: HostUnderTest): Promise<void | string>;
}

/** Throws what does not hold. */
export function must(isSo: boolean, sentence: string): asserts isSo {
  if (!isSo) throw new CheckFailure(sentence);
}

/** The body of a success, whose shape and status are right. Throws otherwise. */
export function bodyOf<T>({ status, body, headers }: WireAnswer, expected: number, schema: string | null): T {
  must(status === expected, `answers ${status}${tellProblem(body)}, not ${expected}`);
  if (schema === null) return undefined as T;
  const type = headers.get('content-type') ?? 'nothing';
  must(/^application\/json\b/.test(type), `sends ${type}, not application/json`);
  const { shape } = findTraps(schema, body);
  must(shape.length === 0, `is no ${schema}: ${tell(shape)}`);
  return body as T;
}

/** It has no mistake of that kind. Throws otherwise. */
export function mustHold(kind: keyof Traps, schema: string, value: unknown): void {
  const problems = findTraps(schema, value)[kind];
  must(problems.length === 0, tell(problems));
}

/** It is refused with one of these statuses, in a problem document. Throws otherwise. */
export function mustRefuse({ status, body, headers }: WireAnswer, ...expected: readonly number[]): void {
  must(expected.includes(status), `answers ${status}, not ${expected.join(' or ')}`);
  const type = headers.get('content-type') ?? 'nothing';
  must(/^application\/problem\+json\b/.test(type), `refuses with ${type}, not application/problem+json`);
  const problems: Problem[] = checkShape('ProblemDocument', body);
  must(problems.length === 0, `is no problem document: ${tell(problems)}`);
  must((body as { status: number }).status === status, 'has another status in the document than in the answer');
}

const tellProblem = (body: unknown): string => {
  const { title, detail, problems } = Object(body) as { title?: unknown; detail?: unknown; problems?: unknown };
  const said = [title, detail, Array.isArray(problems) && problems.length ? JSON.stringify(problems) : null];
  const text = said.filter((each) => typeof each === 'string').join(', ');
  return text ? ` (${text.slice(0, 300)})` : '';
};

export interface HostUnderTestOptions {
  wire: Wire;
  origin: string | null;
  token: string | null;
  limitMs: number;
  /** For how long conversations are kept at least. */
  holdMs: number;
  signal: AbortSignal;
  request: Partial<HelpRequest>;
}

export interface OpenHost extends HostUnderTest {
  /** Ends what was left to be ended later. */
  finish(): Promise<void>;
}

/** Asks for the status first. Throws where there is none. */
export async function openHost(options: HostUnderTestOptions): Promise<OpenHost> {
  const { wire, origin, token, limitMs, holdMs, signal, request } = options;
  const customers = new Map<string, Promise<Asker>>();
  const status = await readStatus(wire);
  const openSession = async (): Promise<Asker> => {
    const headers: Record<string, string> = token === null ? {} : { authorization: `Bearer ${token}` };
    const answer = await wire.ask('POST', '/v1/session', { body: {}, headers });
    if (answer.status === 404) return headers;
    const session = bodyOf<{ token: string }>(answer, answer.status === 201 ? 201 : 200, 'Session');
    return { authorization: `Bearer ${session.token}` };
  };
  const ends: (() => Promise<unknown>)[] = [];
  const host: OpenHost = {
    ...{ wire, origin, limitMs, status },
    serves: (method) => status.supports[method] === true,
    now: Date.now,
    key: () => `check-${crypto.randomUUID()}`,
    request: (more = {}) => ({
      ...{ locale: 'en', subject: 'helpkiosk check-host', text: 'A check of the host: 收到请忽略。' },
      ...request,
      ...more,
    }),
    customer(name = 'first') {
      const known = customers.get(name) ?? openSession();
      customers.set(name, known);
      return known;
    },
    later: (end) => void ends.push(end),
    hold: () => pause(holdMs, signal),
    async finish() {
      if (ends.length) await host.hold();
      for (const end of ends.splice(0)) await end();
    },
    hasSessions: async () => token === null && (await host.customer()).authorization !== undefined,
    async ask(method, path, more = {}, asker) {
      const headers = { ...(asker ?? (await host.customer())), ...more.headers };
      return wire.ask(method, path, { ...more, headers });
    },
  };
  return host;
}

async function readStatus(wire: Wire): Promise<ServiceStatus> {
  const { status, body } = await wire.ask('GET', '/v1/status?locale=en');
  const { supports } = Object(body) as { supports?: unknown };
  must(status === 200 && Object(supports) === supports, `GET /v1/status answers ${status} without supports`);
  return body as ServiceStatus;
}
