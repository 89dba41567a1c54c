// Requests that nobody means well with, drawn by chance: each is valid up to a point, so that every check is reached.
import { request } from 'node:http';
import type { ServedRoute } from '../http/match-route.js';

/** One of them. `headers` may hold what fetch would not send. */
export interface HostileRequest {
  readonly method: string;
  readonly path: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Buffer;
}

/** Things that are there and belong to others, to be tried in all places. */
export interface Targets {
  readonly ids: readonly string[];
  readonly tokens: readonly string[];
}

const TEXTS = [
  ...['', ' ', 'x', '你好', '\u202e\u0000', '\ud800', "'; drop table tickets; --", '<script>alert(1)</script>', '%00'],
  ...['../../etc/passwd', '${7*7}', '{{7*7}}', '__proto__', 'constructor', 'toString', '1e999', '-0', '🙂'.repeat(50)],
  ...['null', 'NaN', 'true', '2026-02-30', 'a@b.example', '+49 30 1234', 'LM-10482', 'en', 'zh-Hans', 'x'.repeat(9000)],
];
const NUMBERS = [0, -1, 1, 0.5, 1e308, -1e308, 2 ** 53, 978_307_199_999, 1_767_603_600_000, 253_402_300_800_000];
const NAMES = [
  ...['locale', 'text', 'subject', 'priority', 'announced', 'context', 'customer', 'attachments', 'formId', 'fields'],
  ...['p50Ms', 'p90Ms', 'observedAt', 'searches', 'articles', 'facts', 'email', 'typing', 'messageId', 'score'],
  ...['phone', 'slotAt', 'claim', 'events', 'name', 'at', 'data', 'orderNumber', 'wish', '__proto__', 'constructor'],
];
const METHODS = [
  'GET',
  'POST',
  'POST',
  'POST',
  'POST',
  'DELETE',
  'PUT',
  'PATCH',
  'HEAD',
  'OPTIONS',
  'TRACE',
  'PROPFIND',
];

/** Draws requests; the same for the same `random`. */
export function createHostileRequests(
  random: () => number,
  routes: readonly Pick<ServedRoute, 'method' | 'path' | 'request'>[],
  { ids, tokens }: Targets,
) {
  const below = (count: number): number => Math.floor(random() * count);
  const pick = <T>(list: readonly T[]): T => list[below(list.length)]!;
  const value = (depth: number): unknown => {
    const kind = below(depth > 4 ? 5 : 8);
    if (kind === 0) return pick([null, true, false]);
    if (kind === 1) return pick(NUMBERS);
    if (kind < 4) return pick(TEXTS);
    if (kind === 4) return pick(ids);
    if (kind === 5) return Array.from({ length: below(4) }, () => value(depth + 1));
    return Object.fromEntries(Array.from({ length: below(6) }, () => [pick(NAMES), value(depth + 1)]));
  };
  /** Right but for one or two members. */
  const nearlyRight = (): Record<string, unknown> => {
    const body: Record<string, unknown> = {
      ...{ locale: 'en', text: 'x', priority: 'p1', phone: '+49 30 1234', slotAt: 1_767_607_200_000, typing: true },
      ...{ messageId: 'm', score: 3, subject: pick([{ ticketId: pick(ids) }, { articleId: 'a' }, 'x']) },
      ...{ fields: { orderNumber: 'LM-10482', sendTo: 'a@b.example' }, events: [] },
    };
    if (typeof body['subject'] === 'object' && random() < 0.5) delete body['subject'];
    for (let count = below(3); count > 0; count--) body[pick(NAMES)] = value(1);
    return body;
  };
  const bytes = (isFile: boolean): Buffer => {
    const draw = random();
    if (draw < 0.6)
      return isFile ? Buffer.from([0x89, 0x50, 0x4e, 0x47, below(9)]) : Buffer.from(JSON.stringify(nearlyRight()));
    if (draw < 0.7) return Buffer.from(JSON.stringify(value(0)) ?? '');
    if (draw < 0.75) return Buffer.from('['.repeat(below(3000)));
    if (draw < 0.8) return Buffer.from(`{"a":"${'y'.repeat(below(200_000))}"}`);
    if (draw < 0.85) return Buffer.alloc(0);
    if (draw < 0.9) return Buffer.from(JSON.stringify(nearlyRight()).slice(0, below(60)));
    return Buffer.from(Array.from({ length: below(200) }, () => below(256)));
  };
  const path = (pattern: string): string => {
    const draw = random();
    const strange = (): string => encodeURIComponent(toWellFormed(pick(TEXTS).slice(0, 80)));
    const base = pattern.replace('{id}', () => (draw < 0.7 ? pick(ids) : strange()));
    if (draw < 0.8) return base;
    if (draw < 0.85) return `${base}?after=${encodeURIComponent(toWellFormed(pick(TEXTS).slice(0, 40)))}&wait=0`;
    if (draw < 0.9) return `${base}/${pick(['', '..', '%2e%2e', '%zz', '%ff', ';x', '{id}'])}`;
    if (draw < 0.95)
      return `/${pick(['', '/', 'v1', 'v2/status', 'V1/STATUS', '%2e%2e/x', 'healthz/x', 'v1//tickets'])}`;
    return `${base}?${'q='.repeat(below(1000))}`;
  };
  return (): HostileRequest => {
    const route = pick(routes);
    const isFile = route.request === 'bytes';
    const method = random() < 0.9 ? route.method : pick(METHODS);
    const headers: Record<string, string> = {};
    const set = (name: string, text: string): void => void (headers[name] = text.replace(/[^\x20-\x7e]/g, '?'));
    const maybe = (chance: number, name: string, text: string): void => {
      if (random() < chance) set(name, text);
    };
    /** Right in nine of ten. */
    const mostly = (name: string, right: string, ...wrong: readonly string[]): void => {
      const draw = random();
      if (draw < 0.9) set(name, right);
      else if (draw < 0.97) set(name, pick(wrong));
    };
    mostly('helpkiosk-write', '1', '0', '', '1, 1');
    mostly(
      'authorization',
      `Bearer ${tokens[0]}`,
      `Bearer ${pick(tokens)}`,
      `Basic ${tokens[0]}`,
      'bearer',
      pick(TEXTS),
    );
    mostly(
      'content-type',
      isFile ? 'image/png' : 'application/json',
      'text/plain',
      'application/json; charset=utf-16',
      'x',
    );
    mostly('idempotency-key', pick([`k${below(50)}`, `k${random()}`]), '', ' ', 'x'.repeat(300));
    maybe(isFile ? 0.9 : 0.1, 'helpkiosk-name', pick(['a.png', '%E7%85%A7', '%', '..%2f..', '%00']));
    maybe(0.2, 'helpkiosk-claim', pick([...tokens, ...TEXTS]).slice(0, 300));
    maybe(0.1, 'last-event-id', pick(TEXTS).slice(0, 100));
    maybe(0.1, 'if-none-match', pick(TEXTS).slice(0, 100));
    maybe(0.5, 'accept', pick(['application/json', 'application/json', '*/*', 'x']));
    maybe(0.02, 'origin', pick(['null', 'https://evil.example', 'x']));
    maybe(0.05, 'x-forwarded-for', pick(TEXTS).slice(0, 100));
    maybe(0.01, 'expect', 'x');
    maybe(0.01, 'x-long', 'z'.repeat(below(20_000)));
    return {
      method,
      path: path(route.path),
      headers,
      body: method === 'GET' || method === 'HEAD' ? Buffer.alloc(0) : bytes(isFile),
    };
  };
}

/** An answer as it came. */
export interface RawAnswer {
  readonly status: number;
  readonly type: string;
  readonly text: string;
}

/** Sends one, as it is. A stream is read until it says something, and then left. */
export function sendHostile(port: number, { method, path, headers, body }: HostileRequest): Promise<RawAnswer> {
  return new Promise((resolve, reject) => {
    const sent = request({
      port,
      host: '127.0.0.1',
      method,
      path,
      headers: { ...headers, 'content-length': body.length },
    });
    sent.on('error', reject);
    sent.on('response', (response) => {
      const type = response.headers['content-type'] ?? '';
      let text = '';
      const done = (): void => resolve({ status: response.statusCode ?? 0, type, text });
      response.on('data', (chunk) => {
        text += String(chunk);
        if (!type.includes('event-stream')) return;
        done();
        sent.destroy();
      });
      response.on('end', done).on('error', done);
    });
    sent.end(body);
  });
}

const toWellFormed = (text: string): string => text.replace(/[\ud800-\udfff]/gu, '?');
