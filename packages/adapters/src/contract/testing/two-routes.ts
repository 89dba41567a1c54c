// A whole host in two routes: a status and tickets, kept in memory.
import { createServer, type IncomingMessage, type RequestListener } from 'node:http';

class Refusal extends Error {
  constructor(
    readonly status: number,
    readonly code: string,
    title: string,
  ) {
    super(title);
  }
}

/** Answers `GET /v1/status` and `POST /v1/tickets`, and refuses everything else as the protocol says. */
export function createTwoRoutes(now: () => number = Date.now): RequestListener {
  const kept = new Map<string, { body: string; answer: unknown }>();
  const status = { state: 'open', observedAt: now(), supports: { getServiceStatus: true, submitTicket: true } };

  async function answer(request: IncomingMessage): Promise<{ status: number; body?: unknown; etag?: string }> {
    const { method, url = '', headers } = request;
    const path = url.split('?')[0];
    if (method === 'GET' && path === '/v1/status') {
      const etag = `"${status.observedAt}"`;
      return headers['if-none-match'] === etag ? { status: 304, etag } : { status: 200, body: status, etag };
    }
    if (method !== 'POST' || path !== '/v1/tickets') throw new Refusal(404, 'refused', 'There is nothing here');
    if (headers['helpkiosk-write'] !== '1') throw new Refusal(403, 'forbidden', 'HelpKiosk-Write is missing');
    const key = headers['idempotency-key'];
    if (typeof key !== 'string') throw new Refusal(400, 'refused', 'Idempotency-Key is missing');
    const body = await readBody(request);
    const known = kept.get(key);
    if (known && known.body !== body) throw new Refusal(422, 'conflict', 'This key was used for something else');
    if (known) return { status: 201, body: known.answer };
    const { text, topic, formId } = Object(parse(body)) as Record<string, unknown>;
    if (typeof text !== 'string' || !text || text.length > 20_000)
      throw new Refusal(422, 'refused', 'A text of up to 20,000 characters is needed');
    if (topic !== undefined || formId !== undefined) throw new Refusal(422, 'refused', 'There are no topics');
    const receipt = { ticketId: `T-${kept.size + 1}`, replyBy: null };
    kept.set(key, { body, answer: receipt });
    return { status: 201, body: receipt };
  }

  return (request, response) => {
    answer(request)
      .catch((error: unknown) => {
        const { status: code, code: name, message } = error instanceof Refusal ? error : broken;
        return {
          status: code,
          body: { type: 'about:blank', title: message, status: code, code: name },
          isProblem: true,
        };
      })
      .then(({ status: code, body, ...rest }) => {
        response.statusCode = code;
        if ('etag' in rest && rest.etag) response.setHeader('etag', rest.etag);
        response.setHeader('content-type', 'isProblem' in rest ? 'application/problem+json' : 'application/json');
        response.end(body === undefined ? undefined : JSON.stringify(body));
      });
  };
}

const broken = new Refusal(500, 'internal', 'Something went wrong');

async function readBody(request: IncomingMessage): Promise<string> {
  let text = '';
  for await (const part of request.setEncoding('utf8')) text += part;
  return text;
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw new Refusal(400, 'refused', 'This is no JSON');
  }
}

/** Lets a listener serve on a free port. */
export async function listen(listener: RequestListener): Promise<{ url: string; close(): Promise<void> }> {
  const server = createServer(listener);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as { port: number };
  return {
    url: `http://127.0.0.1:${port}`,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}
