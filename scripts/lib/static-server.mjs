// A small static file server for the demo and for the tests: what a CDN does, and a record of what was asked.
// Node built-ins only.
import { createHash } from 'node:crypto';
import { readFile, realpath, stat } from 'node:fs/promises';
import { createServer } from 'node:http';
import { extname, join, resolve, sep } from 'node:path';
import { promisify } from 'node:util';
import { brotliCompress, constants } from 'node:zlib';

const compress = promisify(brotliCompress);
const mimeTypes = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.mjs': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.map': 'application/json; charset=utf-8',
  '.txt': 'text/plain; charset=utf-8',
  '.md': 'text/markdown; charset=utf-8',
  '.vtt': 'text/vtt; charset=utf-8',
  '.csv': 'text/csv; charset=utf-8',
  '.xml': 'application/xml; charset=utf-8',
  '.svg': 'image/svg+xml; charset=utf-8',
  '.webmanifest': 'application/manifest+json; charset=utf-8',
  '.wasm': 'application/wasm',
  '.png': 'image/png',
  '.jpg': 'image/jpeg',
  '.jpeg': 'image/jpeg',
  '.gif': 'image/gif',
  '.webp': 'image/webp',
  '.avif': 'image/avif',
  '.ico': 'image/x-icon',
  '.woff2': 'font/woff2',
  '.mp4': 'video/mp4',
  '.m4v': 'video/mp4',
  '.webm': 'video/webm',
  '.ogv': 'video/ogg',
};
const hashedName = /[.-](?=[\w]*\d)[0-9a-z]{8,}\.\w+$/i;
const versionFolder = /\/v?\d+\.\d+\.\d+(-[\w.]+)?\//;

/**
 * Serves folders. The mount with the longest fitting `url` answers; a folder is its `index.html`; what is not there is
 * the `404.html` of the mount `/`, or one line. Text is sent as brotli where it is accepted. Files with a content hash
 * in their names and those in a folder named by a version (`/helpkiosk/1.2.3/`) are immutable, all others are asked for again each time (ETag, 304).
 * A part of a file is answered with 206 where it is asked for, as players do.
 *
 * `headers(pathname)` adds to or replaces the headers of every answer (a policy, CORS). `intercept` sees each request
 * before the files do and returns true when it answers by itself, now or later (a missing chunk, a slow tag).
 * `port` 0 (the default) takes a free one; `host` is 127.0.0.1 by default. `requests` grows by one per request.
 *
 * @type {typeof import('./static-server.d.mts').startStaticServer}
 */
export async function startStaticServer({ mounts, headers = () => ({}), intercept, port = 0, host = '127.0.0.1' }) {
  const sorted = [...mounts].sort((a, b) => b.url.length - a.url.length);
  const requests = [];
  const cache = new Map();
  const server = createServer((request, response) => {
    const { pathname, search } = new URL(request.url.replace(/^\/+/, '/'), 'http://host');
    const record = { method: request.method, pathname, search, headers: request.headers, status: 0 };
    requests.push(record);
    response.on('close', () => (record.status = response.headersSent ? response.statusCode : 0));
    answer({ request, response, pathname, search, sorted, headers, intercept, cache }).catch((error) =>
      fail(response, error),
    );
  });
  await new Promise((done, reject) => {
    server.once('error', reject);
    server.listen(port, host, done);
  });
  const bound = server.address().port;
  return {
    url: `http://${host === '0.0.0.0' ? '127.0.0.1' : host}:${bound}`,
    port: bound,
    requests,
    close() {
      return new Promise((done) => {
        server.close(() => done());
        server.closeAllConnections();
      });
    },
  };
}

async function answer({ request, response, pathname, search, sorted, headers, intercept, cache }) {
  if (await intercept?.(request, response)) return;
  const extra = headers(pathname);
  const send = (status, own, body) => {
    response.writeHead(status, { 'x-content-type-options': 'nosniff', ...own, ...extra });
    response.end(request.method === 'HEAD' ? undefined : body);
  };
  if (request.method !== 'GET' && request.method !== 'HEAD') return send(405, { allow: 'GET, HEAD' });
  const found = await findFile(sorted, pathname);
  if (found === 'folder') return send(301, { location: `${pathname}/${search}` });
  if (!found) return sendMissing(send, sorted);
  const file = await load(cache, found);
  const own = {
    'content-type': file.type,
    'cache-control': cacheControl(pathname),
    etag: file.etag,
    vary: 'accept-encoding',
  };
  if (request.headers['if-none-match']?.split(/,\s*/).includes(file.etag)) return send(304, own);
  const range = rangeOf(request.headers, file);
  if (range === 'unsatisfiable') return send(416, { 'content-range': `bytes */${file.bytes.length}` });
  if (range) {
    const part = file.bytes.subarray(range.start, range.end);
    const at = `bytes ${range.start}-${range.end - 1}/${file.bytes.length}`;
    return send(206, { ...own, 'accept-ranges': 'bytes', 'content-range': at, 'content-length': part.length }, part);
  }
  const packed = /\bbr\b/.test(request.headers['accept-encoding'] ?? '') ? await file.brotli() : null;
  const body = packed ?? file.bytes;
  send(
    200,
    { ...own, 'accept-ranges': 'bytes', ...(packed && { 'content-encoding': 'br' }), 'content-length': body.length },
    body,
  );
}

/** The one part of the uncompressed file that is asked for; null for the whole of it, also where it has changed since a part was had. */
function rangeOf({ range = '', 'if-range': ifRange }, { bytes, etag }) {
  const [match, from, to] = /^bytes=(\d{0,15})-(\d{0,15})$/.exec(range) ?? [];
  if (!match || !(from || to) || (from && to && Number(to) < Number(from)) || (ifRange && ifRange !== etag))
    return null;
  const start = from ? Number(from) : Math.max(0, bytes.length - Number(to));
  const end = from && to ? Math.min(bytes.length, Number(to) + 1) : bytes.length;
  return start < end ? { start, end } : 'unsatisfiable';
}

const cacheControl = (pathname) =>
  hashedName.test(pathname) || versionFolder.test(pathname) ? 'public, max-age=31536000, immutable' : 'no-cache';

async function sendMissing(send, sorted) {
  const page = await findFile(sorted, '/404.html');
  const body = page && page !== 'folder' ? await readFile(page.path) : 'There is nothing here.\n';
  send(
    404,
    { 'content-type': mimeTypes[typeof body === 'string' ? '.txt' : '.html'], 'cache-control': 'no-cache' },
    body,
  );
}

/** The file for a path; 'folder' when the path lacks the slash at its end; null when there is none. */
async function findFile(sorted, pathname) {
  const path = decode(pathname);
  const mount = path && sorted.find(({ url }) => path.startsWith(url));
  if (!mount) return null;
  const folder = await realpath(mount.folder).catch(() => null);
  if (!folder) return null;
  const asked = resolve(folder, `.${sep}${path.slice(mount.url.length)}`);
  // Once as asked and once with links followed: neither may leave the mount.
  const real = await realpath(path.endsWith('/') ? join(asked, 'index.html') : asked).catch(() => null);
  if (!real || !isInside(folder, asked) || !isInside(folder, real)) return null;
  const found = await stat(real);
  if (found.isDirectory()) return 'folder';
  return found.isFile() ? { path: real, size: found.size, mtimeMs: found.mtimeMs } : null;
}

const isInside = (folder, path) => path === folder || path.startsWith(folder + sep);

/** The path with its escapes undone; null when they are malformed, or name a hidden file or a byte that no name has. */
function decode(pathname) {
  try {
    const path = decodeURIComponent(pathname);
    return path.includes('\0') || /(^|[\\/])\./.test(path) ? null : path;
  } catch {
    return null;
  }
}

async function load(cache, { path, size, mtimeMs }) {
  const known = cache.get(path);
  if (known?.size === size && known.mtimeMs === mtimeMs) return known;
  const bytes = await readFile(path);
  const type = mimeTypes[extname(path).toLowerCase()] ?? 'application/octet-stream';
  const isText = /charset|wasm/.test(type) && bytes.length > 200;
  let packed;
  const file = {
    size,
    mtimeMs,
    bytes,
    type,
    etag: `"${createHash('sha256').update(bytes).digest('base64url').slice(0, 22)}"`,
    brotli: () => (isText ? (packed ??= compress(bytes, { params: { [constants.BROTLI_PARAM_QUALITY]: 9 } })) : null),
  };
  cache.set(path, file);
  return file;
}

function fail(response, error) {
  console.error(error);
  if (!response.headersSent) response.writeHead(500, { 'content-type': mimeTypes['.txt'] });
  response.end();
}
