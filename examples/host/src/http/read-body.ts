import type { IncomingMessage } from 'node:http';
import { HostProblem } from '../problem.js';

const DEEPEST = 32;

/** The bytes of a body, at most so many. Throws 413 as soon as there are more, without reading the rest. */
export async function readBytes(request: IncomingMessage, mostBytes: number): Promise<Buffer> {
  const tooBig = (): HostProblem =>
    new HostProblem(413, { detail: `At most ${mostBytes} bytes are taken`, headers: { connection: 'close' } });
  if (Number(request.headers['content-length'] ?? 0) > mostBytes) throw tooBig();
  const chunks: Buffer[] = [];
  let length = 0;
  for await (const chunk of request as AsyncIterable<Buffer>) {
    length += chunk.length;
    if (length > mostBytes) throw tooBig();
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}

/**
 * JSON from a body. Throws 415 for another type, 400 for what is not UTF-8, not JSON, deeper than 32 levels, or holds the character U+0000, which no
 * text has and Postgres refuses.
 */
export function readJson(bytes: Buffer, contentType: string | undefined): unknown {
  if (!/^application\/json\s*(;|$)/i.test(contentType ?? ''))
    throw new HostProblem(415, { detail: 'Bodies are application/json' });
  const text = decodeUtf8(bytes);
  if (depthOf(text) > DEEPEST) throw new HostProblem(400, { detail: `At most ${DEEPEST} levels are read` });
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    throw new HostProblem(400, { detail: 'The body is not JSON' });
  }
  if (holdsNul(value)) throw new HostProblem(400, { detail: 'Texts cannot hold U+0000' });
  return value;
}

function decodeUtf8(bytes: Buffer): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    throw new HostProblem(400, { detail: 'The body is not UTF-8' });
  }
}

/** Levels of brackets outside of texts, before anything recursive looks at them. */
function depthOf(text: string): number {
  let [depth, deepest, inText] = [0, 0, false];
  for (let place = 0; place < text.length; place++) {
    const sign = text[place];
    if (inText) {
      if (sign === '\\') place++;
      else if (sign === '"') inText = false;
    } else if (sign === '"') inText = true;
    else if (sign === '[' || sign === '{') deepest = Math.max(deepest, ++depth);
    else if (sign === ']' || sign === '}') depth--;
  }
  return deepest;
}

function holdsNul(value: unknown): boolean {
  if (typeof value === 'string') return value.includes('\u0000');
  if (typeof value !== 'object' || value === null) return false;
  return Object.entries(value).some(([name, inner]) => name.includes('\u0000') || holdsNul(inner));
}
