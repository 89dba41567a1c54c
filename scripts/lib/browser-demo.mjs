// The demo site on the browser runner's own server, as a visitor gets it: for tests that stand on a page of its own.
import { demoHeaders, demoMounts } from './demo.mjs';
import { startStaticServer } from './static-server.mjs';

/** Where the demo's pages are; the runner's own page is at `/`. */
const SHOP = '/shop/';

/**
 * Starts the demo's server and gives the runner's middleware that hands on what it answers: `/shop/` is the demo site,
 * `/helpkiosk/` the release folder, `/pack/` the pack. Parameters of a page that begin with `data-` are put on its
 * tag, as in `/shop/?data-worker=off`.
 *
 * @returns {Promise<(context: import('koa').Context, next: () => Promise<void>) => Promise<void>>}
 */
export async function demoMiddleware() {
  const mounts = demoMounts.map((mount) => (mount.url === '/' ? { ...mount, url: SHOP } : mount));
  const site = await startStaticServer({ mounts, headers: demoHeaders });
  return async (context, next) => {
    if (!mounts.some(({ url }) => context.path.startsWith(url))) return next();
    const answer = await fetch(site.url + context.path);
    context.status = answer.status;
    for (const name of ['content-type', 'content-security-policy', 'cache-control', 'x-content-type-options'])
      if (answer.headers.has(name)) context.set(name, answer.headers.get(name));
    const body = Buffer.from(await answer.arrayBuffer());
    context.body = context.type === 'text/html' ? withTag(String(body), context.URL.searchParams) : body;
  };
}

function withTag(html, parameters) {
  const attributes = [...parameters].filter(([name]) => name.startsWith('data-'));
  const words = attributes.map(([name, value]) => `${name}="${value.replaceAll('"', '&quot;')}" `);
  return html.replace('data-pack=', () => `${words.join('')}data-pack=`);
}
