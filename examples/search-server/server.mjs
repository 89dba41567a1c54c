// The small server between the page and Groonga: it takes a question, checks it, and gives results. Groonga itself is never reached from outside.
import { createServer } from 'node:http';
import { searchArticles } from './articles.mjs';

const LONGEST_QUESTION = 500;
const MOST_RESULTS = 50;

/**
 * Serves `GET /search?text=…&locale=…&limit=…` as a JSON list of results. `origin`: the page that may ask from another origin (default: none may). `intercept`
 * sees each request first and gives true where it answers by itself.
 *
 * @type {typeof import('./server.d.mts').startSearchServer}
 */
export async function startSearchServer({ groonga, port = 0, origin, intercept }) {
  const server = createServer((request, response) => {
    answer({ request, response, groonga, origin, intercept }).catch((error) => {
      console.error(error.message);
      if (!response.headersSent) response.writeHead(502, { 'content-type': 'text/plain' });
      response.end();
    });
  });
  await new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, '127.0.0.1', resolve);
  });
  return {
    url: `http://127.0.0.1:${server.address().port}/search`,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

async function answer({ request, response, groonga, origin, intercept }) {
  if (await intercept?.(request, response)) return;
  const { pathname, searchParams } = new URL(request.url.replace(/^\/+/, '/'), 'http://host');
  const question = readQuestion(searchParams);
  const headers = {
    'content-type': 'application/json; charset=utf-8',
    'cache-control': 'no-store',
    ...(origin && { 'access-control-allow-origin': origin }),
  };
  if (request.method !== 'GET' || pathname !== '/search' || !question) {
    response.writeHead(question ? 404 : 400, headers);
    return response.end('[]');
  }
  const results = JSON.stringify(await searchArticles(groonga, question));
  response.writeHead(200, headers);
  response.end(results);
}

/** Null for a question that nobody would ask. */
function readQuestion(parameters) {
  const text = parameters.get('text') ?? '';
  const locale = parameters.get('locale') ?? '';
  const limit = Number(parameters.get('limit') ?? 10);
  if (!text.trim() || text.length > LONGEST_QUESTION || !/^[\w-]{1,35}$/.test(locale)) return null;
  return Number.isInteger(limit) && limit > 0 ? { text, locale, limit: Math.min(limit, MOST_RESULTS) } : null;
}
