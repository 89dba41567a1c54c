import { createHash } from 'node:crypto';
import type { Services } from '../http/route.js';
import type { StatusSource } from '../desk/status.js';

/** `GET /v1/status`, with a tag of all that it says: who asks again within a second, and knows the tag, gets 304. */
export function statusServices(status: StatusSource): Services {
  return {
    'GET /v1/status': {
      async handle({ headers }) {
        const body = await status.read();
        const etag = `"${createHash('sha256').update(JSON.stringify(body)).digest('base64url').slice(0, 22)}"`;
        const cached = { etag, 'cache-control': 'public, max-age=1' };
        const known = (headers['if-none-match'] ?? '').split(',').map((tag) => tag.trim().replace(/^W\//, ''));
        if (known.includes(etag)) return { status: 304, headers: cached };
        return { status: 200, body, headers: cached };
      },
    },
  };
}
