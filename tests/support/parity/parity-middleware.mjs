// Builds the pack of the parity test in Node, asks it there, and hands pack, queries and answers to the browsers of the same run.
import { fileURLToPath } from 'node:url';
import { buildPack, readMarkdownFolder } from '@helpkiosk/pack';
import { openPack } from '@helpkiosk/search';
import { answersOf } from './parity-answers.mjs';
import { parityArticles, parityQueries } from './parity-texts.mjs';

const demo = fileURLToPath(new URL('../../../examples/script-tag/content', import.meta.url));
const FOLDER = '/parity/';

/**
 * The runner's middleware that answers below `/parity/`: the files of the pack, and `expected.json` with queries and Node's answers. All of it is made with
 * the first request.
 *
 * @returns {(context: import('koa').Context, next: () => Promise<void>) => Promise<void>}
 */
export function parityMiddleware() {
  let made;
  return async (context, next) => {
    if (!context.path.startsWith(FOLDER)) return next();
    const bytes = (await (made ??= makeFiles())).get(context.path.slice(FOLDER.length));
    context.status = bytes ? 200 : 404;
    if (!bytes) return;
    context.type = context.path.endsWith('.json') ? 'application/json' : 'application/octet-stream';
    context.body = Buffer.from(bytes);
  };
}

async function makeFiles() {
  const { articles } = await readMarkdownFolder(demo);
  const refuse = ({ path, message }) => {
    throw new Error(`${path}: ${message}`);
  };
  const files = await buildPack([...articles, ...parityArticles()], { onProblem: refuse });
  const search = await openPack(async (name) => files.get(name));
  const queries = [...parityQueries(), ...headingsOf(articles)];
  const answers = await answersOf(search, queries);
  return new Map([...files, ['expected.json', Buffer.from(JSON.stringify({ queries, answers }))]]);
}

/** The titles of the demo's articles, which are the queries of real texts. */
const headingsOf = (articles) =>
  articles.filter((_, place) => place % 4 === 0).map(({ locale, title }) => ({ locale, text: title }));
